// Asks the list every probe, once for all filter checks, and holds each answer against the rows that should be in it.
import { exchangesOf } from '../http/exchange.ts';
import type { PlannedCall } from '../plan/calls/planned-call.ts';
import { rememberedModel } from '../plan/remembered-model.ts';
import {
  classesIn,
  fullCostBeside,
  isWalkedWhole,
  type Known,
  MOST_REQUESTS,
  probeBudget,
  vendorsShare,
} from '../plan/request-budget.ts';
import { type Context, vendorsLists } from '../walk/context.ts';
import { narrowedTo } from '../walk/list-snapshot.ts';
import { hasUnstableOrder } from '../walk/ties.ts';
import { askedOtherwise } from './asked-otherwise.ts';
import { comparedSizes } from './compared-sizes.ts';
import { interleaved } from './interleaved.ts';
import { attempt, type ProbeRun } from './probe-run.ts';
import { referentsOf } from './referents.ts';
import { shrunkRuns } from './shrunk-runs.ts';

/** The share of all requests that is kept at most for what is not a filter. */
const MOST_BESIDE = 0.8;
/** How much every list weighs, where the requests are shared, beside the pairs of its filters' classes. */
const LEAST_WEIGHT = 450;
/** Pages of the default size of a list that is too long to walk to its end. */
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
  const { client, others } = context;
  const operations = [...others.values()].map((other) => other.operation);
  const total = client.left() + client.exchanges.length;
  // What is chosen for few requests is not what is best for many: the full depth takes no more of it.
  const allowed = context.depth === 'full' ? Math.min(total, MOST_REQUESTS.standard) : total;
  const most = vendorsShare(context.operation.api, operations, allowed);
  const lists = await Promise.all(vendorsLists(context).map(knownOf));
  const budget = probeBudget(await knownOf(context), lists, most, context.depth);
  const operation = { ...context.operation, filters: free };
  const model = rememberedModel(operation, snapshot.rows, await referentsOf(context, snapshot.rows));
  // The calls of the standard depth come first at every depth.
  const plan = model.plan(budget);
  // The unfiltered list at the default size comes first: a deployment that mixes up replies is caught by what follows.
  const isBrief =
    !snapshot.complete || (context.depth === 'standard' && !isWalkedWhole(operation, snapshot.rows.length));
  await context.walk(snapshot.base, undefined, isBrief ? { maxPages: SAMPLE_PAGES } : {});
  // Where rows get lost between pages no filter can be told from that: it is looked for as long as requests are left.
  if (hasUnstableOrder(operation, snapshot, context.walks)) await comparedSizes(context);
  const floor = await reserve(context);
  const trials: ProbeRun[] = [];
  const runAll = (calls: Iterable<PlannedCall>, take: Context['walk']): Promise<void> =>
    interleaved(calls, async (call, meanwhile) => {
      if (context.client.left() <= floor) return undefined;
      const trial = await attempt(context, model, call, take, meanwhile);
      trials.push(trial);
      // Where nothing more may be sent, no further call is planned.
      return trial.walk.stop === 'budget' ? undefined : trial.walk;
    });
  await runAll(plan.standard, context.walk);
  // The calls of the full depth follow each other as they were planned, whether the same was asked before or not.
  if (context.depth === 'full') await runAll(plan.further, context.fresh);
  const all = [...trials, ...(await askedOtherwise(context, model, trials))];
  return [...all, ...(await shrunkRuns(context, model, all))];
}

async function knownOf(context: Context): Promise<Known> {
  const { operation, client } = context;
  const known = await context.memo('known', async () => {
    const { rows, walk } = await context.snapshot();
    return { operation, model: rememberedModel(operation, rows), pages: walk.pages.length };
  });
  return { ...known, sent: exchangesOf(operation, client.exchanges).length };
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
