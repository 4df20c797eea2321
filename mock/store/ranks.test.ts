import { describe, expect, test } from 'vitest';
import { type Reader, readLists, readSpan } from './ranks.ts';

const LISTS = [[1, 4, 9], [2, 3, 11], []].map((ranks) => Int32Array.from(ranks));

function rest(reader: Reader): number[] {
  const ranks: number[] = [];
  for (let rank = reader.next(); rank >= 0; rank = reader.next()) ranks.push(rank);
  return ranks;
}

describe('a span', () => {
  test.each([
    [{ from: 2, to: 5 }, 0, [2, 3, 4]],
    [{ from: 2, to: 5 }, 2, [4]],
    [{ from: 2, to: 5 }, 3, []],
    [{ from: 2, to: 5 }, 9, []],
    [{ from: 5, to: 2 }, 0, []],
    [{ from: 0, to: 0 }, 0, []],
  ])('%j after passing over %i gives %j', (span, skip, ranks) => {
    const reader = readSpan(span);
    reader.skip(skip);
    expect(reader.left()).toBe(ranks.length);
    expect(rest(reader)).toEqual(ranks);
    expect([reader.left(), reader.next()]).toEqual([0, -1]);
  });
});

describe('several lists', () => {
  test.each([
    [{ from: 0, to: 12 }, 0, [1, 2, 3, 4, 9, 11]],
    [{ from: 0, to: 11 }, 0, [1, 2, 3, 4, 9]],
    [{ from: 3, to: 10 }, 0, [3, 4, 9]],
    [{ from: 5, to: 9 }, 0, []],
    [{ from: 10, to: 3 }, 0, []],
    [{ from: 0, to: 12 }, 1, [2, 3, 4, 9, 11]],
    [{ from: 0, to: 12 }, 5, [11]],
    [{ from: 0, to: 12 }, 6, []],
    [{ from: 0, to: 12 }, 99, []],
    [{ from: 2, to: 10 }, 2, [4, 9]],
  ])('in %j after passing over %i give %j', (span, skip, ranks) => {
    const reader = readLists(LISTS, span);
    reader.skip(skip);
    expect(reader.left()).toBe(ranks.length);
    expect(rest(reader)).toEqual(ranks);
  });

  test('are passed over from where they are read', () => {
    const reader = readLists(LISTS, { from: 0, to: 12 });
    expect([reader.next(), reader.next()]).toEqual([1, 2]);
    reader.skip(2);
    expect([reader.next(), reader.left()]).toEqual([9, 1]);
  });

  test('that are none give nothing', () => {
    const reader = readLists([], { from: 0, to: 5 });
    expect([reader.left(), reader.next()]).toEqual([0, -1]);
  });
});
