import { describe, expect, test } from 'vitest';
import { codesFor, readColumn } from './column.ts';

describe('a column', () => {
  const values = ['b', null, 'a', undefined, 'b', 1, '1', true];

  test('has one number for the rows that are alike, and another for the others', () => {
    const { add, column } = readColumn('member', values.length);
    for (const [index, value] of values.entries()) add(index, value);
    const { field, distinct, codes, codeOf } = column(undefined);
    expect({ field, distinct, codes: [...codes] }).toEqual({
      field: 'member',
      distinct: 7,
      codes: [0, 1, 2, 3, 0, 4, 5, 6],
    });
    expect([...values, 'c', 0, 'true'].map(codeOf)).toEqual([0, 1, 2, 3, 0, 4, 5, 6, undefined, undefined, undefined]);
  });

  test('stands in the order of the ranks', () => {
    const { add, column } = readColumn('member', 3);
    for (const [index, value] of ['a', 'b', 'c'].entries()) add(index, value);
    expect([...column(Int32Array.of(2, 0, 1)).codes]).toEqual([2, 0, 1]);
  });

  test('of no rows has no values', () => {
    const { distinct, codes, codeOf } = readColumn('member', 0).column(undefined);
    expect([distinct, codes.length, codeOf('a')]).toEqual([0, 0, undefined]);
  });
});

test.each([
  [256, 1],
  [257, 2],
  [65536, 2],
  [65537, 4],
])('%i values take %i bytes each', (distinct, bytes) => {
  const codes = codesFor(distinct, 3);
  codes[1] = distinct - 1;
  expect([codes.BYTES_PER_ELEMENT, ...codes]).toEqual([bytes, 0, distinct - 1, 0]);
});
