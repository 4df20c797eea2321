import { describe, expect, test } from 'vitest';
import type { Operation, Row } from '../../spec/index.ts';
import { walkOf } from '../model/sample-walks.ts';
import { ownContract } from '../own-contract.ts';
import { snapshotOf } from './list-snapshot.ts';
import { hasUnstableOrder, tiesIn } from './ties.ts';
import type { Walk } from './walk.ts';

const operation = ownContract().operations.find(({ list }) => (list.order?.keys.length ?? 0) > 1) as Operation;
const [first, second] = operation.list.order?.keys.map(({ field }) => field) ?? [];
const { order: _, ...unordered } = operation.list;

/** Rows with these values in the first member of the order, all different in the second. */
const rowsOf = (values: readonly unknown[]): Row[] =>
  values.map((value, index) => ({
    [second ?? '']: `id_${index}`,
    ...(value === undefined ? {} : { [first ?? '']: value }),
  }));

describe('a tie is a row that is like the one before it in the first member of the order', () => {
  test.each<[string, readonly unknown[], readonly number[]]>([
    ['one after another', ['a', 'a', 'b', 'b', 'b'], [1, 3, 4]],
    ['no two neighbours', ['a', 'b', 'a'], []],
    ['numbers', [3, 3, 2], [1]],
    ['no value', [undefined, undefined, 'a'], [1]],
    ['null and no value', [null, undefined], []],
    ['texts that are no instants', ['later', 'sooner'], []],
    ['an instant in two zones', ['2026-04-08T21:18:00Z', '2026-04-08T23:18:00+02:00'], [1]],
    ['an instant with and without milliseconds', ['2026-04-08T21:18:00Z', '2026-04-08T21:18:00.000Z'], [1]],
    ['instants a millisecond apart', ['2026-04-08T21:18:00.001Z', '2026-04-08T21:18:00Z'], []],
    ['one row', ['a'], []],
    ['no row', [], []],
  ])('%s', (_name, values, ties) => expect([...tiesIn(operation, rowsOf(values))]).toEqual(ties));

  test('and there is none in a list whose order nobody knows', () => {
    expect([...tiesIn({ ...operation, list: unordered }, rowsOf(['a', 'a']))]).toEqual([]);
  });
});

/** A walk of these pages. */
function walkWith(...pages: (readonly Row[])[]): Walk {
  const [page] = walkOf('', { cuts: 1 }).pages;
  if (page === undefined) throw new Error('The walk has no page.');
  return { ...walkOf(''), pages: pages.map((rows) => ({ ...page, rows })), rows: pages.flat() };
}

describe('the order of a list is unstable where a page', () => {
  const rows = rowsOf(['a', 'a', 'b', 'b']);
  // Every place is one of the four.
  const pick = (...places: number[]): Row[] => places.map((place) => rows[place] as Row);
  const list = snapshotOf(operation, [], walkWith(rows));
  test.each<[string, boolean, Walk]>([
    ['shows two rows the other way round', true, walkWith(pick(1, 0))],
    ['shows two rows the other way round behind others', true, walkWith(pick(0, 3, 2))],
    ['lacks rows', false, walkWith(pick(0, 3))],
    ['repeats the page before', false, walkWith(pick(2, 3), pick(0, 1))],
    ['shows a changed row elsewhere', false, walkWith([...pick(1), { ...rows[0], changed: true }])],
    ['shows a row that the list has not', false, walkWith([...pick(1), { [operation.list.key]: 'new' }, ...pick(2)])],
    ['was asked for in another order', false, { ...walkWith(pick(1, 0)), more: [['order', 'other']] }],
  ])('%s: %s', (_, isUnstable, walk) => expect(hasUnstableOrder(operation, list, [walk])).toBe(isUnstable));
});
