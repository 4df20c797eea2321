// The rows of one list, as one caller sees them: a table that never changes, and what this caller has changed of it.
import type { RowSource } from '../../fixtures/index.ts';
import { cached, type Filter, type Operation, type Order, passes, type Row } from '../../spec/index.ts';
import { chooseRanks, type Values } from './choose-ranks.ts';
import { changeRow, copyDelta, type Delta, type Entry, emptyDelta } from './delta.ts';
import { type ListedRow, listRows } from './listed-row.ts';
import { mergeRows } from './merge-rows.ts';
import { comparePositions, type Position, positionIn } from './position.ts';
import { createTable, type Table } from './table.ts';

/** Which rows are asked for. */
type Selection = {
  readonly values: Values;
  /** Filters that are not given restrict nothing, not even by default. @default false */
  readonly bare?: boolean;
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
  /** The same rows, with their bytes. */
  readonly list: (selection: Selection) => readonly ListedRow[];
  /** How many rows pass the filters; `bare` as above. */
  readonly count: (values: Values, bare?: boolean) => number;
  readonly get: (key: string) => Row | undefined;
  /** Adds a row, or replaces the one with its key. */
  readonly put: (row: Row) => void;
  readonly remove: (key: string) => void;
  /** Where the row stands in an order. @default the order of the list */
  readonly positionOf: (row: Row, order?: Order) => Position;
  /** Another view of the same rows: a change to one is not seen by the other. Costs the same at any size. */
  readonly fork: () => Store;
  /** Stands for the rows as they are now: another one after each change. */
  readonly state: () => object;
};

/** A store of an operation's rows. Without a documented order they stand in the order of their keys. */
export function createStore(operation: Operation, source: RowSource): Store {
  const { list } = operation;
  const usual: Order = list.order?.keys ?? [{ field: list.key, descending: false }];
  const listed = listRows(source);
  const tables = new Map<string, Table>();
  const tableOf = (order: Order): Table =>
    cached(tables, JSON.stringify(order), () => createTable(operation, source, order));
  const base = { operation, usual, table: tableOf(usual), tableOf, listed };
  return viewOf(base, emptyDelta());
}

/** What all views of a list share. */
type Base = {
  readonly operation: Operation;
  readonly usual: Order;
  readonly table: Table;
  /** The rows in another order, read when it is first asked for. */
  readonly tableOf: (order: Order) => Table;
  readonly listed: (index: number) => ListedRow;
};

function viewOf(base: Base, given: Delta): Store {
  const { operation, usual, table } = base;
  const { key } = operation.list;
  let delta = given;
  // A delta that was forked, or handed over, belongs to others as well.
  let shared = true;
  const own = (): Delta => {
    if (shared) delta = copyDelta(delta);
    else delta = { ...delta };
    shared = false;
    return delta;
  };
  const positionOf: Store['positionOf'] = (row, order = usual) => positionIn(order, key, row);
  const filtersIn = (values: Values, bare = false): readonly Filter[] =>
    bare ? operation.filters.filter(({ name }) => values.has(name)) : operation.filters;
  const keeps = (filters: readonly Filter[], row: Row, values: Values): boolean =>
    filters.every((filter) => passes(filter, row, values.get(filter.name) ?? []));

  const list: Store['list'] = ({ values, bare, order = usual, after, before, skip = 0, limit }) => {
    const filters = filtersIn(values, bare);
    const asked = order === usual ? table : base.tableOf(order);
    const { read, holds } = chooseRanks(asked, values, filters);
    const changed = entriesIn(delta, asked, usual, positionOf).filter(({ listed }) =>
      keeps(filters, listed.row, values),
    );
    const from = after === undefined ? 0 : asked.rankFrom(after);
    return mergeRows({
      table: asked,
      read,
      holds,
      hidden: hiddenIn(delta, table, asked),
      changed,
      from,
      after,
      before,
      skip,
      limit,
      listed: base.listed,
    });
  };

  return {
    select: (selection) => list(selection).map(({ row }) => row),
    list,
    count: (values, bare) => {
      const filters = filtersIn(values, bare);
      const { read, holds } = chooseRanks(table, values, filters);
      const reader = read(0);
      let count = 0;
      if (holds === undefined) count = reader.left();
      else for (let rank = reader.next(); rank >= 0; rank = reader.next()) if (holds(rank)) count += 1;
      const gone = [...delta.hidden].filter((rank) => keeps(filters, table.outlineAt(rank), values));
      return count - gone.length + delta.entries.filter(({ listed }) => keeps(filters, listed.row, values)).length;
    },
    get: (name) => {
      if (delta.rows.has(name)) return delta.rows.get(name)?.listed.row;
      const rank = table.rankOf(name);
      return rank === undefined ? undefined : base.listed(table.indexAt(rank)).row;
    },
    put: (row) => {
      const position = positionOf(row);
      changeRow(own(), table, position.key, { ...position, row });
    },
    remove: (name) => {
      if (delta.rows.has(name) ? delta.rows.get(name) === undefined : table.rankOf(name) === undefined) return;
      changeRow(own(), table, name, undefined);
    },
    positionOf,
    fork: () => {
      shared = true;
      return viewOf(base, delta);
    },
    state: () => delta,
  };
}

/** The changed rows in the order that is asked for. */
function entriesIn(delta: Delta, { order }: Table, usual: Order, positionOf: Store['positionOf']): readonly Entry[] {
  if (order === usual) return delta.entries;
  return delta.entries
    .map((entry) => ({ ...entry, ...positionOf(entry.listed.row, order) }))
    .sort((one, other) => comparePositions(order, one, other));
}

/** The hidden rows, by their ranks in the order that is asked for. */
function hiddenIn({ hidden }: Delta, table: Table, asked: Table): ReadonlySet<number> {
  if (asked === table || hidden.size === 0) return hidden;
  const ranks = [...hidden].map((rank) => asked.rankOf(table.positionAt(rank).key));
  return new Set(ranks.filter((rank) => rank !== undefined));
}
