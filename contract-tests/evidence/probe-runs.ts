// Asks the list every probe, once for all filter checks, and holds each answer against the rows that should be in it.
import type { Filter, Row } from '../../spec/index.ts';
import type { StableComparison } from '../model/stable-comparison.ts';
import { compareOnDoubt } from '../model/walk-on-doubt.ts';
import { withKnownId, withUnknownId } from '../plan/calls/other-ids.ts';
import type { PlannedCall } from '../plan/calls/planned-call.ts';
import type { Probe } from '../plan/calls/probe.ts';
import { isRespelled } from '../plan/calls/respelled-instants.ts';
import type { InputModel } from '../plan/input-model.ts';
import { rememberedModel } from '../plan/remembered-model.ts';
import {
  classesIn,
  fullCostBeside,
  type Known,
  MOST_REQUESTS,
  probeBudget,
  vendorsShare,
} from '../plan/request-budget.ts';
import { type Context, vendorsLists } from '../walk/context.ts';
import { type Arguments, passesAll, within } from '../walk/filter-arguments.ts';
import { leavesDefault } from '../walk/lifted-defaults.ts';
import { narrowedTo } from '../walk/list-snapshot.ts';
import type { Walk } from '../walk/walk.ts';
import { interleaved } from './interleaved.ts';
import { invalidCursorFor, piggyback } from './piggybacked-cursors.ts';
import { referentsOf } from './referents.ts';

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

/** The share of all requests that is kept at most for what is not a filter. */
const MOST_BESIDE = 0.75;
/** How much every list weighs, where the requests are shared, beside the pairs of its filters' classes. */
const LEAST_WEIGHT = 200;
/** Pages of a list that is too long to walk, and of the default size at the standard depth. */
const SAMPLE_PAGES = 2;
/** Refused probes of unknown ids that are asked again with others. */
const MOST_REFUSED = 40;

/** All trials of a context; made at the first call. */
export function probeRuns(context: Context): Promise<readonly ProbeRun[]> {
  return context.memo('probeRuns', () => makeRuns(context));
}

async function makeRuns(context: Context): Promise<readonly ProbeRun[]> {
  const snapshot = await context.snapshot();
  const free = context.operation.filters.filter(
    (filter) => !narrowedTo(snapshot).some((argument) => argument.filter === filter),
  );
  const { client, others } = context;
  const operations = [...others.values()].map((other) => other.operation);
  const all = client.left() + client.exchanges.length;
  // What is chosen for few requests is not what is best for many: the full depth takes no more of it.
  const allowed = context.depth === 'full' ? Math.min(all, MOST_REQUESTS.standard) : all;
  const most = vendorsShare(context.operation.api, operations, allowed);
  const lists = await Promise.all(vendorsLists(context).map(knownOf));
  const budget = probeBudget(await knownOf(context), lists, most, context.depth);
  const operation = { ...context.operation, filters: free };
  const model = rememberedModel(operation, snapshot.rows, await referentsOf(context, snapshot.rows));
  // The calls of the standard depth come first at every depth.
  const plan = model.plan(budget);
  // The unfiltered list at the default size comes first: a deployment that mixes up replies is caught by what follows.
  const isBrief = !snapshot.complete || context.depth === 'standard';
  await context.walk(snapshot.base, undefined, isBrief ? { maxPages: SAMPLE_PAGES } : {});
  const floor = await reserve(context);
  const trials: ProbeRun[] = [];
  const runAll = (calls: Iterable<PlannedCall>, how: How): Promise<void> =>
    interleaved(calls, async (call, meanwhile) => {
      if (context.client.left() <= floor) return undefined;
      const trial = await attempt(context, model, call, { how, meanwhile });
      trials.push(trial);
      return trial.walk;
    });
  await runAll(plan.standard, 'remembered');
  // The calls of the full depth follow each other as they were planned, whether the same was asked before or not.
  if (context.depth === 'full') await runAll(plan.further, 'anew');
  // Where half an id is refused as malformed, a whole one that nobody has must show whether unknown ids find nothing.
  const refused = (some: readonly ProbeRun[]) =>
    some.filter(({ probe, walk }) => probe.kind === 'impossible' && walk.stop === 'refused').map(({ probe }) => probe);
  const plain = { size: undefined };
  const whole: ProbeRun[] = [];
  for (const probe of refused(trials).slice(0, MOST_REFUSED))
    whole.push(await attempt(context, model, { probe: withUnknownId(probe, model), asking: plain }, ALONE));
  // Where unknown ids are refused too, one that some other row has must do.
  const known: ProbeRun[] = [];
  for (const probe of refused(whole))
    for (const other of withKnownId(probe, model))
      known.push(await attempt(context, model, { probe: other, asking: plain }, ALONE));
  return [...trials, ...whole, ...known];
}

