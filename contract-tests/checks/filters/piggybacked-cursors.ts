// Forged cursors that piggyback on the probes of the filters: a forged cursor counts as none, so the probe is answered all
// the same, and one request speaks of both. Where the answer is not what the probe alone must get, the piggyback proves
// nothing: the probe is asked again without it, and the cursor is judged by its own check.

import { malformedCursors } from '../../plan/invalid-cursors.ts';
import { type Context, listIndex } from '../../walk/context.ts';
import { type Arguments, passesAll } from '../../walk/filter-arguments.ts';
import type { Snapshot } from '../../walk/list-snapshot.ts';
import { keyOf, sameRow } from '../../walk/rows.ts';
import type { Walk } from '../../walk/walk.ts';

/** One forged cursor beside a filter. */
export type Piggyback = {
  readonly cursor: string;
  /** How messages name the cursor. */
  readonly name: string;
  readonly args: Arguments;
  readonly size: number | undefined;
  /** Whether the rows of the first page came. */
  readonly right: boolean;
};

const piggybacksBy = new WeakMap<Context, Piggyback[]>();

/** The piggybacks so far. */
export function piggybacksOf(context: Context): readonly Piggyback[] {
  return piggybacksBy.get(context) ?? [];
}

/** Asks with the next forged cursor; the walk where it gives all that the filters let through, in one page. */
export async function piggyback(
  context: Context,
  snapshot: Snapshot,
  args: Arguments,
  size: number | undefined,
): Promise<Walk | undefined> {
  const piggybacks = piggybacksBy.get(context) ?? [];
  piggybacksBy.set(context, piggybacks);
  const next = nextForgery(context, piggybacks);
  if (next === undefined) return undefined;
  const walk = await context.fresh(args, size, { start: next.cursor, refusable: true, maxPages: 1 });
  const right = isWhole(context, walk, snapshot);
  piggybacks.push({ cursor: next.cursor, name: next.name, args, size, right });
  return right ? walk : undefined;
}

/** A malformed one that has not been sent yet; what is made from a genuine one shows only in a list of several pages. */
function nextForgery(context: Context, piggybacks: readonly Piggyback[]) {
  // A cursor that is refused cannot piggyback on anything.
  const { paging } = context.operation.list;
  if (paging.style !== 'cursor' || paging.badCursor !== 'first-page') return undefined;
  const sent = new Set(piggybacks.map(({ cursor }) => cursor));
  return malformedCursors(listIndex(context)).find(({ cursor }) => !sent.has(cursor));
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
