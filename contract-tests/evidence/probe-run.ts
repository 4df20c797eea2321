// Asks the list one probe, and holds the answer against the rows that should be in it.
import type { Filter, Row } from '../../spec/index.ts';
import { differ } from '../model/difference.ts';
import type { StableComparison } from '../model/stable-comparison.ts';
import { compareOnDoubt } from '../model/walk-on-doubt.ts';
import { count } from '../plan/bitset.ts';
import type { PlannedCall, Probe } from '../plan/calls/planned-call.ts';
import { isUnusual } from '../plan/calls/usual-words.ts';
import type { InputModel } from '../plan/input-model.ts';
import type { Context } from '../walk/context.ts';
import { type Arguments, isId, mayPass, passesAll, within } from '../walk/filter-arguments.ts';
import { leavesDefault } from '../walk/lifted-defaults.ts';
import { isRead } from '../walk/rows.ts';
import { isServed, type Walk } from '../walk/walk.ts';
import { earlierAnswer } from './earlier-answer.ts';
import { lostAtBound } from './lost-at-bound.ts';
import { isLostByPages } from './lost-by-pages.ts';
import { givesFirstPage, invalidCursorFor } from './piggybacked-cursors.ts';

/** Pages of a list that is too long to walk. */
const SAMPLE_PAGES = 2;

/** One probe and its answer. */
export type ProbeRun = {
  readonly probe: Probe;
  readonly walk: Walk;
  /** Whether every id that is asked for, and that no row has, is one of a row in another list. */
  readonly isListedElsewhere: boolean;
  /** Rows that the filters should have kept out: wrong by their own words. */
  readonly unsound: readonly Row[];
  /** The answer against the whole list; undefined where the answer or the list is not complete. */
  readonly comparison: StableComparison | undefined;
  /** What only the walk in small pages gets wrong, where the same filters in one page are right. */
  readonly cut: StableComparison | undefined;
  /** Where the answer is wrong, the call before it that was answered with the same rows. */
  readonly earlier: Walk | undefined;
  /** The rows, by their keys, that are missing with a bound that they stand on, and with one that is further away as well. */
  readonly lost?: ReadonlySet<string>;
  /** Filters without which the answer would hold other rows: the ones that this probe can prove. */
  readonly proves: readonly Filter[];
};

/** Asks the probe as it was planned: `take` says whether a walk that was made before will do, `meanwhile` asks behind the first page. */
export async function attempt(...asked: Parameters<typeof ask>): Promise<ProbeRun> {
  const trial = await ask(...asked);
  return isWrong(trial) ? { ...trial, lost: await lostAtBound(asked[0], trial) } : trial;
}

