// Rows that are alike in what the list is ordered by: where they stand is arbitrary, and pages lose or repeat them.
import { instant, memberOf, type Operation, type Row } from '../../spec/index.ts';
import type { Snapshot } from './list-snapshot.ts';
import { keyOf, sameRow } from './rows.ts';
import type { Walk } from './walk.ts';

/** Indexes of rows that have the same value as the row before in the first member of the order. */
export function tiesIn({ list }: Operation, rows: readonly Row[]): Set<number> {
  const field = list.order?.keys[0]?.field;
  const ties = new Set<number>();
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    if (field !== undefined && before !== undefined && alike(memberOf(row, field), memberOf(before, field)))
      ties.add(index);
  }
  return ties;
}

/** Whether a page shows two rows of the list the other way round, though nothing about them has changed. */
export function hasUnstableOrder(operation: Operation, { rows, byKey }: Snapshot, walks: readonly Walk[]): boolean {
  const places = new Map(rows.map((row, place) => [keyOf(operation, row), place]));
  const placesOn = (page: readonly Row[]) =>
    page.flatMap((row) => {
      const key = keyOf(operation, row);
      const known = byKey.get(key);
      return known !== undefined && sameRow(known, row) ? (places.get(key) ?? []) : [];
    });
  const isTurned = (page: readonly Row[]) =>
    placesOn(page).some((place, index, all) => index > 0 && place < (all[index - 1] ?? 0));
  return walks.some(({ more, pages }) => more.length === 0 && pages.some((page) => isTurned(page.rows)));
}

function alike(one: unknown, other: unknown): boolean {
  return one === other || instant(one) === instant(other);
}
