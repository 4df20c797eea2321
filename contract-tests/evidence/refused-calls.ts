// The calls that must be refused, and what they were answered.
import type { Situation } from '../../spec/index.ts';
import { type Exchange, isList } from '../http/exchange.ts';
import { type RefusalQueries, refusalQueries } from '../plan/callers/refusal-queries.ts';
import { type MissingCaller, type RefusedCaller, refusedCallers } from '../plan/callers/refused-callers.ts';
import { rememberedModel } from '../plan/remembered-model.ts';
import type { Context } from '../walk/context.ts';
import { readPage } from '../walk/page.ts';

/** One caller, and the answers to its calls; undefined in place of the last one where the list could be asked no more. */
type RefusedCall = { readonly caller: RefusedCaller; readonly answers: readonly (Exchange | undefined)[] };

/** All who called in some situations, and who could not. */
export type RefusedCalls = { readonly calls: readonly RefusedCall[]; readonly missing: readonly MissingCaller[] };

/** What there is where nobody is to be refused. */
const NONE: RefusedCalls = { calls: [], missing: [] };

/** Makes the calls of these situations, in as many ways as the depth asks. */
export async function refusedCalls(context: Context, situations: readonly Situation[]): Promise<RefusedCalls> {
  if (situations.length === 0) return NONE;
  const isMeant = ({ situation }: { readonly situation: Situation }) => situations.includes(situation);
  // What each caller asks depends on what the others do, so that it is settled once for all of them.
  const { callers, missing, queries } = await context.memo('refused callers', () => plan(context));
  const calls: RefusedCall[] = [];
  for (const [index, caller] of callers.entries())
    if (isMeant(caller)) calls.push({ caller, answers: await answersTo(context, caller, queries[index] ?? []) });
  // A refusal that somebody remembers by its address would spoil the same call of the next caller.
  if (context.depth === 'full' && situations.includes('wrong-credential'))
    await context.fresh([], undefined, { maxPages: 1 });
  return { calls, missing: missing.filter(isMeant) };
}

async function plan(context: Context) {
  const { operation, walks, depth } = context;
  const { callers, missing } = refusedCallers(context);
  const model = rememberedModel(operation, (await context.snapshot()).rows);
  return { callers, missing, queries: refusalQueries({ operation, model, walks, depth }, callers) };
}

async function answersTo(
  context: Context,
  { credential, tenants, situation }: RefusedCaller,
  queries: RefusalQueries[number],
): Promise<readonly (Exchange | undefined)[]> {
  const { operation, client } = context;
  const shown = { credential, tenants: { ...context.tenants, ...tenants } };
  const asked = { operation, ...shown, expect: 'refusal', situation } as const;
  const answers: (Exchange | undefined)[] = [];
  // Where another tenant's list is given, filters may hide what is in it.
  const isGivenNothing = (exchange: Exchange | undefined) =>
    tenants !== undefined && exchange !== undefined && isList(exchange) && readPage(exchange).rows.length === 0;
  for (const query of queries) {
    const exchange = await client.send({ ...asked, query });
    answers.push(exchange);
    if (exchange === undefined) return answers;
  }
  const isNarrow = queries.length > 0 && queries.every((query) => query.length > 0);
  if (isNarrow && answers.every(isGivenNothing)) answers.push(await client.send({ ...asked, query: [] }));
  return answers;
}
