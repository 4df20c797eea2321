// Bad cursors beside the probes of the filters: a bad cursor counts as none, so the probe is answered all the same, and
// one request speaks of both. Where the answer is not what the probe alone must get, it proves nothing of the filter:
// the probe is asked again without the cursor, and the cursor is judged by its own check.

import type { InputModel } from '../../plan/input-model.ts';
import { type InvalidCursor, invalidCursors } from '../../plan/invalid-cursors.ts';
import { type Context, listIndex, vendorsLists } from '../../walk/context.ts';
import { type Arguments, passesAll } from '../../walk/filter-arguments.ts';
import type { Snapshot } from '../../walk/list-snapshot.ts';
import { keyOf, sameRow } from '../../walk/rows.ts';
import type { Walk } from '../../walk/walk.ts';

/** One bad cursor beside a filter. */
export type Piggyback = InvalidCursor & {
  readonly args: Arguments;
  readonly size: number | undefined;
  /** Whether the rows of the first page came. */
  readonly right: boolean;
};

/** Those so far. */
export function piggybacksOf(context: Context): Promise<Piggyback[]> {
  return context.memo('piggybacks', async () => []);
}

/** Asks with the next bad cursor; the walk where it gives all that the filters let through, in one page. */
export async function piggyback(
  context: Context,
  { snapshot, model }: { readonly snapshot: Snapshot; readonly model: InputModel },
  args: Arguments,
  size: number | undefined,
): Promise<Walk | undefined> {
  const piggybacks = await piggybacksOf(context);
  const next = await newestMeeting(context, model.classesOf(args));
  if (next === undefined) return undefined;
  const walk = await context.fresh(args, size, { start: next.cursor, refusable: true, maxPages: 1 });
  const right = isWhole(context, walk, snapshot);
  piggybacks.push({ ...next, args, size, right });
  return right ? walk : undefined;
}

/** The bad cursor that meets most classes of values that it has not met; at the standard depth each goes once. */
async function newestMeeting(context: Context, classes: readonly string[]): Promise<InvalidCursor | undefined> {
  // A cursor that is refused cannot ride on anything.
  const { paging } = context.operation.list;
  if (paging.style !== 'cursor' || paging.badCursor !== 'first-page') return undefined;
  const met = await context.memo('cursors met', async () => new Set<string>());
  const known = invalidCursors(listIndex(context), genuineCursor(context), foreignCursor(context)).filter(
    ({ certain }) => certain,
  );
  const meetings = ({ cursor }: InvalidCursor) => [cursor, ...classes.map((each) => `${cursor} ${each}`)];
  const news = (each: InvalidCursor) => meetings(each).filter((meeting) => !met.has(meeting)).length;
  const [best] = known
    .filter((each) => context.depth === 'full' || !met.has(each.cursor))
    .sort((one, other) => news(other) - news(one));
  if (best === undefined || news(best) === 0) return undefined;
  for (const meeting of meetings(best)) met.add(meeting);
  return best;
}

/** The first cursor that the deployment issued for this list. */
export function genuineCursor({ walks }: Context): string | undefined {
  return walks.flatMap(({ pages }) => pages.map(({ next }) => next)).find((next) => next !== undefined);
}

/** A cursor that the deployment issued for another list. */
export function foreignCursor(context: Context): string | undefined {
  return vendorsLists(context)
    .filter(({ operation }) => operation !== context.operation)
    .map(genuineCursor)
    .find((cursor) => cursor !== undefined);
}

/** Whether the walk holds exactly the rows of the list that pass its filters. */
function isWhole({ operation }: Context, walk: Walk, snapshot: Snapshot): boolean {
  const due = snapshot.rows.filter((row) => passesAll(walk.args, row));
  const rows = new Map(walk.rows.map((row) => [keyOf(operation, row), row]));
  return (
    walk.stop === 'end' &&
    walk.rows.length === due.length &&
    due.every((row) => {
      const twin = rows.get(keyOf(operation, row));
      return twin !== undefined && sameRow(twin, row);
    })
  );
}
