// Rows that are missing behind filters in a list of several pages: is it the filters, or do the pages lose them?
import { cached, type Row } from '../../spec/index.ts';
import type { StableComparison } from '../model/stable-comparison.ts';
import type { Context } from '../walk/context.ts';
import { isId, passesAll, within } from '../walk/filter-arguments.ts';
import { placeOf } from '../walk/page.ts';
import { keyOf, textIn } from '../walk/rows.ts';

/** A walk, and the list as it was seen. */
type Seen = Pick<StableComparison, 'walk' | 'snapshot'>;

/**
 * Whether it is the pages: others are repeated in place of the rows, or the first page holds what it should, and a row that the
 * later ones lack comes where all that was asked, and an id of the row beside it, fits in one reply. Asked once, and only where rows
 * are missing.
 */
export async function isLostByPages(context: Context, comparison: StableComparison): Promise<boolean> {
  const { walk, differences } = comparison;
  const { operation } = context;
  const [first, ...later] = walk.pages;
  const missing = differences.find(({ kind }) => kind === 'missing');
  const isOfPages = differences.every(({ kind }) => kind === 'missing' || kind === 'twice');
  if (first === undefined || !isOfPages) return false;
  // A page that is full may have lost what should follow it; one that is not holds all that there is.
  const isFull = first.rows.length > 0 && first.rows.length === placeOf(first.exchange.request).size;
  if (later.length === 0 && !isFull) return false;
  if (isReplaced(comparison)) return true;
  const due = dueRows(comparison).map((row) => keyOf(operation, row));
  const isRight = first.rows.every((row, index) => keyOf(operation, row) === due[index]);
  if (missing?.listed === undefined || !isRight) return false;
  for (const filter of operation.filters.filter(isId)) {
    const value = textIn(missing.listed, filter.field);
    if (value === '' || walk.args.some((argument) => argument.filter === filter)) continue;
    const args = within(walk.args, [{ filter, values: [value] }]);
    const part = await context.walk(args, operation.list.size?.maximum, { maxPages: 1 });
    if (part.stop === 'end') return part.rows.some((row) => keyOf(operation, row) === missing.key);
  }
  return false;
}

const dueRows = ({ walk, snapshot }: Seen): readonly Row[] => snapshot.rows.filter((row) => passesAll(walk.args, row));

const replaced = new WeakMap<Seen, boolean>();

/** Whether rows that are repeated stand in the places of those that are missing: pages lost these, and end where they should. Asked row by row. */
export function isReplaced(seen: Seen): boolean {
  const { walk } = seen;
  return cached(
    replaced,
    seen,
    () => walk.pages.length > 1 && walk.stop === 'end' && walk.rows.length >= dueRows(seen).length,
  );
}
