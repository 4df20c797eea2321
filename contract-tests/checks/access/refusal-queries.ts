// The queries that a refusal is put to the test with: what is refused alone may be served beside a parameter, or by a cache.
import {
  type FilterValue,
  type Operation,
  placeParameter,
  type QueryPair,
  REFUSED_ROLES,
  writeValues,
} from '../../../spec/index.ts';
import { ALTERATIONS } from '../../http/altered-key.ts';
import { isList } from '../../http/exchange.ts';
import { severalFor, severalSets } from '../../plan/class-combinations.ts';
import { coveringArray, type Factors } from '../../plan/covering-array.ts';
import { ABSENT } from '../../plan/filter-classes.ts';
import { sizeClasses } from '../../plan/probe-sizes.ts';
import { rememberedModel } from '../../plan/remembered-model.ts';
import { valueIn } from '../../plan/row-values.ts';
import type { Context } from '../../walk/context.ts';
import { isId } from '../../walk/filter-arguments.ts';
import { readPage, sizeParameter } from '../../walk/page.ts';

type Query = readonly QueryPair[];

/** Sets of values that a refused call is made with, for each filter that takes several. */
const SETS = 1;
/** Page sizes that refused calls are made with. */
const SIZES = 4;

/** What is asked, and by whom. */
type Asked = {
  /** Who calls, in the words of messages: every manner has a share of the covering array. */
  readonly manner: string;
  /** Whether the standard depth asks for the bare list. */
  readonly bare: boolean;
  /**
   * Whether the call goes to another tenant, which may be right to refuse this one's identifiers and cursors before
   * anything else: the standard depth leaves them out.
   */
  readonly elsewhere: boolean;
};

/**
 * The queries to send. The standard depth sends the bare list, or the fullest query that the list has answered so far,
 * whose answer a cache would have; the full depth sends both, and this caller's share of a covering array: every class
 * of caller beside every class of every parameter.
 */
export async function refusalQueries(context: Context, asked: Asked): Promise<Query[]> {
  const fits = (query: Query) => !asked.elsewhere || !namesRows(context.operation, query);
  const fullest = fullestQuery(context, fits);
  if (context.depth === 'standard') return [asked.bare ? [] : fullest];
  const array = await context.memo('refusal queries', () => queriesByCaller(context));
  const manners = await context.memo('refused manners', async () => new Set<string>());
  manners.add(asked.manner);
  const turn = [...manners].indexOf(asked.manner) % callersOf(context.operation).length;
  // Another tenant's call shows rows only where nothing beside it empties the list: each parameter alone.
  const alone = asked.elsewhere ? await context.memo('single queries', () => oneByOne(context)) : [];
  const queries: Query[] = [[], fullest, ...alone, ...(array.get(String(turn)) ?? [])];
  return [...new Map(queries.map((query) => [JSON.stringify(query), query])).values()];
}

/** Whether the query has identifiers of rows, or a cursor. */
export function namesRows({ filters, list: { paging } }: Operation, query: Query): boolean {
  const own = new Set(filters.filter(isId).map(({ name }) => name));
  if (paging.style === 'cursor' || paging.style === 'key') own.add(placeParameter(paging) ?? '');
  return query.some(([name]) => own.has(name));
}

function fullestQuery({ client, operation }: Context, fits: (query: Query) => boolean): Query {
  const { paging } = operation.list;
  const later = placeParameter(paging);
  // A later page counts most: whoever carries on is easily taken for one who was let in.
  const fullness = (query: Query) =>
    new Set(query.map(([name]) => name)).size + (query.some(([name]) => name === later) ? 9 : 0);
  return client.exchanges
    .filter((exchange) => exchange.request.operation === operation && exchange.request.expect === 'list')
    .filter((exchange) => isList(exchange) && readPage(exchange).rows.length > 0)
    .map(({ request }) => request.query)
    .filter(fits)
    .reduce<Query>((best, query) => (fullness(query) > fullness(best) ? query : best), []);
}

/** A value that some row has for each filter, and a later page: each alone. */
async function oneByOne(context: Context): Promise<Query[]> {
  const { operation } = context;
  const { rows } = await context.snapshot();
  const filtered = operation.filters.flatMap((filter): Query[] => {
    const value = rows.map((row) => valueIn(filter, row, rows)).find((each) => each !== undefined);
    return value === undefined ? [] : [writeValues(filter.parameter, [value])];
  });
  const place = placeParameter(operation.list.paging);
  const later = await secondPage(context);
  return [...filtered, ...(place === undefined || later === undefined ? [] : [[[place, later]] as Query])];
}

/** The value that leads to the second of the smallest pages. */
async function secondPage(context: Context): Promise<string | undefined> {
  const walk = await context.walk([], context.operation.list.size?.minimum, { maxPages: 1 });
  return walk.pages[0]?.next;
}

/** A name for every manner in which the list may be called and must be refused. */
function callersOf({ refusals, tenants }: Operation): string[] {
  const roles = REFUSED_ROLES.filter((role) => refusals[role] !== undefined);
  return Array.from({ length: 1 + ALTERATIONS.length + roles.length + 2 * tenants.length }, (_, turn) => String(turn));
}

/** A covering array of callers and the classes of every parameter, as queries by caller. */
async function queriesByCaller(context: Context): Promise<Map<string, Query[]>> {
  const { operation } = context;
  const { rows } = await context.snapshot();
  const { filters, list } = operation;
  const { classes } = rememberedModel(operation, rows);
  const values = filters.map((filter) => {
    const alone = classes(filter)
      .representatives()
      .map((value) => [value]);
    const several = severalSets(filter, severalFor(filter, rows), 0).slice(0, SETS);
    const byClass = [...alone, ...several].map((each) => [each.join(), each] as const);
    return { filter, byClass: new Map<string, readonly FilterValue[]>(byClass) };
  });
  const size = sizeParameter(operation);
  // Those at the edges first: the smallest, the largest, and those that the list fills or nearly fills.
  const sizes = new Set(
    sizeClasses(operation, rows.length)
      .flatMap(([, { size: each }]) => each ?? [])
      .slice(0, SIZES),
  );
  const place = placeParameter(list.paging);
  const later = await secondPage(context);
  const factors: Factors = {
    caller: callersOf(operation),
    ...Object.fromEntries(values.map(({ filter, byClass }) => [filter.name, [ABSENT, ...byClass.keys()]])),
    ...(size === undefined ? {} : { [size]: [ABSENT, ...[...sizes].map(String)] }),
    ...(place === undefined || later === undefined ? {} : { [place]: [ABSENT, later] }),
  };
  const found = new Map<string, Query[]>();
  for (const row of coveringArray(factors, 2, context.seed)) {
    const query: QueryPair[] = values.flatMap(({ filter, byClass }) => {
      const value = byClass.get(row[filter.name] ?? ABSENT);
      return value === undefined ? [] : writeValues(filter.parameter, value);
    });
    for (const name of [size, place])
      if (name !== undefined && (row[name] ?? ABSENT) !== ABSENT) query.push([name, row[name] ?? '']);
    found.set(row.caller ?? '', [...(found.get(row.caller ?? '') ?? []), query]);
  }
  return found;
}
