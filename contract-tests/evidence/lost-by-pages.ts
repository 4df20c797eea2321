// Rows that are missing behind filters in a list of several pages: is it the filters, or do the pages lose them?
import type { StableComparison } from '../model/stable-comparison.ts';
import type { Context } from '../walk/context.ts';
import { type Arguments, isId, passesAll, within } from '../walk/filter-arguments.ts';
import { placeOf } from '../walk/page.ts';
import { keyOf, textIn } from '../walk/rows.ts';

/**
 * Whether it is the pages: others are repeated in place of the rows, or the first page holds what it should, and a row that the later ones lack comes where all that was asked, and an
 * id of the row beside it, fits in one reply. Asked once, and only where rows are missing.
 */
export async function isLostByPages(
  context: Context,
  { walk, differences, snapshot }: StableComparison,
): Promise<boolean> {
  const { operation } = context;
  const [first, ...later] = walk.pages;
  const isOfPages = differences.every(({ kind }) => kind === 'missing' || kind === 'twice');
  if (first === undefined || !isOfPages) return false;
  // A page that is full may have lost what should follow it; one that is not holds all that there is.
  const isFull = first.rows.length > 0 && first.rows.length === placeOf(first.exchange.request).size;
  if (later.length === 0 && !isFull) return false;
  if (isReplaced({ walk, snapshot })) return true;
  const due = snapshot.rows.filter((row) => passesAll(walk.args, row)).map((row) => keyOf(operation, row));
  if (first.rows.some((row, index) => keyOf(operation, row) !== due[index])) return false;
  for (const { listed = {}, key } of differences.filter(({ kind }) => kind === 'missing').slice(0, 1)) {
    const ids: Arguments = operation.filters
      .filter((filter) => isId(filter) && !walk.args.some((argument) => argument.filter === filter))
      .map((filter) => ({ filter, values: [textIn(listed, filter.field)] }));
    for (const id of ids.filter(({ values: [value] }) => value !== '')) {
      const part = await context.walk(within(walk.args, [id]), operation.list.size?.maximum, { maxPages: 1 });
      if (part.stop === 'end') return part.rows.some((row) => keyOf(operation, row) === key);
    }
  }
  return false;
}

/** Whether rows that are repeated stand in the places of those that are missing: pages lost these, and end where they should. */
export function isReplaced({ walk, snapshot }: Pick<StableComparison, 'walk' | 'snapshot'>): boolean {
  const due = snapshot.rows.filter((row) => passesAll(walk.args, row));
  return walk.pages.length > 1 && walk.stop === 'end' && walk.rows.length >= due.length;
}
