// Asks the list every probe, once for all filter checks, and holds each answer against the rows that should be in it.
import type { Filter, Row } from '../../../spec/index.ts';
import type { InputModel } from '../../plan/input-model.ts';
import { isFull } from '../../plan/near-miss-origin.ts';
import { withKnownId, withUnknownId } from '../../plan/near-misses.ts';
import type { Probe } from '../../plan/probe.ts';
import { type ProbeSize, probeSizes, sizeClasses } from '../../plan/probe-sizes.ts';
import { rememberedModel } from '../../plan/remembered-model.ts';
import { type Known, probeBudget } from '../../plan/request-budget.ts';
import { type Context, vendorsLists } from '../../walk/context.ts';
import { describe, passesAll, within } from '../../walk/filter-arguments.ts';
import { leavesDefault } from '../../walk/lifted-defaults.ts';
import { narrowedTo, type Snapshot } from '../../walk/list-snapshot.ts';
import { compareWhenStable, type StableComparison } from '../../walk/stable-comparison.ts';
import type { Walk } from '../../walk/walk.ts';
import { isNumbered } from '../check.ts';
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

/** Requests that are kept at the full depth for what is not a filter of a list. */
const OTHER_CHECKS = 410;
/** How much a list without filters weighs, where the requests are shared, against the square of the number of filters. */
const LEAST_WEIGHT = 8;
/** Pages of a list that is too long to walk, and of the default size at the standard depth. */
const SAMPLE_PAGES = 2;

/** All trials of a context; made at the first call. */
export function probeRuns(context: Context): Promise<readonly ProbeRun[]> {
  return context.memo('probeRuns', () => makeRuns(context));
}

async function makeRuns(context: Context): Promise<readonly ProbeRun[]> {
  const snapshot = await context.snapshot();
  const free = context.operation.filters.filter(
    (filter) => !narrowedTo(snapshot).some((argument) => argument.filter === filter),
  );
  const budget = probeBudget(
    await knownOf(context),
    await Promise.all(vendorsLists(context).map(knownOf)),
    context.client.exchanges.filter(({ request }) => request.operation.api === context.operation.api).length,
  );
  const model = rememberedModel({ ...context.operation, filters: free }, snapshot.rows);
  const probes = model.probes(context.depth, budget);
  // The probes of the standard depth come first at every depth, and are cut into the same pages.
  const standard = context.depth === 'standard' ? probes : model.probes('standard', budget);
  const sizes = probeSizes(context, { probes, standard: standard.length, snapshot, model });
  // The unfiltered list at the default size comes first: a deployment that mixes up replies is caught by what follows.
  const isBrief = !snapshot.complete || context.depth === 'standard';
  await context.walk(snapshot.base, undefined, isBrief ? { maxPages: SAMPLE_PAGES } : {});
  const floor = reserve(context);
  const runAll = async (some: readonly (readonly [Probe, ProbeSize])[]): Promise<ProbeRun[]> => {
    const done: ProbeRun[] = [];
    for (const [index, [probe, size]] of some.entries()) {
      if (context.client.left() <= floor) break;
      done.push(await attempt(context, model, probe, size, index));
    }
    return done;
  };
  const sized = probes.map((probe, index): [Probe, ProbeSize] => [probe, sizes[index] ?? { size: undefined }]);
  const trials = await runAll(sized.slice(0, standard.length));
  if (context.depth === 'full') {
    const isAlone = ([{ args }]: readonly [Probe, ProbeSize]) => args.length < 2;
    trials.push(...(await runAll(bySize(context, probes, snapshot))));
    trials.push(...(await runAll(sized.slice(standard.length).filter(isAlone))));
    // What remembers too much answers otherwise when the same is asked again, and behind another query.
    trials.push(...(await runAll(repeated(onePerClass(sized.filter(isAlone), model), sized))));
    trials.push(...(await runAll(sized.slice(standard.length).filter((each) => !isAlone(each)))));
  }
  // Where half an id is refused as malformed, a whole one that nobody has must show whether unknown ids find nothing.
  const refused = (some: readonly ProbeRun[]) =>
    some.filter(({ probe, walk }) => probe.kind === 'impossible' && walk.stop === 'refused').map(({ probe }) => probe);
  const whole: ProbeRun[] = [];
  for (const probe of refused(trials))
    whole.push(await attempt(context, model, withUnknownId(probe, model), { size: undefined }, 0));
  // Where unknown ids are refused too, one that some other row has must do.
  const known: ProbeRun[] = [];
  for (const probe of refused(whole))
    for (const other of withKnownId(probe, model))
      known.push(await attempt(context, model, other, { size: undefined }, 0));
  return [...trials, ...whole, ...known];
}

