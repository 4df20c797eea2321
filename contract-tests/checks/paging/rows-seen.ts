// How many rows there are: a list that lacks some shows them elsewhere.
import { cached, type Operation } from '../../../spec/index.ts';
import { type Arguments, passesAll } from '../../walk/filter-arguments.ts';
import { type RowMap, rowMap } from '../../walk/rows.ts';
import type { Walk } from '../../walk/walk.ts';

const seen = new WeakMap<readonly Walk[], RowMap>();

/** The rows that pass, of all that any of the walks has shown, each counted once. */
export function rowsSeen(walks: readonly Walk[], operation: Operation, args: Arguments): number {
  const rows = cached(seen, walks, () =>
    rowMap(
      operation,
      walks.flatMap((walk) => walk.rows),
    ),
  );
  return [...rows.values()].filter((row) => passesAll(args, row)).length;
}
