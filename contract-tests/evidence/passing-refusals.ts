// Refusals of calls that name ids, in lists whose rows come and go: what was refused may not have been there just then.
import { grouped } from '../../spec/index.ts';
import { type Exchange, isList } from '../http/exchange.ts';
import { asking, type Context } from '../walk/context.ts';
import { argumentsIn, isId, passesAll } from '../walk/filter-arguments.ts';
import { wholeWalks } from '../walk/list-snapshot.ts';
import { rowMap, sameRows } from '../walk/rows.ts';
import type { Evidence } from './evidence.ts';

/** How many calls are asked again, and how often each, before a refusal is believed. */
const MOST = 6;
const SIGHTINGS = 2;

/** Whether walks of the whole list have shown other rows. */
export function hasMoved({ operation, walks, snapshot }: Pick<Evidence, 'operation' | 'walks' | 'snapshot'>): boolean {
  const isOfWhole = wholeWalks(snapshot);
  const whole = walks.filter((walk) => walk.stop === 'end' && isOfWhole(walk));
  return whole.some(({ rows }) => !sameRows(rowMap(operation, rows), snapshot.byKey));
}

/** Whether the call was refused, and names ids. */
export function isRefusedById({ status, request }: Exchange): boolean {
  const isRefused = status >= 400 && status < 500 && request.expect === 'list';
  return isRefused && argumentsIn(request.operation, request.query).some(({ filter }) => isId(filter));
}

/** Those of these refusals that do not last: asked again between two lists that hold rows for it, the call is answered, or no row is there. */
export async function passingRefusals(context: Context, refused: readonly Exchange[]): Promise<ReadonlySet<Exchange>> {
  const byCall = grouped(refused, ({ request }) => JSON.stringify(request.query));
  const passing = new Set<Exchange>();
  for (const [index, calls] of [...byCall.values()].entries()) {
    const [first] = calls;
    // What was not asked again is not told: those that were tell the same.
    if (first === undefined || index >= MOST || !(await lasts(context, first)))
      for (const each of calls) passing.add(each);
  }
  return passing;
}

async function lasts(context: Context, { request }: Exchange): Promise<boolean> {
  const args = argumentsIn(request.operation, request.query);
  const isThere = async () => (await context.refresh()).rows.some((row) => passesAll(args, row));
  for (let sighting = 0; sighting < SIGHTINGS; sighting += 1) {
    if (!(await isThere())) return false;
    const again = await context.client.send({ ...asking(context, request.query), expect: 'open' });
    if (again === undefined || isList(again) || again.status >= 500 || !(await isThere())) return false;
  }
  return true;
}
