import { describe, expect, test } from 'vitest';
import type { Operation } from '../../spec/index.ts';
import { ownContract } from '../own-contract.ts';
import { tiesIn } from './ties.ts';

const operation = ownContract().operations.find(({ list }) => (list.order?.keys.length ?? 0) > 1) as Operation;
const [first, second] = operation.list.order?.keys.map(({ field }) => field) ?? [];
const { order: _, ...unordered } = operation.list;

/** Rows with these values in the first member of the order, all different in the second. */
const rowsOf = (values: readonly unknown[]) =>
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
