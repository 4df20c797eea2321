// Comparing two walks of a list that may be changing: a sandwich (list, walk, list again), judged on what stood still,
// and repeated until it is clear whether a difference is a defect or a change. Never "retry until green": every trial counts.

import type { Row } from '../../spec/index.ts';
import type { Context } from '../walk/context.ts';
import type { SeenList, Snapshot } from '../walk/list-snapshot.ts';
import { type RowMap, sameRows } from '../walk/rows.ts';
import { hasBegunAnew, isServed, type Walk } from '../walk/walk.ts';
import { type Difference, differ } from './difference.ts';

/** What a comparison came to. */
export type StableComparison = {
  readonly differences: readonly Difference[];
  /** The walk that shows them. */
  readonly walk: Walk;
  readonly snapshot: Snapshot;
  /** The data never stood still for long enough to tell. */
  readonly moving: boolean;
};

/** What is compared. */
export type Comparison = {
  readonly context: Context;
  readonly walk: Walk;
  /** Which rows of the whole list the walk must have. */
  readonly belongs: (row: Row) => boolean;
  /** The same walk, fetched anew. */
  readonly again: () => Promise<Walk>;
  /** The list to compare with, and how to fetch it anew. @default the context's snapshot */
  readonly list?: SeenList;
};

type ProbeRun = { readonly walk: Walk; readonly before: Snapshot; readonly after: Snapshot };

const TRIALS = 6;
/** How many trials must show a defect: one and the same row, or any. */
const SIGHTINGS = { ofOne: 2, ofAny: 4 } as const;
/** How often a walk is repeated at once before what it shows differently counts: servers that take turns may show a row in turns. */
const REPEATS = 2;
/** A list that has shown no change for so long, in milliseconds, is taken to stand still. */
const STILL_FOR = 1200;

export async function compareWhenStable(comparison: Comparison): Promise<StableComparison> {
  const { context, belongs } = comparison;
  const { operation } = context;
  const list = comparison.list ?? { snapshot: await context.snapshot(), refresh: () => context.refresh() };
  let before = list.snapshot;
  let { walk } = comparison;
  const done = (differences: readonly Difference[], moving = false): StableComparison => ({
    differences,
    walk,
    snapshot: before,
    moving,
  });
  const lists: RowMap[] = [before.byKey];
  const proven = async ({ walk: shown, differences }: Suspect): Promise<StableComparison> => {
    // What a cache keeps is as old as it says, and stands still while the list behind it moves.
    if (isStored(shown) || isStored(before.walk)) return done([], true);
    return { ...done(await lasting(comparison, differences, lists)), walk: shown };
  };
  if (differ(operation, belongs, walk, [before.byKey]).length === 0) return done([]);
  // A walk that is older than the list as it stands now says nothing about it.
  if (walk.at < before.since) {
    walk = await comparison.again();
    if (differ(operation, belongs, walk, [before.byKey]).length === 0) return done([]);
  }

  const trials: ProbeRun[] = [];
  while (trials.length < TRIALS) {
    const after = await list.refresh();
    if (!after.complete || !isServed(walk)) return done([], true);
    lists.push(after.byKey);
    trials.push({ walk, before, after });
    before = after;
    const still = lists.every((each) => sameRows(each, lists[0] ?? each));
    if (!still) context.run.changing = true;
    const outcome = weigh(comparison, trials, lists);
    // What the changes of the list explain is settled at once; what they do not, and cannot prove either, is looked at again.
    const isSettled = outcome.suspects.length === 0 && (outcome.conclusive > 0 || !outcome.unexplained);
    if (isSettled && trials.length === 1) return done([]);
    const last = outcome.suspects.at(-1);
    if (last !== undefined && isProven(outcome, still)) return proven(last);
    if (trials.length < TRIALS) walk = await comparison.again();
  }
  const { suspects, conclusive } = weigh(comparison, trials, lists);
  const last = suspects.at(-1);
  // A walk that begins anew once, and not when it is repeated, met servers that were started anew.
  const isChance = last !== undefined && hasBegunAnew(operation, last.walk);
  if (last !== undefined && !isChance && !context.run.changing && (await standsStill(context, list.refresh, lists)))
    return proven(last);
  return done([], !isChance && (suspects.length > 0 || conclusive === 0));
}

