// A list as it was seen in one walk of all its pages.
import type { Operation, Row } from '../../spec/index.ts';
import { type Arguments, describe } from './filter-arguments.ts';
import { type RowMap, rowMap, sameRows } from './rows.ts';
import type { Walk } from './walk.ts';

export type Snapshot = {
  /** What every walk asks for: values that lift default restrictions, and what it is narrowed to where the whole list is too long. */
  readonly base: Arguments;
  readonly walk: Walk;
  readonly rows: readonly Row[];
  readonly byKey: RowMap;
  /** Whether the walk came to the end of the list. */
  readonly complete: boolean;
  /** Since when the list has been seen with these very rows: the number of requests that were sent before. */
  readonly since: number;
};

/** A list, or a part of one: as it was seen last, and how to see it anew. */
export type SeenList = { readonly snapshot: Snapshot; readonly refresh: () => Promise<Snapshot> };

/** Tells whether a walk asks for the whole list, from its first page on, in pages of whatever size. */
export function wholeWalks({ base }: Snapshot): (walk: Walk) => boolean {
  const asked = describe(base);
  return ({ args, start, place }) => start === undefined && place === undefined && describe(args) === asked;
}

/** The snapshot that a walk shows; `before` is the same list as it was seen last. */
export function snapshotOf(operation: Operation, base: Arguments, walk: Walk, before?: Snapshot): Snapshot {
  const byKey = rowMap(operation, walk.rows);
  const unchanged = before !== undefined && sameRows(before.byKey, byKey);
  return {
    base,
    walk,
    rows: walk.rows,
    byKey,
    complete: walk.stop === 'end',
    since: unchanged ? before.since : walk.at,
  };
}

/** The part of what every walk asks for that narrows the list; empty where it is seen as a whole. */
export function narrowedTo({ base }: Snapshot): Arguments {
  return base.filter(({ filter }) => filter.byDefault.length === 0);
}

/** Why not all of the list was seen, as gaps say it. */
export function whyIncomplete({ walk: { stop } }: Snapshot): string {
  if (stop === 'loop') return 'the pages of the whole list do not come to an end';
  return 'the whole list is too long for the budget of requests';
}
