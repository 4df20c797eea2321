// Rows, and when two of them are the same.
import { instant, memberOf, type Operation, type Row } from '../../spec/index.ts';

/** Rows by key; the first of several with one key. */
export type RowMap = ReadonlyMap<string, Row>;

export function keyOf(operation: Operation, row: Row): string {
  const key = memberOf(row, operation.list.key);
  return typeof key === 'string' ? key : JSON.stringify(key ?? null);
}

/** Whether the row says which one it is: one that does not can be told from no other. */
export function hasKey(operation: Operation, row: Row): boolean {
  return (memberOf(row, operation.list.key) ?? null) !== null;
}

/** Whether the row says anything: one that does not was no object. */
export function isRead(row: Row): boolean {
  return Object.keys(row).length > 0;
}

/** The values of a member, a key, that rows share which are not the same: nobody can say which of them one means. */
export function sharedKeys(rows: readonly Row[], member: string): ReadonlySet<unknown> {
  const first = new Map<unknown, Row>();
  const shared = new Set<unknown>();
  for (const row of rows) {
    const key = memberOf(row, member);
    const twin = first.get(key);
    if (twin === undefined) first.set(key, row);
    else if (!sameRow(twin, row)) shared.add(key);
  }
  return shared;
}

/** What stands for the keys of rows without one. */
export const NO_KEY = JSON.stringify(null);

/** The member as a text; an empty one where it is no text, number or boolean. */
export function textIn(row: Row, member: string): string {
  const value = memberOf(row, member);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The member as a number; NaN where it is none, as text or as it stands. */
export function numberIn(row: Row, member: string): number {
  return Number(textIn(row, member) || Number.NaN);
}

export function rowMap(operation: Operation, rows: readonly Row[]): RowMap {
  const map = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(operation, row);
    if (!map.has(key)) map.set(key, row);
  }
  return map;
}

/** The rows by their keys, whatever order they came in. */
export function inKeyOrder(operation: Operation, rows: readonly Row[]): readonly Row[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(operation, row) }));
  return keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)).map(({ row }) => row);
}

/** Whether two rows say the same, whatever the order of their members. */
export function sameRow(one: Row, other: Row): boolean {
  return sameValue(one, other);
}

/** Whether two JSON values are the same, an instant in whatever form; rows are compared so often that nothing else is asked of them. */
function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one === 'string' && typeof other === 'string') return instant(one) === instant(other);
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [one as Row, other as Row];
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  for (const name of names) if (!Object.hasOwn(right, name) || !sameValue(left[name], right[name])) return false;
  return true;
}

/** Whether two lists hold the same rows, in whatever order. */
export function sameRows(one: RowMap, other: RowMap): boolean {
  if (one.size !== other.size) return false;
  for (const [key, row] of one) {
    const twin = other.get(key);
    if (twin === undefined || !sameRow(row, twin)) return false;
  }
  return true;
}

/** The rows that stand in all of these lists, unchanged. */
export function steadyRows(lists: readonly RowMap[]): RowMap {
  const [first, ...others] = lists;
  const steady = new Map<string, Row>();
  for (const [key, row] of first ?? []) {
    const unchanged = others.every((list) => {
      const twin = list.get(key);
      return twin !== undefined && sameRow(row, twin);
    });
    if (unchanged) steady.set(key, row);
  }
  return steady;
}
