// The first page of a list: what every call without a cursor gives, and every call with a bad one.
import type { Operation, Row } from '../../spec/index.ts';
import { passesAll } from '../walk/filter-arguments.ts';
import { type Page, placeOf } from '../walk/page.ts';
import { keyOf, rowMap, sameRow, sameRows } from '../walk/rows.ts';
import type { Walk } from '../walk/walk.ts';

/**
 * Whether the walk begins with as many rows of the list as fit on its page, in the list's order where that matters, and
 * goes on where more follow.
 */
export function isFirstPage(operation: Operation, { args, pages, size }: Walk, list: readonly Row[]): boolean {
  const { rows = [], next } = pages[0] ?? {};
  const due = list.filter((row) => passesAll(args, row));
  const fits = Math.min(due.length, size ?? operation.list.size?.default ?? due.length);
  if (rows.length !== fits || (next !== undefined) !== due.length > fits) return false;
  if (new Set(rows.map((row) => keyOf(operation, row))).size !== rows.length) return false;
  const byKey = new Map(due.map((row) => [keyOf(operation, row), row]));
  return rows.every((row, index) => {
    const twin = due.length === fits ? byKey.get(keyOf(operation, row)) : due[index];
    return twin !== undefined && sameRow(twin, row);
  });
}

/** Whether both pages hold the same rows, in whatever order, with more behind both or neither. */
export function isSamePage(operation: Operation, one: Page, other: Page): boolean {
  return (one.next === undefined) === (other.next === undefined) && isSameList(operation, one.rows, other.rows);
}

/** Whether both walks show the same rows, in whatever order, and come to their end or not. */
export function isSameWalk(operation: Operation, one: Walk, other: Walk): boolean {
  return one.stop === other.stop && isSameList(operation, one.rows, other.rows);
}

function isSameList(operation: Operation, one: readonly Row[], other: readonly Row[]): boolean {
  return one.length === other.length && sameRows(rowMap(operation, one), rowMap(operation, other));
}

/**
 * Whether both pages are the first of one list, with more behind both or neither. Lengths may vary; the default length
 * in place of the one that was asked for is a size that was forgotten.
 */
export function isSameFirstPage(operation: Operation, page: Page, first: Page): boolean {
  const isAsLong = page.rows.length === first.rows.length;
  if (isAsLong && (page.next === undefined) !== (first.next === undefined)) return false;
  const { size } = placeOf(first.exchange.request);
  const usual = operation.list.size?.default;
  if (!isAsLong && page.rows.length === usual && usual !== size) return false;
  if (page.rows.length > Math.max(first.rows.length, size ?? 0)) return false;
  const [one, other] = [page, first].map(({ rows }) => rows.map((row) => keyOf(operation, row)));
  return beginAlike(one ?? [], other ?? []);
}

/** Whether both begin the list: with the same rows, or one of them, cut shorter, with the first of the other. */
function beginAlike(one: readonly string[], other: readonly string[]): boolean {
  const [short = [], long = []] = [one, other].sort((a, b) => a.length - b.length);
  const isPrefix = short.length > 0 && short.every((key, index) => key === long[index]);
  return isPrefix || one.toSorted().join('\n') === other.toSorted().join('\n');
}
