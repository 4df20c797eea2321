// Which rows are walked in small pages, and in pages of what size: where pages are cut between rows of one instant, a list loses rows
// that does not put those in an order of its own.
import type { Operation, Row } from '../../spec/index.ts';
import type { Context } from '../walk/context.ts';
import type { SeenList } from '../walk/list-snapshot.ts';
import { allowedSize } from '../walk/page.ts';
import { tiesIn } from '../walk/ties.ts';
import { snapshotPart } from './snapshot-part.ts';

/** A list, or a part of one, and a page size that cuts it. */
export type SmallPages = { readonly list: SeenList; readonly size: number };

/** Into how many pages rows are cut, and which part of a list is taken: of those in one reply the one with most of these. */
type Cut = {
  readonly most: number;
  readonly least: number;
  readonly by: (operation: Operation, rows: readonly Row[]) => number;
};

/** What the standard depth spends on one list. A page fewer would hide what goes wrong behind the second. */
export const FEW: Cut = { most: 3, least: 2, by: (_, rows) => rows.length };
/** What is spent where the order of rows was seen to change: a cut between two of one instant loses a row every other time. */
export const MANY: Cut = { most: 12, least: 5, by: (operation, rows) => tiesIn(operation, rows).size };

/** What comes in one reply, unless only the whole list has rows of one instant to cut between. */
export async function smallPages(context: Context, whole: SeenList, cut: Cut): Promise<SmallPages> {
  const { operation } = context;
  const sizeOf = (list: SeenList) => ({ list, ...cutSize(operation, list.snapshot.rows, cut) });
  const all = sizeOf(whole);
  if (whole.snapshot.walk.pages.length === 1) return all;
  const found = await snapshotPart(context, whole.snapshot, (rows) => cut.by(operation, rows));
  if (found === undefined) return all;
  const part = sizeOf(found);
  const isFew = all.size * cut.most >= whole.snapshot.rows.length;
  return part.ties === 0 && all.ties > 0 && isFew ? all : part;
}

/** The page size that cuts between as many rows of one instant as possible, and how many those are. */
function cutSize(
  operation: Operation,
  rows: readonly Row[],
  { most, least }: Cut,
): { readonly size: number; readonly ties: number } {
  const ties = tiesIn(operation, rows);
  const smallest = allowedSize(operation, Math.ceil(rows.length / most));
  const largest = allowedSize(operation, Math.max(smallest, Math.ceil(rows.length / least) - 1));
  let best = { size: smallest, worth: -1, ties: 0 };
  for (let size = smallest; size <= largest; size += 1) {
    // A last page that is exactly full is where the end of a list is told wrongly.
    const full = rows.length % size === 0 ? 2 : 0;
    const between = [...ties].filter((index) => index % size === 0).length;
    if (between + full > best.worth) best = { size, worth: between + full, ties: between };
  }
  return best;
}
