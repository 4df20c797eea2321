import { expect, test } from 'vitest';
import { coveringArray } from './covering-array.ts';

const factors = { caller: ['good', 'bad', 'none'], status: ['absent', 'on', 'off'], limit: ['absent', '1'] };

test('every two classes of different factors stand together in some row', () => {
  const rows = coveringArray(factors, 2, 1);
  const names = Object.keys(factors) as (keyof typeof factors)[];
  for (const [index, one] of names.entries())
    for (const other of names.slice(index + 1))
      for (const a of factors[one])
        for (const b of factors[other])
          expect(
            rows.some((row) => row[one] === a && row[other] === b),
            `${one}=${a} ${other}=${b}`,
          ).toBe(true);
  expect(rows.length).toBeLessThan(3 * 3 * 2);
});

test('one seed gives one array, and a single factor gives its classes', () => {
  expect(coveringArray(factors, 2, 7)).toEqual(coveringArray(factors, 2, 7));
  expect(coveringArray({ caller: ['a', 'b'] }, 2, 1)).toEqual([{ caller: 'a' }, { caller: 'b' }]);
  expect(coveringArray({}, 2, 1)).toEqual([]);
});
