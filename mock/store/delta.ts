// What has been changed of a table: rows that take the place of others, new rows, and rows that are gone. It is shared by
// all who have seen the same changes, until one of them changes more.
import type { Row } from '../../spec/index.ts';
import { type ListedRow, listedRow } from './listed-row.ts';
import { partitionPoint } from './partition-point.ts';
import { comparePositions, type Position } from './position.ts';
import type { Table } from './table.ts';

/** A row that is not, or not so, in the table. */
export type Entry = Position & { readonly listed: ListedRow };

export type Delta = {
  /** Changed rows by key; undefined for one that is gone. */
  readonly rows: Map<string, Entry | undefined>;
  /** The ranks of the table that are not listed any more. */
  readonly hidden: Set<number>;
  /** The changed rows that are listed, in order. */
  readonly entries: Entry[];
};

export function emptyDelta(): Delta {
  return { rows: new Map(), hidden: new Set(), entries: [] };
}

/** The same changes, which may be added to. */
export function copyDelta({ rows, hidden, entries }: Delta): Delta {
  return { rows: new Map(rows), hidden: new Set(hidden), entries: [...entries] };
}

/** Notes that the row of this key is gone, or is this one now. */
export function changeRow(
  delta: Delta,
  table: Table,
  key: string,
  changed: (Position & { row: Row }) | undefined,
): void {
  const before = delta.rows.get(key);
  if (before !== undefined) delta.entries.splice(placeOf(delta, table, before) - 1, 1);
  const rank = table.rankOf(key);
  if (rank !== undefined) delta.hidden.add(rank);
  if (changed === undefined) return void delta.rows.set(key, undefined);
  const entry: Entry = { values: changed.values, key, listed: listedRow(changed.row) };
  delta.rows.set(key, entry);
  delta.entries.splice(placeOf(delta, table, entry), 0, entry);
}

/** The place behind a position among the changed rows. */
function placeOf({ entries }: Delta, { order }: Table, position: Position): number {
  return partitionPoint(0, entries.length, (place) => {
    const entry = entries[place];
    return entry !== undefined && comparePositions(order, entry, position) <= 0;
  });
}
