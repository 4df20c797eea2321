// Bad cursors beside the probes of the filters: a bad cursor counts as none, so the probe is answered all the same, and
// one request speaks of both. Where the answer is not what the probe alone must get, it proves nothing of the filter:
// the probe is asked again without the cursor, and the cursor is judged by its own check.
import { type InvalidCursor, invalidCursors } from '../../plan/invalid-cursors.ts';
import { type Context, listIndex } from '../../walk/context.ts';
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
  snapshot: Snapshot,
  args: Arguments,
  size: number | undefined,
): Promise<Walk | undefined> {
  const piggybacks = await piggybacksOf(context);
  const sent = new Map<string, number>();
  for (const { cursor } of piggybacks) sent.set(cursor, (sent.get(cursor) ?? 0) + 1);
  const next = leastSent(context, sent);
  if (next === undefined) return undefined;
  const walk = await context.fresh(args, size, { start: next.cursor, refusable: true, maxPages: 1 });
  const right = isWhole(context, walk, snapshot);
  piggybacks.push({ ...next, args, size, right });
  return right ? walk : undefined;
}

/** The bad cursor that was sent least often; at the standard depth each once. */
function leastSent(context: Context, sent: ReadonlyMap<string, number>): InvalidCursor | undefined {
  // A cursor that is refused cannot ride on anything.
  const { paging } = context.operation.list;
  if (paging.style !== 'cursor' || paging.badCursor !== 'first-page') return undefined;
  const known = invalidCursors(listIndex(context), genuineCursor(context)).filter(({ certain }) => certain);
  const least = Math.min(...known.map(({ cursor }) => sent.get(cursor) ?? 0));
  const most = context.depth === 'standard' ? 0 : Number.POSITIVE_INFINITY;
  return least > most ? undefined : known.find(({ cursor }) => (sent.get(cursor) ?? 0) === least);
}

/** The first cursor that the deployment issued for this list. */
export function genuineCursor({ walks }: Context): string | undefined {
  return walks.flatMap(({ pages }) => pages.map(({ next }) => next)).find((next) => next !== undefined);
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