/** Where pages have numbers: every value by itself, and none, in pages of every size. */
function bySize({ operation }: Context, probes: readonly Probe[], { rows, base }: Snapshot): [Probe, ProbeSize][] {
  if (!isNumbered(operation) || operation.list.size === undefined) return [];
  const alone: Probe[] = [...probes.filter(({ args }) => args.length === 1), { kind: 'value', args: [] }];
  // A size goes through all values, and then through none: what is still in force from the call before shows there.
  const byName = new Map<string, [Probe, ProbeSize][]>();
  for (const probe of alone) {
    const count = rows.filter((row) => passesAll(within(base, probe.args), row)).length;
    for (const [name, size] of sizeClasses(operation, count))
      byName.set(name, [...(byName.get(name) ?? []), [probe, size]]);
  }
  return [...byName.values()].flat();
}

/** The first of every class. */
function onePerClass(alone: readonly [Probe, ProbeSize][], { classes }: InputModel): [Probe, ProbeSize][] {
  const classOfProbe = ({ args }: Probe) =>
    args.map(({ filter, values }) => `${filter.name} ${classes(filter).classOf(values)}`).join();
  return [...new Map(alone.map((each) => [classOfProbe(each[0]), each])).values()];
}

/** Each of these again: behind a query that has another filter beside it, and once more at once. */
function repeated(alone: readonly [Probe, ProbeSize][], all: readonly [Probe, ProbeSize][]): [Probe, ProbeSize][] {
  return alone.flatMap(([probe, size]): [Probe, ProbeSize][] => {
    const name = describe(probe.args);
    const fuller = all.find(([{ args }]) => args.length > 1 && args.some((argument) => describe([argument]) === name));
    const again = { ...size, isRepeated: true };
    return [
      ...(fuller === undefined ? [] : [[fuller[0], again] as [Probe, ProbeSize]]),
      [probe, again],
      [probe, again],
    ];
  });
}

async function knownOf(context: Context): Promise<Known> {
  const { rows, walk } = await context.snapshot();
  return { operation: context.operation, model: rememberedModel(context.operation, rows), pages: walk.pages.length };
}

/** Requests that are kept for this list's other checks and for the lists that come after it. */
function reserve({ client, others: all, operation, depth }: Context): number {
  if (depth === 'standard') return 0;
  const lists = [...all.values()].map((other) => other.operation);
  const weights = lists.slice(lists.indexOf(operation)).map(({ filters }) => LEAST_WEIGHT + filters.length ** 2);
  const share = (weights[0] ?? LEAST_WEIGHT) / weights.reduce((sum, weight) => sum + weight, 0);
  const others = Math.min(OTHER_CHECKS, client.left() / (2 * weights.length));
  return client.left() - Math.floor(share * (client.left() - others * weights.length));
}

async function attempt(
  context: Context,
  model: InputModel,
  probe: Probe,
  asked: ProbeSize,
  turn: number,
): Promise<ProbeRun> {
  const { size } = asked;
  const snapshot = await context.snapshot();
  const args = within(snapshot.base, probe.args);
  const expected = snapshot.rows.filter((row) => passesAll(args, row)).length;
  // Where the whole list is too long to compare with, a few pages still show rows that a filter should keep out.
  const maxPages = snapshot.complete ? asked.maxPages : SAMPLE_PAGES;
  const refusable = probe.kind === 'impossible';
  const options = {
    refusable,
    ...(maxPages === undefined ? {} : { maxPages }),
    ...(asked.first === undefined ? {} : { first: asked.first }),
  };
  const most = context.operation.list.size?.maximum;
  const settled = async (walk: Walk): Promise<StableComparison | undefined> => {
    if (!snapshot.complete || (walk.stop !== 'end' && walk.stop !== 'cut') || leavesDefault(probe.args))
      return undefined;
    const again = () => context.fresh(args, walk.size, options);
    return compareWhenStable({ context, walk, again, belongs: (row) => passesAll(args, row) });
  };
  // A page that holds the whole answer can carry a forged cursor too; two of three do.
  const { filters, list } = context.operation;
  const isEmpty = expected === 0 && refusable && context.depth === 'full';
  const fits =
    isEmpty || (expected > 0 && expected <= (size ?? list.size?.default ?? 0) && !isFull(probe, filters.length));
  const carries = snapshot.complete && asked.isRepeated !== true && turn % 3 !== 0 && fits && (isEmpty || !refusable);
  const carried = carries ? await piggyback(context, { snapshot, model }, args, size) : undefined;
  const walk = carried ?? (await (asked.isRepeated === true ? context.fresh : context.walk)(args, size, options));
  const comparison = await settled(walk);
  const trial: ProbeRun = {
    probe,
    walk,
    unsound: walk.rows.filter((row) => !passesAll(args, row)),
    comparison,
    cut: undefined,
    proves: model.provenBy(probe.args),
  };
  if (comparison === undefined || comparison.differences.length === 0 || walk.pages.length === 1) return trial;
  // Is it the filter, or the cut between two pages? The same rows in pages as large as can be will tell.
  const uncut = await settled(await context.walk(args, most, options));
  return uncut?.differences.length === 0 ? { ...trial, comparison: uncut, cut: comparison } : trial;
}
