// Calls with values that a parameter cannot have, and sizes over the maximum.
import type { Exchange } from '../http/exchange.ts';
import { type InvalidValue, invalidCalls } from '../plan/invalid-values.ts';
import { sizesOver } from '../plan/sizes-over.ts';
import { asking, type Context, listIndex } from '../walk/context.ts';
import type { Walk } from '../walk/walk.ts';

/** The values of one call, and its answer; undefined where the list could be asked no more. */
export type InvalidCall = { readonly values: readonly InvalidValue[]; readonly exchange: Exchange | undefined };

/** Sends the values that the depth asks for; behind the first call without an answer there is none. */
export async function invalidAnswers(context: Context): Promise<readonly InvalidCall[]> {
  const { rows } = await context.snapshot();
  const calls: InvalidCall[] = [];
  for (const values of invalidCalls(context.operation, rows, context.depth, listIndex(context))) {
    const query = values.map(({ name, value }) => [name, value] as const);
    const exchange = await context.client.send({ ...asking(context, query), expect: 'open' });
    calls.push({ values, exchange });
    if (exchange === undefined) break;
  }
  return calls;
}

/** The first page of each size over the maximum that is worth asking for. */
export async function oversizedWalks(context: Context): Promise<readonly Walk[]> {
  const { rows } = await context.snapshot();
  const walks: Walk[] = [];
  for (const size of sizesOver(context.operation, rows.length, context.depth))
    walks.push(await context.walk([], size, { maxPages: 1, expect: 'open' }));
  return walks;
}
