// Bad cursors beside the probes of the filters: a bad cursor counts as none, so the probe is answered all the same, and
// one request speaks of both. Where the answer is not what the probe alone must get, it proves nothing of the filter:
// the probe is asked again without the cursor, and the cursor is judged by its own check.

import { isFirstPage } from '../model/first-page.ts';
import { type InvalidCursor, invalidCursors } from '../plan/invalid-cursors.ts';
import { type Context, listIndex, vendorsLists } from '../walk/context.ts';
import { isServed, type Walk } from '../walk/walk.ts';

/** One bad cursor beside a filter, and what it was answered with. */
export type Piggyback = InvalidCursor & {
  readonly walk: Walk;
  /** Whether the first page came; of a cursor that may be genuine, whether a list did. */
  readonly right: boolean;
};

/** Those so far. */
export function piggybacksOf(context: Context): Promise<Piggyback[]> {
  return context.memo('piggybacks', async () => []);
}

/** The bad cursor of a class that can be made, or else the next class that has not been asked for. */
export async function invalidCursorFor(context: Context, wanted?: string): Promise<InvalidCursor | undefined> {
  // A cursor that is refused cannot go with anything.
  const { paging } = context.operation.list;
  if (paging.style !== 'cursor' || paging.badCursor !== 'first-page') return undefined;
  const known = invalidCursors(listIndex(context), genuineCursor(context), { foreign: foreignCursor(context) });
  if (wanted !== undefined) return known.find((each) => each.class === wanted);
  const piggybacks = await piggybacksOf(context);
  const fresh = known.filter(({ certain, cursor }) => certain && !piggybacks.some((each) => each.cursor === cursor));
  return fresh.find((each) => !piggybacks.some((other) => other.class === each.class)) ?? fresh[0];
}

/** Whether a walk that began with a bad cursor gives the first page of what the filters let through, and proves it; it is noted. */
export async function givesFirstPage(context: Context, invalid: InvalidCursor, walk: Walk): Promise<boolean> {
  const { rows } = await context.snapshot();
  const right = isServed(walk) && (!invalid.certain || isFirstPage(context.operation, walk, rows));
  (await piggybacksOf(context)).push({ ...invalid, walk, right });
  return right && invalid.certain;
}

/** The first cursor that the deployment issued for this list. */
export function genuineCursor({ walks }: Context): string | undefined {
  for (const { pages } of walks) for (const { next } of pages) if (next !== undefined) return next;
  return undefined;
}

/** A cursor that the deployment issued for another list. */
export function foreignCursor(context: Context): string | undefined {
  return vendorsLists(context)
    .filter(({ operation }) => operation !== context.operation)
    .map(genuineCursor)
    .find((cursor) => cursor !== undefined);
}
