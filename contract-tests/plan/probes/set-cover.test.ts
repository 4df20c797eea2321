import { expect, test } from 'vitest';
import { cover } from './set-cover.ts';

const sets = [new Set(['a', 'b']), new Set(['b', 'c']), new Set(['a', 'b', 'c']), new Set(['d'])];

test('the fewest sets have all elements, the cheapest ones first', () => {
  expect(cover(sets, [1, 1, 1, 1], []).toSorted()).toEqual([2, 3]);
  expect(cover(sets, [1, 1, 9, 1], []).toSorted()).toEqual([0, 1, 3]);
});

test('fixed sets come first, and what they have is not taken again', () => {
  expect(cover(sets, [1, 1, 1, 1], [0])).toEqual([0, expect.any(Number), expect.any(Number)]);
  expect(cover([], [], [])).toEqual([]);
});
