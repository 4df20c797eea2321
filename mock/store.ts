// The rows of one list in their total order, with an index per filter: a page costs what it holds, however long the list is.
import {
  compareOrderValues,
  type Filter,
  type FilterValue,
  isNegative,
  kindOf,
  memberOf,
  type Operation,
  type Order,
  type OrderValue,
  orderValues,
  passes,
  type Row,
  restricting,
} from '../spec/index.ts';
import { merge, putIn, takeOut } from './sorted-list.ts';

/** Where a row stands: by the members of the order, then by key. */
export type Position = { readonly values: readonly OrderValue[]; readonly key: string };

/** A row and its position. */
type Entry = Position & { readonly row: Row };

/** Which rows are asked for. */
type Selection = {
  readonly values: ReadonlyMap<string, readonly FilterValue[]>;
  /** @default the order of the list */
  readonly order?: Order;
  /** Only rows that stand behind this position, or before it. */
  readonly after?: Position;
  readonly before?: Position;
  /** How many rows to pass over, and how many to give. @default 0 */
  readonly skip?: number;
  readonly limit: number;
};

export type Store = {
  readonly select: (selection: Selection) => readonly Row[];
  /** How many rows pass the filters. */
  readonly count: (values: Selection['values']) => number;
  readonly get: (key: string) => Row | undefined;
  /** Adds a row, or replaces the one with its key. */
  readonly put: (row: Row) => void;
  readonly remove: (key: string) => void;
  /** Where the row stands in an order. @default the order of the list */
  readonly positionOf: (row: Row, order?: Order) => Position;
};

/** A store of an operation's rows. Without a documented order they stand in the order of their keys. */
export function createStore({ list, filters }: Operation, rows: readonly Row[]): Store {
  const usual: Order = list.order?.keys ?? [{ field: list.key, descending: false }];
  const compare = comparing(usual);
  const keyOf = (row: Row) => String(memberOf(row, list.key));
  const positionOf: Store['positionOf'] = (row, order = usual) => ({
    values: orderValues(order, row),
    key: keyOf(row),
  });
  const entryOf = (row: Row, order = usual): Entry => ({ ...positionOf(row, order), row });
  const all = rows.map((row) => entryOf(row)).sort(compare);
  const byKey = new Map(all.map((entry) => [entry.key, entry]));
  const indexed = [...new Set(filters.filter(hasIndex).map(({ field }) => field))];
  const indexes = new Map(indexed.map((field) => [field, groupBy(all, field)]));
  /** All entries in another order than the usual one; forgotten when a row changes. */
  const otherwise = new Map<string, readonly Entry[]>();

  const remove = (key: string): void => {
    const entry = byKey.get(key);
    if (entry === undefined) return;
    byKey.delete(key);
    otherwise.clear();
    takeOut(all, entry, compare);
    for (const [field, index] of indexes) takeOut(index.get(memberOf(entry.row, field)) ?? [], entry, compare);
  };

  const put = (row: Row): void => {
    remove(keyOf(row));
    const entry = entryOf(row);
    byKey.set(entry.key, entry);
    otherwise.clear();
    putIn(all, entry, compare);
    for (const [field, index] of indexes) {
      const group = index.get(memberOf(row, field));
      if (group === undefined) index.set(memberOf(row, field), [entry]);
      else putIn(group, entry, compare);
    }
  };

  const sortedBy = (order: Order): readonly Entry[] => {
    const name = JSON.stringify(order);
    const known = otherwise.get(name) ?? all.map(({ row }) => entryOf(row, order)).sort(comparing(order));
    otherwise.set(name, known);
    return known;
  };

  /** The shortest sorted lists that together hold every row that passes. */
  const candidates = (values: Selection['values'], order: Order): readonly (readonly Entry[])[] => {
    if (order !== usual) return [sortedBy(order)];
    let best: readonly (readonly Entry[])[] = [all];
    for (const filter of filters.filter(hasIndex)) {
      const wanted = restricting(filter, values.get(filter.name) ?? []);
      const index = indexes.get(filter.field);
      if (wanted.length === 0 || index === undefined) continue;
      const groups = [...new Set(wanted)].map((value) => index.get(value) ?? []);
      if (total(groups) < total(best)) best = groups;
    }
    return best;
  };

  function* walk({ values, after, order = usual }: Omit<Selection, 'limit'>): Generator<Entry> {
    const asked = filters.filter(({ name, byDefault }) => values.has(name) || byDefault.length > 0);
    for (const entry of merge(candidates(values, order), comparing(order), after)) {
      if (asked.every((filter) => passes(filter, entry.row, values.get(filter.name) ?? []))) yield entry;
    }
  }

  return {
    select: ({ before, limit, skip = 0, ...selection }) => {
      if (before !== undefined) return rowsBefore(walk(selection), before, comparing(selection.order ?? usual), limit);
      const found: Row[] = [];
      let passed = 0;
      for (const entry of walk(selection)) {
        if (passed++ < skip) continue;
        if (found.length === limit) break;
        found.push(entry.row);
      }
      return found;
    },
    count: (values) => [...walk({ values })].length,
    get: (key) => byKey.get(key)?.row,
    put,
    remove,
    positionOf,
  };
}

/** Compares positions in an order; the key decides where the order does not. */
function comparing(order: Order): (one: Position, other: Position) => number {
  return (one, other) =>
    compareOrderValues(order, one.values, other.values) || (one.key < other.key ? -1 : one.key > other.key ? 1 : 0);
}

/** Whether rows that pass can be looked up by the values of the filter. */
function hasIndex(filter: Filter): boolean {
  return kindOf(filter) === 'identity' && !isNegative(filter);
}

/** The last rows that stand before a position. */
function rowsBefore(
  entries: Iterable<Entry>,
  position: Position,
  compare: (one: Position, other: Position) => number,
  limit: number,
): readonly Row[] {
  const rows: Row[] = [];
  for (const entry of entries) {
    if (compare(entry, position) >= 0) break;
    rows.push(entry.row);
  }
  return rows.slice(Math.max(0, rows.length - limit));
}

function total(lists: readonly (readonly Entry[])[]): number {
  return lists.reduce((sum, list) => sum + list.length, 0);
}

function groupBy(entries: readonly Entry[], field: string): Map<unknown, Entry[]> {
  const groups = new Map<unknown, Entry[]>();
  for (const entry of entries) {
    const value = memberOf(entry.row, field);
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [entry]);
    else group.push(entry);
  }
  return groups;
}
