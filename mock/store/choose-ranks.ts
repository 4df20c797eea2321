// Which ranks a query asks for: the lists that hold them, and what remains to be looked at row by row.
import { type Filter, type FilterValue, kindOf, passes, restricting } from '../../spec/index.ts';
import type { Column } from './column.ts';
import type { Group } from './groups.ts';
import { partitionPoint } from './partition-point.ts';
import { type Reader, readLists, readSpan, type Span } from './ranks.ts';
import { hasColumn, type Table } from './table.ts';

/** The values of each filter parameter that is given. */
export type Values = ReadonlyMap<string, readonly FilterValue[]>;

/** The rows that pass, in their order. */
export type Choice = {
  /** Reads ranks that may pass, from this one on. */
  readonly read: (from: number) => Reader;
  /** Whether a rank that was read passes; undefined where each does. */
  readonly holds: ((rank: number) => boolean) | undefined;
};

/** A column, and the numbers of the values that are asked for. */
type Wanted = { readonly column: Column; readonly codes: ReadonlySet<number> };

/** The ranks of a table whose rows pass the filters. */
export function chooseRanks(table: Table, values: Values, filters: readonly Filter[] = table.filters): Choice {
  let span: Span = { from: 0, to: table.size };
  const few: Wanted[] = [];
  const many: Wanted[] = [];
  const unindexed: Filter[] = [];
  for (const filter of filters) {
    const given = values.get(filter.name) ?? [];
    const wanted = restricting(filter, given);
    if (wanted.length === 0) continue;
    const bounds = boundsOf(table, filter, given);
    const column = hasColumn(filter) ? columnOf(table, filter.field) : undefined;
    if (bounds !== undefined) span = { from: Math.max(span.from, bounds.from), to: Math.min(span.to, bounds.to) };
    else if (column === undefined) unindexed.push(filter);
    else (table.groups.has(filter.field) ? many : few).push({ column, codes: codesOf(column, filter, wanted) });
  }
  const lists = listsOf(table, few, many);
  const read = (from: number): Reader => {
    const rest = { from: Math.max(from, span.from), to: span.to };
    return lists === undefined ? readSpan(rest) : readLists(lists, rest);
  };
  // Short lists are not divided by cell, so that what they were chosen by is all they are sure of.
  const looked = many.length > 0 ? [...few, ...many] : [];
  if (looked.length + unindexed.length === 0) return { read, holds: undefined };
  const holds = (rank: number): boolean => {
    if (!looked.every(({ column, codes }) => codes.has(column.codes[rank] ?? 0))) return false;
    if (unindexed.length === 0) return true;
    const outline = table.outlineAt(rank);
    return unindexed.every((filter) => passes(filter, outline, values.get(filter.name) ?? []));
  };
  return { read, holds };
}

function columnOf({ cells, groups }: Table, field: string): Column | undefined {
  return groups.get(field)?.column ?? cells.columns.find((column) => column.field === field);
}

function codesOf({ codeOf }: Column, { test }: Filter, wanted: readonly FilterValue[]): ReadonlySet<number> {
  const asked = test === 'equals' ? wanted.slice(0, 1) : wanted;
  return new Set(asked.map(codeOf).filter((code) => code !== undefined));
}

/** The lists that hold what passes; undefined where that is every rank. */
function listsOf(table: Table, few: readonly Wanted[], many: readonly Wanted[]): readonly Int32Array[] | undefined {
  const { cells, columns } = table.cells;
  const places = few.map(({ column, codes }) => ({ place: columns.indexOf(column), codes }));
  const inCells = cells.map(({ codes }) => places.every((each) => each.codes.has(codes[each.place] ?? 0)));
  const [shortest] = many
    .map((wanted) => ({ wanted, groups: groupsOf(table, wanted) }))
    .sort((one, other) => sizeOf(one.groups) - sizeOf(other.groups));
  if (shortest === undefined)
    return few.length === 0 ? undefined : cells.filter((_, cell) => inCells[cell]).map(({ ranks }) => ranks);
  const others = many.filter((wanted) => wanted !== shortest.wanted);
  return shortest.groups
    .filter((group) => others.every((other) => mayMeet(group, other)))
    .flatMap(({ parts }) => parts)
    .filter(({ cell }) => cell === undefined || inCells[cell])
    .map(({ ranks }) => ranks);
}

/** Whether rows of the group may have one of the values. */
function mayMeet({ common }: Group, { column, codes }: Wanted): boolean {
  const code = common(column);
  return code === undefined ? codes.size > 0 : codes.has(code);
}

function groupsOf({ groups }: Table, { column, codes }: Wanted): readonly Group[] {
  return [...codes].flatMap((code) => groups.get(column.field)?.of(code) ?? []);
}

function sizeOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { size }) => sum + size, 0);
}

const COMPARED = new Set(['instant', 'number']);

/** The ranks that a comparison with the first member of the order leaves; undefined where it does not cut the list in two. */
function boundsOf(table: Table, filter: Filter, given: readonly FilterValue[]): Span | undefined {
  const { order, measured, size, outlineAt } = table;
  if (!measured || filter.field !== order[0]?.field || !COMPARED.has(kindOf(filter))) return undefined;
  const passesAt = (rank: number) => passes(filter, outlineAt(rank), given);
  if (size === 0) return { from: 0, to: 0 };
  const [first, last] = [passesAt(0), passesAt(size - 1)];
  if (first === last) return first ? { from: 0, to: size } : { from: 0, to: 0 };
  const change = partitionPoint(0, size, (rank) => passesAt(rank) === first);
  return first ? { from: 0, to: change } : { from: change, to: size };
}
