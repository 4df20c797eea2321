import { expect, test } from 'vitest';
import { openMutants } from './open-mutants.ts';

test('what few calls reveal counts most', () => {
  const { gain } = openMutants([['a', 'rare'], ['a', 'b'], ['a', 'b'], []]);
  expect(gain(0)).toBeGreaterThan(gain(1));
  expect(gain(1)).toBe(gain(2));
  expect(gain(3)).toBe(0);
});

test('what has been revealed counts no longer, in whatever call', () => {
  const { gain, add } = openMutants([['a'], ['a', 'b'], ['b']]);
  const before = gain(1);
  add(0);
  expect(gain(0)).toBeCloseTo(0);
  expect(gain(1)).toBeCloseTo(gain(2));
  expect(gain(1)).toBeLessThan(before);
  add(1);
  add(1);
  expect([gain(0), gain(1), gain(2)].map((each) => Math.abs(each) < 1e-9)).toEqual([true, true, true]);
});
