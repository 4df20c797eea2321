import { expect, test } from 'vitest';
import { createKeyIndex } from './key-index.ts';

/** Keys of which many begin at one place of the table, and some differ in one letter only. */
const KEYS = Array.from({ length: 1000 }, (_, index) => `${index % 2 === 0 ? 'ad' : '\u{1f600}'}${index}`);

test.each([0, 1, 2, 3, 64, 1000])('of %i keys each is found, and no other', (size) => {
  const keys = KEYS.slice(0, size);
  const index = createKeyIndex(size);
  for (const [rank, key] of keys.entries()) index.add(key, rank);
  const keyAt = (rank: number) => keys[rank] ?? '';
  expect(keys.map((key) => index.find(key, keyAt))).toEqual([...keys.keys()]);
  for (const key of ['', 'ad', 'AD0', 'ad00', 'ad1000', '__proto__'])
    expect(index.find(key, keyAt)).toBe(keys.includes(key) ? keys.indexOf(key) : undefined);
});