async function knownOf(context: Context): Promise<Known> {
  const { operation, client } = context;
  const known = await context.memo('known', async () => {
    const { rows, walk } = await context.snapshot();
    return { operation, model: rememberedModel(operation, rows), pages: walk.pages.length };
  });
  return { ...known, sent: client.exchanges.filter(({ request }) => request.operation === operation).length };
}

/** Requests that are kept for this list's other checks and for the lists that come after it. */
async function reserve(context: Context): Promise<number> {
  const { client, others: all, depth } = context;
  if (depth === 'standard') return 0;
  const contexts = [...all.values()];
  const later = await Promise.all(contexts.slice(contexts.indexOf(context)).map(knownOf));
  const weights = later.map((known) => LEAST_WEIGHT + classesIn(known) ** 2);
  const share = (weights[0] ?? LEAST_WEIGHT) / weights.reduce((sum, weight) => sum + weight, 0);
  const beside = later.reduce((sum, known) => sum + fullCostBeside(known), 0);
  return client.left() - Math.floor(share * (client.left() - Math.min(beside, MOST_BESIDE * client.left())));
}

/** Whether a walk that was made before will do. */
type How = 'remembered' | 'anew';

type Manner = {
  readonly how: How;
  /** What is asked between the first page and the second. */
  readonly meanwhile?: (() => Promise<unknown>) | undefined;
};
const ALONE: Manner = { how: 'anew' };

async function attempt(
  context: Context,
  model: InputModel,
  { probe, asking }: PlannedCall,
  { how, meanwhile }: Manner,
): Promise<ProbeRun> {
  const snapshot = await context.snapshot();
  const { maximum: most } = context.operation.list.size ?? {};
  const size = snapshot.complete ? asking.size : most;
  const args = within(snapshot.base, probe.args);
  // Where the whole list is too long to compare with, a few pages still show rows that a filter should keep out.
  const maxPages = snapshot.complete ? asking.maxPages : SAMPLE_PAGES;
  const refusable = probe.kind === 'impossible' || probe.args.some(({ values }) => values.some(isRespelled));
  const options = {
    ...(refusable ? { expect: 'either' as const } : {}),
    ...(maxPages === undefined ? {} : { maxPages }),
    ...(asking.first === undefined ? {} : { first: asking.first }),
    ...(asking.order === undefined ? {} : { more: asking.order }),
  };
  const settled = async (walk: Walk): Promise<StableComparison | undefined> => {
    if (!snapshot.complete || (walk.stop !== 'end' && walk.stop !== 'cut') || leavesDefault(probe.args))
      return undefined;
    const { minimum } = context.operation.list.size ?? {};
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
    invalid && (await piggyback(context, invalid, { snapshot, args, size, maxPages: maxPages ?? Infinity, meanwhile }));
  const walk =
    carried ?? (await (how === 'anew' ? context.fresh : context.walk)(args, size, { ...options, meanwhile }));
  const comparison = await settled(walk);
  const trial: ProbeRun = {
    probe,
    walk,
    unsound: walk.rows.filter((row) => !passesAll(args, row)),
    comparison,
    cut: undefined,
    proves: provenBy(model, probe.args, walk),
  };
  if (comparison === undefined || comparison.differences.length === 0 || walk.pages.length === 1) return trial;
  // Is it the filter, or the cut between two pages? The same rows in pages as large as can be will tell.
  const uncut = await settled(await context.walk(args, most, options));
  return uncut?.differences.length === 0 ? { ...trial, comparison: uncut, cut: comparison } : trial;
}

/** The filters without which the answer would hold other rows. Rows that a default leaves out come by the value alone that leaves it. */
function provenBy(model: InputModel, args: Arguments, { rows }: Walk): readonly Filter[] {
  const left = rows.length === 0 ? [] : args.filter((argument) => leavesDefault([argument]));
  return [...new Set([...model.provenBy(args), ...left.map(({ filter }) => filter)])];
}
