// Rows of one instant: where the order of a list hangs on a thread, and pages lose or repeat rows.
import { instant, type Row } from '../spec/index.ts';

/** Indexes of rows that were created at the same instant as the row before. */
export function tiesIn(rows: readonly Row[]): Set<number> {
  const ties = new Set<number>();
  for (const [index, row] of rows.entries()) {
    if (index > 0 && instant(row.createdAt) === instant(rows[index - 1]?.createdAt)) ties.add(index);
  }
  return ties;
}
