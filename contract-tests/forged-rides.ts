// Forged cursors that ride on the probes of the filters: a forged cursor counts as none, so the probe is answered all
// the same, and one request speaks of both. Where the answer is not what the probe alone must get, the ride proves
// nothing: the probe is asked again without it, and the cursor is judged by its own check.
import { type Arguments, passesAll } from './arguments.ts';
import { malformedCursors } from './forged-cursor.ts';
import { keyOf, sameRow } from './rows.ts';
import { type Scene, turnOf } from './scene.ts';
import type { Universe } from './universe.ts';
import type { Walk } from './walk.ts';

/** One forged cursor beside a filter. */
export type Ride = {
  readonly cursor: string;
  /** How messages name the cursor. */
  readonly name: string;
  readonly args: Arguments;
  readonly size: number | undefined;
  /** Whether the rows of the first page came. */
  readonly right: boolean;
};

const ridesOf = new WeakMap<Scene, Ride[]>();

/** The rides so far. */
export function ridesOn(scene: Scene): readonly Ride[] {
  return ridesOf.get(scene) ?? [];
}

/** Asks with the next forged cursor; the walk where it gives all that the filters let through, in one page. */
export async function ride(
  scene: Scene,
  by: string,
  universe: Universe,
  args: Arguments,
  size: number | undefined,
): Promise<Walk | undefined> {
  const rides = ridesOf.get(scene) ?? [];
  ridesOf.set(scene, rides);
  const next = nextForgery(scene, rides);
  if (next === undefined) return undefined;
  const walk = await scene.fresh(by, args, size, { start: next.cursor, refusable: true, maxPages: 1 });
  const right = isWhole(scene, walk, universe);
  rides.push({ cursor: next.cursor, name: next.name, args, size, right });
  return right ? walk : undefined;
}

/** A malformed one that has not been sent yet; what is made from a genuine one shows only in a list of several pages. */
function nextForgery(scene: Scene, rides: readonly Ride[]) {
  // A cursor that is refused cannot ride on anything.
  const { paging } = scene.operation.list;
  if (paging.style !== 'cursor' || paging.badCursor !== 'first-page') return undefined;
  const sent = new Set(rides.map(({ cursor }) => cursor));
  return malformedCursors(turnOf(scene)).find(({ cursor }) => !sent.has(cursor));
}

/** Whether the walk holds exactly the rows of the list that pass its filters. */
function isWhole({ operation }: Scene, walk: Walk, universe: Universe): boolean {
  const due = universe.rows.filter((row) => passesAll(walk.args, row));
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
