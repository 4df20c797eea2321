// Calls with values that a parameter cannot have, and sizes over the maximum.
import type { Filter } from '../../spec/index.ts';
import type { Exchange } from '../http/exchange.ts';
import { count } from '../plan/bitset.ts';
import type { InputModel } from '../plan/input-model.ts';
import { type InvalidAsking, invalidCalls } from '../plan/invalid-values.ts';
import { rememberedModel } from '../plan/remembered-model.ts';
import { sizesOver } from '../plan/sizes-over.ts';
import { asking, type Context, listIndex } from '../walk/context.ts';
import type { Arguments } from '../walk/filter-arguments.ts';
import type { Walk } from '../walk/walk.ts';

/** What one call asks, and its answer; undefined where the list could be asked no more. */
export type InvalidCall = InvalidAsking & { readonly exchange: Exchange | undefined };

/** Sends the values that the depth asks for; behind the first call without an answer there is none. */
export async function invalidAnswers(context: Context): Promise<readonly InvalidCall[]> {
  const { rows } = await context.snapshot();
  const calls: InvalidCall[] = [];
  for (const { values, beside } of invalidCalls(context.operation, rows, context.depth, listIndex(context))) {
    const query = [...values.map(({ name, value }) => [name, value] as const), ...beside];
    const isDue = context.operation.refusals['invalid-parameter']?.observed === false;
    const due = isDue ? ({ situation: 'invalid-parameter' } as const) : {};
    const exchange = await context.client.send({ ...asking(context, query), expect: 'open', ...due });
    calls.push({ values, beside, exchange });
    if (exchange === undefined) break;
  }
  return calls;
}

/** The first page of each size over the maximum that is worth asking for; at the full depth beside each filter too. */
export async function oversizedWalks(context: Context): Promise<readonly Walk[]> {
  const { operation, depth } = context;
  const { rows } = await context.snapshot();
  const walks: Walk[] = [];
  const sizes = sizesOver(operation, rows.length, depth);
  for (const size of sizes) walks.push(await context.walk([], size, { maxPages: 1, expect: 'open' }));
  const [least] = sizes;
  if (depth === 'standard' || least === undefined) return walks;
  const model = rememberedModel(operation, rows);
  for (const filter of operation.filters)
    walks.push(await context.walk(widest(filter, model), least, { maxPages: 1, expect: 'open' }));
  return walks;
}

/** Values of a filter that are looked at for the one that lets most rows through. */
const LOOKED_AT = 30;

/** What lets as many rows through as one filter can: all its documented values, or the one value that most rows have. */
function widest(filter: Filter, { classes, passing }: InputModel): Arguments {
  const alone = classes(filter)
    .valuesAlone(LOOKED_AT)
    .map((value) => [value]);
  const several = filter.many && filter.allowed.length > 0 ? [filter.allowed] : [];
  const asked = [...several, ...alone].map((values): Arguments => [{ filter, values }]);
  const ranked = asked
    .map((args) => ({ args, rows: count(passing(args)) }))
    .sort((one, other) => other.rows - one.rows);
  return ranked[0]?.args ?? [];
}