/** Whether any page came out of a cache, some time after it was made (RFC 9111, 5.1). */
function isStored({ pages }: Walk): boolean {
  return pages.some(({ exchange }) => Number(exchange.headers.age) > 0);
}

/** A walk that differs from the list. */
type Suspect = Pick<StableComparison, 'walk' | 'differences'>;

type Outcome = {
  readonly suspects: readonly Suspect[];
  readonly conclusive: number;
  /** Whether any trial differs from the list, be it that it proves nothing. */
  readonly unexplained: boolean;
};

/** The trials that speak for a defect, and how many can speak at all. */
function weigh({ context, belongs }: Comparison, trials: readonly ProbeRun[], lists: readonly RowMap[]): Outcome {
  const judged = trials.map((trial) => {
    const quiet = sameRows(trial.before.byKey, trial.after.byKey);
    const found = differ(context.operation, belongs, trial.walk, lists);
    // Rows that are numbered by offset shift while others come and go: a walk of several pages speaks only of a list
    // that stood still around it. One reply is a snapshot, and may speak of the rows that stood still.
    const atomic = trial.walk.pages.length === 1;
    const differences = quiet
      ? found
      : found.filter(({ kind }) => atomic && (kind === 'missing' || kind === 'different'));
    return { walk: trial.walk, differences, conclusive: quiet || atomic, unexplained: found.length > 0 };
  });
  return {
    suspects: judged.filter(({ differences }) => differences.length > 0),
    conclusive: judged.filter(({ conclusive }) => conclusive).length,
    unexplained: judged.some(({ unexplained }) => unexplained),
  };
}

/**
 * In a list that stands still two sightings of one row prove a defect, and so do four of any rows: one may have gone and come back in
 * between. In one that moves, it takes four trials out of four.
 */
function isProven({ suspects, conclusive }: Outcome, still: boolean): boolean {
  if (suspects.length >= SIGHTINGS.ofAny) return still || suspects.length === conclusive;
  return still && suspects.length >= SIGHTINGS.ofOne && isRepeated(suspects);
}

function isRepeated(suspects: readonly Suspect[]): boolean {
  const seen = suspects.flatMap(({ differences }) => [
    ...new Set(differences.map(({ kind, key }) => `${kind} ${key}`)),
  ]);
  return new Set(seen).size < seen.length;
}

/** The differences without those of rows that the same walk shows as the list does when it is repeated. */
async function lasting(
  { context, belongs, again: anew }: Comparison,
  differences: readonly Difference[],
  lists: readonly RowMap[],
): Promise<readonly Difference[]> {
  let left = differences;
  for (let turn = 0; turn < REPEATS && left.some(({ kind }) => kind === 'different'); turn += 1) {
    const again = differ(context.operation, belongs, await anew(), lists).filter(({ kind }) => kind === 'different');
    const shown = new Set(again.map(({ key }) => key));
    left = left.filter(({ kind, key }) => kind !== 'different' || shown.has(key));
  }
  return left;
}

/** Whether nothing has changed in any list so far, nor changes while one waits. */
async function standsStill(
  context: Context,
  refresh: () => Promise<Snapshot>,
  lists: readonly RowMap[],
): Promise<boolean> {
  const [first] = lists;
  if (first === undefined || !lists.every((each) => sameRows(each, first))) return false;
  const { now, sleep } = context.client.clock;
  const until = now() + STILL_FOR;
  while (now() < until) {
    await sleep(STILL_FOR / 4);
    if (!sameRows((await refresh()).byKey, first)) return false;
  }
  return true;
}
