import { describe, expect, test } from 'vitest';
import { makeCells } from './cells.ts';
import { type Column, readColumn } from './column.ts';
import { makeGroups } from './groups.ts';

const SIZE = 600;

/** The column of `adsetOf` for ranks from 0. */
function columnOf(field: string, adsetOf: (rank: number) => unknown, size = SIZE): Column {
  const { add, column } = readColumn(field, size);
  for (let rank = 0; rank < size; rank += 1) add(rank, adsetOf(rank));
  return column(undefined);
}

const platform = columnOf('platform', (rank) => rank % 2);
const status = columnOf('status', (rank) => rank % 6);
const week = columnOf('week', (rank) => rank % 53);
const one = columnOf('one', () => 'same');
const sixtyFour = columnOf('sixtyFour', (rank) => rank % 64);
const sixtyFive = columnOf('sixtyFive', (rank) => rank % 65);

describe('cells', () => {
  test.each<[string, Column[], string[], number]>([
    ['of no column are one', [], [], 1],
    ['of one value are one', [one], ['one'], 1],
    ['are made of the columns of fewest values first', [status, platform], ['platform', 'status'], 6],
    ['are at most 64', [sixtyFour], ['sixtyFour'], 64],
    ['are not made of more than 64 values', [sixtyFive], [], 1],
    ['leave out a column that would make them too many', [week, status, platform], ['platform', 'status'], 6],
  ])('%s', (_sentence, columns, taken, count) => {
    const cells = makeCells(columns, SIZE);
    expect([cells.columns.map(({ field }) => field), cells.cells.length]).toEqual([taken, count]);
    for (const [index, { codes, ranks }] of cells.cells.entries()) {
      const own = Array.from({ length: SIZE }, (_, rank) => rank).filter((rank) => cells.cellOf[rank] === index);
      expect([...ranks]).toEqual(own);
      expect(own.every((rank) => cells.columns.every((column, place) => column.codes[rank] === codes[place]))).toBe(
        true,
      );
    }
    expect(cells.cells.reduce((sum, { ranks }) => sum + ranks.length, 0)).toBe(SIZE);
  });

  test('of no rows are empty', () => {
    const { cells, cellOf } = makeCells([columnOf('none', () => 0, 0)], 0);
    expect([cells.flatMap(({ ranks }) => [...ranks]), cellOf.length]).toEqual([[], 0]);
  });
});

describe('groups', () => {
  // The first value has 64 rows, the second 65, and the third all others.
  const adsetOf = (rank: number) => (rank < 64 ? 'short' : rank < 129 ? 'long' : 'rest');
  const column = columnOf('adset', adsetOf);
  const campaign = columnOf('campaign', (rank) => (rank < 129 ? 'c0' : `c${rank % 70}`));
  const cells = makeCells([platform, status], SIZE);
  const groups = makeGroups(column, cells, [campaign]);
  const ranksOf = (value: string) =>
    Array.from({ length: SIZE }, (_, rank) => rank).filter((rank) => adsetOf(rank) === value);
  const group = (value: string) => groups.of(column.codeOf(value) ?? -1);

  test.each([
    ['short', 1, undefined],
    ['long', 6, 0],
    ['rest', 6, undefined],
  ])('the rows of %s come in %i parts, and have the campaign %j in common', (value, parts, common) => {
    const { size, parts: own, common: commonOf } = group(value);
    expect([size, own.length, commonOf(campaign)]).toEqual([ranksOf(value).length, parts, common]);
    expect(own.flatMap(({ ranks }) => [...ranks]).sort((left, right) => left - right)).toEqual(ranksOf(value));
    for (const { cell, ranks } of own)
      if (cell !== undefined) expect([...ranks].every((rank) => cells.cellOf[rank] === cell)).toBe(true);
    expect(commonOf(week)).toBeUndefined();
  });
});
