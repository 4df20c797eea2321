import { expect, test } from 'vitest';
import { counted, duration } from './counted.ts';

test.each([
  [0, '0 checks'],
  [1, '1 check'],
  [2, '2 checks'],
])('%i of a noun', (count, want) => {
  expect(counted(count, 'check')).toBe(want);
});

test.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [1000, '1.0 s'],
  [59_900, '59.9 s'],
  [59_999, '1 min 0 s'],
  [185_000, '3 min 5 s'],
])('%i ms', (milliseconds, want) => {
  expect(duration(milliseconds)).toBe(want);
});