async function ask(
  context: Context,
  model: InputModel,
  { probe, asking }: PlannedCall,
  take: Context['walk'] = context.fresh,
  meanwhile?: () => Promise<unknown>,
): Promise<ProbeRun> {
  const snapshot = await context.snapshot();
  const { minimum, maximum: most, default: usual } = context.operation.list.size ?? {};
  const size = snapshot.complete ? asking.size : most;
  const args = within(snapshot.base, probe.args);
  // Where the whole list is too long to compare with, a few pages still show rows that a filter should keep out.
  const maxPages = snapshot.complete ? asking.maxPages : SAMPLE_PAGES;
  const refusable = probe.kind === 'impossible' || isUnusual(probe.args) || findsNothingById(model, probe.args);
  const expect = refusable ? ('either' as const) : undefined;
  const { first, isPageFirst, order: more } = asking;
  const options = { expect, maxPages, first, isPageFirst, more };
  const settled = async (walk: Walk): Promise<StableComparison | undefined> => {
    if (!snapshot.complete || !isServed(walk) || leavesDefault(probe.args)) return undefined;
    const another = meanwhile && (() => context.fresh(snapshot.base, minimum, { maxPages: 1 }));
    const again = () => context.fresh(args, walk.size, { ...options, meanwhile: another });
    const walkOn = (pages: number) => context.fresh(args, walk.size, { ...options, maxPages: pages });
    return compareOnDoubt({ context, walk, again, belongs: (row) => passesAll(args, row) }, walkOn);
  };
  const wanted =
    snapshot.complete && asking.cursor !== undefined ? await invalidCursorFor(context, asking.cursor) : undefined;
  // One that may be genuine proves nothing of the filter: it costs requests of its own, which the full depth has.
  const invalid = wanted?.certain === true || context.depth === 'full' ? wanted : undefined;
  const carried =
    invalid &&
    (await context.fresh(args, size, { start: invalid.cursor, expect: 'open', maxPages, meanwhile, isPageFirst }));
  const isCarried = carried && (await givesFirstPage(context, invalid, carried));
  const walk = isCarried ? carried : await take(args, size, { ...options, meanwhile });
  const comparison = await settled(walk);
  const isUnsound = (row: Row) => isRead(row) && !mayPass(args, row, model.isUnknown);
  const unsound = walk.rows.filter(isUnsound);
  const trial: ProbeRun = {
    ...{ probe, walk, unsound, comparison, cut: undefined, earlier: undefined },
    isListedElsewhere: isListedElsewhere(model, probe.args),
    proves: provenBy(model, probe.args, walk),
  };
  if (!isWrong(trial)) return trial;
  const wrong = { ...trial, earlier: earlierAnswer(context.operation, context.walks, walk) };
  // A page that is not full holds all that there is, unless it is empty: no cut has lost what it lacks.
  if (walk.pages.length === 1 && walk.rows.length !== (walk.size ?? usual) && walk.rows.length > 0) return wrong;
  // Is it the filter, or the cut between two pages? The same rows in pages as large as can be will tell.
  const large = await context.walk(args, most, options);
  const uncut = large.rows.some(isUnsound) ? undefined : await settled(large);
  if (uncut?.differences.length !== 0) {
    if (comparison === undefined || !(await isLostByPages(context, comparison))) return wrong;
    return { ...trial, comparison: { ...comparison, differences: [] }, cut: comparison };
  }
  // What is wrong on later pages alone is told of the cursor that leads there.
  const isOfCursor = walk.pages[0]?.rows.some(isUnsound) === false;
  return { ...trial, unsound: isOfCursor ? [] : unsound, comparison: uncut, cut: comparison };
}

/** Whether no row has all that is asked for, an id among it: what the documents leave open of one id they leave open of it beside others. */
function findsNothingById({ passing }: InputModel, args: Arguments): boolean {
  return args.some(({ filter }) => isId(filter)) && count(passing(args)) === 0;
}

/** Of an id that another list shows rows may come; of one that was made up there are none. */
function isListedElsewhere({ isUnknown, referents }: InputModel, args: Arguments): boolean {
  const isListed = ({ filter, values }: Arguments[number]) =>
    values.every((value) => referents.get(filter.field)?.listed.includes(value) === true);
  return args.filter(isUnknown).every(isListed);
}

/** The filters without which the answer would hold other rows. Rows that a default leaves out come by the value alone that leaves it. */
function provenBy(model: InputModel, args: Arguments, { rows }: Walk): readonly Filter[] {
  const left = rows.length === 0 ? [] : args.filter((argument) => leavesDefault([argument]));
  return [...new Set([...model.provenBy(args), ...left.map(({ filter }) => filter)])];
}

/** Whether the answer is wrong, be it in rows that the filters should keep out or in those that they let through. */
export function isWrong({ unsound, comparison }: ProbeRun): boolean {
  return unsound.length > 0 || (comparison?.differences.length ?? 0) > 0;
}

/**
 * Whether these filters look wrong in pages as large as can be, beside what else the walk asked for; looked at once, which
 * proves nothing.
 */
export async function looksWrong(context: Context, { more }: Walk, args: Arguments): Promise<boolean> {
  const { base, byKey, complete, walk: whole } = await context.snapshot();
  const asked = within(base, args);
  const maxPages = complete ? Math.max(SAMPLE_PAGES, whole.pages.length) : SAMPLE_PAGES;
  const walk = await context.fresh(asked, context.operation.list.size?.maximum, { more, maxPages });
  if (walk.rows.some((row) => isRead(row) && !mayPass(asked, row))) return true;
  if (!complete || !isServed(walk) || leavesDefault(args)) return false;
  return differ(context.operation, (row) => passesAll(asked, row), walk, [byKey]).length > 0;
}
