import { expect, test } from 'vitest';
import { createKept } from './kept.ts';

/** The keys that are found after each was kept with so many bytes, where there is room for 100. */
function found(sizes: readonly number[]): number[] {
  const kept = createKept<number, string>(100);
  for (const [key, bytes] of sizes.entries()) kept.put(key, `value ${key}`, bytes);
  return [...sizes.keys()].filter((key) => kept.get(key) === `value ${key}`);
}

test.each([
  ['what fits', [10, 10, 10], [0, 1, 2]],
  ['two generations', [60, 60], [0, 1]],
  ['no third one', [60, 60, 60], [1, 2]],
  ['many small ones, the latest', Array(30).fill(10), Array.from({ length: 12 }, (_, index) => index + 18)],
  ['what is larger than the room, until others come', [500], [0]],
])('%s: of %j these are kept: %j', (_sentence, sizes, keys) => {
  expect(found(sizes)).toEqual(keys);
});

test('the latest value of a key is given', () => {
  const kept = createKept<string, number>(100);
  kept.put('a', 1, 60);
  kept.put('b', 2, 60);
  kept.put('a', 3, 10);
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([3, 2, undefined]);
});
