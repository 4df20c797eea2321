// The rows of a list that nobody has changed: read once from their source, in one order, and then never held, but found.
import type { RowSource } from '../../fixtures/index.ts';
import {
  cached,
  type Filter,
  isNegative,
  kindOf,
  memberOf,
  type Operation,
  type Order,
  type OrderValue,
  orderValues,
  type Row,
} from '../../spec/index.ts';
import { type Cells, makeCells } from './cells.ts';
import { type Column, readColumn } from './column.ts';
import { type Groups, makeGroups } from './groups.ts';
import { createKeyIndex } from './key-index.ts';
import { partitionPoint } from './partition-point.ts';
import { comparePositions, type Position, positionIn } from './position.ts';
import { rankRows } from './rank-rows.ts';

export type Table = {
  readonly size: number;
  readonly order: Order;
  readonly filters: readonly Filter[];
  readonly cells: Cells;
  /** The columns of many values. */
  readonly groups: ReadonlyMap<string, Groups>;
  /** Whether every row has a number or an instant in the first member of the order. */
  readonly measured: boolean;
  /** The index in the source of a rank. */
  readonly indexAt: (rank: number) => number;
  readonly outlineAt: (rank: number) => Row;
  readonly positionAt: (rank: number) => Position;
  /** The rank of a key; undefined where no row has it. */
  readonly rankOf: (key: string) => number | undefined;
  /** The first rank that stands at or behind a position. */
  readonly rankFrom: (position: Position) => number;
};

/** Reads the rows of an operation's list. */
export function createTable({ list, filters }: Operation, source: RowSource, order: Order): Table {
  const { size } = source;
  const fields = [...new Set(filters.filter(hasColumn).map(({ field }) => field))];
  const readers = fields.map((field) => ({ read: memberReader(field), column: readColumn(field, size) }));
  const keys: string[] = [];
  const firsts = new Float64Array(size);
  const [first] = order;
  let measured = first !== undefined;
  const [, second, ...more] = order;
  const isKey = second?.field === list.key && !second.descending && more.length === 0;
  let keyDecides = second === undefined || isKey;
  const firstOf = knownOrderValue();
  const [readKey, readFirst] = [memberReader(list.key), memberReader(first?.field ?? '')];
  for (let index = 0; index < size; index += 1) {
    const outline = source.outline(index);
    for (const { read, column } of readers) column.add(index, read(outline));
    const key = readKey(outline);
    keys.push(String(key));
    if (isKey && keyDecides) keyDecides = typeof orderValue(key) === 'string';
    const value = first === undefined ? undefined : firstOf(readFirst(outline));
    if (typeof value === 'number') firsts[index] = value;
    else measured = false;
  }
  const values = (index: number) => positionIn(order, list.key, source.outline(index)).values;
  const ranked = rankRows({ order, values, keys, firsts: measured ? firsts : undefined, keyDecides });
  const columns = readers.map(({ column }) => column.column(ranked));
  const index = createKeyIndex(size);
  const indexAt = (rank: number) => ranked?.[rank] ?? rank;
  for (let rank = 0; rank < size; rank += 1) index.add(keys[indexAt(rank)] ?? '', rank);

  const outlineAt = (rank: number) => source.outline(indexAt(rank));
  const positionAt = (rank: number) => positionIn(order, list.key, outlineAt(rank));
  const rankOf = (key: string) => index.find(key, (rank) => String(memberOf(outlineAt(rank), list.key)));
  const cells = makeCells(columns, size);
  const grouped = columns.filter((column) => !cells.columns.includes(column));
  return {
    size,
    order,
    filters,
    cells,
    groups: new Map(grouped.map((column) => [column.field, makeGroups(column, cells, without(grouped, column))])),
    measured,
    indexAt,
    outlineAt,
    positionAt,
    rankOf,
    rankFrom: (position) => {
      // Most positions are those of rows that are still there.
      const rank = rankOf(position.key);
      if (rank !== undefined && comparePositions(order, positionAt(rank), position) === 0) return rank;
      return partitionPoint(0, size, (place) => comparePositions(order, positionAt(place), position) < 0);
    },
  };
}

/** Whether rows that pass can be looked up by the values of the filter. */
export function hasColumn(filter: Filter): boolean {
  return kindOf(filter) === 'identity' && !isNegative(filter);
}

/** Reads one member of many rows: a plain name needs no look at whether it is a pointer, or is inherited. */
function memberReader(field: string): (row: Row) => unknown {
  return field.startsWith('/') || field in Object.prototype ? (row) => memberOf(row, field) : (row) => row[field];
}

/** The order value of a member's value. */
function orderValue(value: unknown): OrderValue {
  return orderValues([{ field: 'value', descending: false }], { value })[0] ?? null;
}

/** The same, where rows of one instant are read once. */
function knownOrderValue(): (value: unknown) => OrderValue {
  const known = new Map<unknown, OrderValue>();
  return (value) => cached(known, value, () => orderValue(value));
}

function without(columns: readonly Column[], column: Column): readonly Column[] {
  return columns.filter((each) => each !== column);
}
