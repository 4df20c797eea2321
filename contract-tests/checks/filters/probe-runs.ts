// Asks the list every probe, once for all filter checks, and holds each answer against the rows that should be in it.
import type { Filter, Row } from '../../../spec/index.ts';
import { isFull } from '../../plan/near-miss-origin.ts';
import { withKnownId, withUnknownId } from '../../plan/near-misses.ts';
import type { Probe } from '../../plan/probe.ts';
import { probeSizes } from '../../plan/probe-sizes.ts';
import { rememberedProbes } from '../../plan/remembered-probes.ts';
import type { Context } from '../../walk/context.ts';
import { passesAll, provenBy, within } from '../../walk/filter-arguments.ts';
import { leavesDefault } from '../../walk/lifted-defaults.ts';
import { narrowedTo } from '../../walk/list-snapshot.ts';
import { compareWhenStable, type StableComparison } from '../../walk/stable-comparison.ts';
import type { Walk } from '../../walk/walk.ts';
import { piggyback } from './piggybacked-cursors.ts';

/** One probe and its answer. */
export type ProbeRun = {
  readonly probe: Probe;
  readonly walk: Walk;
  /** Rows that the filters should have kept out: wrong by their own words. */
  readonly unsound: readonly Row[];
  /** The answer against the whole list; undefined where the answer or the list is not complete. */
  readonly comparison: StableComparison | undefined;
  /** What only the walk in small pages gets wrong, where the same filters in one page are right. */
  readonly cut: StableComparison | undefined;
  /** Filters without which the answer would hold other rows: the ones that this probe can prove. */
  readonly proves: readonly Filter[];
};

/** Pages of a list that is too long to walk. */
const SAMPLE_PAGES = 2;

const runsOf = new WeakMap<Context, Promise<readonly ProbeRun[]>>();

/** All trials of a context; made at the first call. */
export function probeRuns(context: Context): Promise<readonly ProbeRun[]> {
  const known = runsOf.get(context) ?? makeRuns(context);
  runsOf.set(context, known);
  return known;
}

async function makeRuns(context: Context): Promise<readonly ProbeRun[]> {
  const snapshot = await context.snapshot();
  const free = context.operation.filters.filter(
    (filter) => !narrowedTo(snapshot).some((argument) => argument.filter === filter),
  );
  const probesAt = (depth: Context['depth']) =>
    rememberedProbes({ ...context.operation, filters: free }, snapshot.rows, depth);
  const probes = probesAt(context.depth);
  // The probes of the standard depth come first at every depth, and are cut into the same pages.
  const standard = context.depth === 'standard' ? probes : probesAt('standard');
  const sizes = probeSizes(context, probes, standard.length, snapshot);
  const trials: ProbeRun[] = [];
  // The unfiltered list at the default size comes first: a deployment that mixes up replies is caught by what follows.
  await context.walk(snapshot.base, undefined, snapshot.complete ? {} : { maxPages: SAMPLE_PAGES });
  for (const [index, probe] of probes.entries()) trials.push(await attempt(context, probe, sizes[index], index));
  // Where half an id is refused as malformed, a whole one that nobody has must show whether unknown ids find nothing.
  const refused = (some: readonly ProbeRun[]) =>
    some.filter(({ probe, walk }) => probe.kind === 'impossible' && walk.stop === 'refused').map(({ probe }) => probe);
  const whole: ProbeRun[] = [];
  for (const probe of refused(trials))
    whole.push(await attempt(context, withUnknownId(probe, snapshot.rows), undefined, 0));
  // Where unknown ids are refused too, one that some other row has must do.
  const known: ProbeRun[] = [];
  for (const probe of refused(whole))
    for (const other of withKnownId(probe, snapshot.rows)) known.push(await attempt(context, other, undefined, 0));
  return [...trials, ...whole, ...known];
}

async function attempt(context: Context, probe: Probe, size: number | undefined, turn: number): Promise<ProbeRun> {
  const snapshot = await context.snapshot();
  const args = within(snapshot.base, probe.args);
  const expected = snapshot.rows.filter((row) => passesAll(args, row)).length;
  // Where the whole list is too long to compare with, a few pages still show rows that a filter should keep out.
  const options = { refusable: probe.kind === 'impossible', ...(snapshot.complete ? {} : { maxPages: SAMPLE_PAGES }) };
  const most = context.operation.list.size?.maximum;
  const settled = async (walk: Walk): Promise<StableComparison | undefined> => {
    if (!snapshot.complete || walk.stop !== 'end' || leavesDefault(probe.args)) return undefined;
    const again = () => context.fresh(args, walk.size, options);
    return compareWhenStable({ context, walk, again, belongs: (row) => passesAll(args, row) });
  };
  // A page that holds the whole answer can carry a forged cursor too; two of three do.
  const { filters, list } = context.operation;
  const fits = expected > 0 && expected <= (size ?? list.size?.default ?? 0) && !isFull(probe, filters.length);
  const carries = snapshot.complete && turn % 3 !== 0 && fits && probe.kind !== 'impossible';
  const carried = carries ? await piggyback(context, snapshot, args, size) : undefined;
  const walk = carried ?? (await context.walk(args, size, options));
  const comparison = await settled(walk);
  const trial: ProbeRun = {
    probe,
    walk,
    unsound: walk.rows.filter((row) => !passesAll(args, row)),
    comparison,
    cut: undefined,
    proves: provenBy(probe.args, snapshot.rows),
  };
  if (comparison === undefined || comparison.differences.length === 0 || walk.pages.length === 1) return trial;
  // Is it the filter, or the cut between two pages? The same rows in pages as large as can be will tell.
  const uncut = await settled(await context.walk(args, most, options));
  return uncut?.differences.length === 0 ? { ...trial, comparison: uncut, cut: comparison } : trial;
}
