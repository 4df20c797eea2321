// Rows that are alike in what the list is ordered by: where they stand is arbitrary, and pages lose or repeat them.
import { instant, memberOf, type Operation, type Row } from '../../spec/index.ts';

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

function alike(one: unknown, other: unknown): boolean {
  return one === other || instant(one) === instant(other);
}
