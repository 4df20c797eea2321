// The rows of one list in their total order, with an index per filter: a page costs what it holds, however long the list is.
import { type Filter, type FilterValue, instant, type Operation, passes, type Row } from '../spec/index.ts';

/** Where a row stands: newest first, then by key. */
export type Position = { readonly at: number; readonly key: string };

type Entry = Position & { readonly row: Row };

/** Which rows are asked for. */
type Selection = {
  readonly values: ReadonlyMap<string, readonly FilterValue[]>;
  /** Only rows that stand behind this position. */
  readonly after?: Position;
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
  readonly positionOf: (row: Row) => Position;
};

/** A store of an operation's rows. Rows without `createdAt` stand in the order of their keys. */
export function createStore(operation: Operation, rows: readonly Row[]): Store {
  const { list, filters } = operation;
  const positionOf = (row: Row): Position => ({ at: instant(row.createdAt) || 0, key: String(row[list.key]) });
  const entryOf = (row: Row): Entry => ({ ...positionOf(row), row });
  const all = rows.map(entryOf).sort(compare);
  const byKey = new Map(all.map((entry) => [entry.key, entry]));
  const indexed = [...new Set(filters.filter(({ test }) => test !== 'at-or-after').map(({ field }) => field))];
  const indexes = new Map(indexed.map((field) => [field, groupBy(all, field)]));

  const remove = (key: string): void => {
    const entry = byKey.get(key);
    if (entry === undefined) return;
    byKey.delete(key);
    takeOut(all, entry);
    for (const [field, index] of indexes) takeOut(index.get(entry.row[field]) ?? [], entry);
  };

  const put = (row: Row): void => {
    remove(String(row[list.key]));
    const entry = entryOf(row);
    byKey.set(entry.key, entry);
    putIn(all, entry);
    for (const [field, index] of indexes) {
      const group = index.get(row[field]);
      if (group === undefined) index.set(row[field], [entry]);
      else putIn(group, entry);
    }
  };

  /** The shortest sorted lists that together hold every row that passes. */
  const candidates = (values: Selection['values']): readonly (readonly Entry[])[] => {
    let best: readonly (readonly Entry[])[] = [all];
    for (const filter of filters) {
      const wanted = wantedValues(filter, values.get(filter.name) ?? []);
      const index = indexes.get(filter.field);
      if (wanted.length === 0 || index === undefined) continue;
      const groups = [...new Set(wanted)].map((value) => index.get(value) ?? []);
      if (total(groups) < total(best)) best = groups;
    }
    return best;
  };

  function* walk(values: Selection['values'], after?: Position): Generator<Entry> {
    const asked = filters.filter(({ name }) => values.has(name));
    for (const entry of merge(candidates(values), after)) {
      if (asked.every((filter) => passes(filter, entry.row, values.get(filter.name) ?? []))) yield entry;
    }
  }

  return {
    select: ({ values, after, skip = 0, limit }) => {
      const found: Row[] = [];
      let passed = 0;
      for (const entry of walk(values, after)) {
        if (passed++ < skip) continue;
        if (found.length === limit) break;
        found.push(entry.row);
      }
      return found;
    },
    count: (values) => (values.size === 0 ? all.length : [...walk(values)].length),
    get: (key) => byKey.get(key)?.row,
    put,
    remove,
    positionOf,
  };
}

function compare(one: Position, other: Position): number {
  if (one.at !== other.at) return other.at - one.at;
  return one.key < other.key ? -1 : one.key > other.key ? 1 : 0;
}

/** The values of the filter's field that pass; none where the filter restricts nothing or cannot use an index. */
function wantedValues(filter: Filter, values: readonly FilterValue[]): readonly FilterValue[] {
  if (filter.test === 'at-or-after' || values.length === 0) return [];
  if (filter.when !== undefined && values[0] !== filter.when) return [];
  return filter.value === undefined ? values : [filter.value];
}

function total(lists: readonly (readonly Entry[])[]): number {
  return lists.reduce((sum, list) => sum + list.length, 0);
}

/** All entries of several sorted lists behind `after`, in order. */
function* merge(lists: readonly (readonly Entry[])[], after?: Position): Generator<Entry> {
  const heads = lists.map((list) => ({ list, next: after === undefined ? 0 : firstBehind(list, after) }));
  for (;;) {
    let first: (typeof heads)[number] | undefined;
    for (const head of heads) {
      const entry = head.list[head.next];
      const leader = first?.list[first.next];
      if (entry !== undefined && (leader === undefined || compare(entry, leader) < 0)) first = head;
    }
    const entry = first?.list[first.next];
    if (first === undefined || entry === undefined) return;
    first.next += 1;
    yield entry;
  }
}

/** The index of the first entry that stands behind the position. */
function firstBehind(list: readonly Entry[], position: Position): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = list[middle];
    if (entry !== undefined && compare(entry, position) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function putIn(list: Entry[], entry: Entry): void {
  list.splice(firstBehind(list, entry), 0, entry);
}

function takeOut(list: Entry[], entry: Entry): void {
  const index = firstBehind(list, entry) - 1;
  if (list[index] === entry) list.splice(index, 1);
}

function groupBy(entries: readonly Entry[], field: string): Map<unknown, Entry[]> {
  const groups = new Map<unknown, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.row[field]);
    if (group === undefined) groups.set(entry.row[field], [entry]);
    else group.push(entry);
  }
  return groups;
}
