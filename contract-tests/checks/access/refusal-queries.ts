// The queries that a refusal is put to the test with: a door may stand open beside a parameter, or behind a cache.
import { type Operation, placeParameter, type QueryPair, writeValues } from '../../../spec/index.ts';
import { isList } from '../../http/exchange.ts';
import { valueIn } from '../../plan/row-values.ts';
import type { Context } from '../../walk/context.ts';
import { isId } from '../../walk/filter-arguments.ts';
import { readPage, sizeParameter } from '../../walk/page.ts';

type Query = readonly QueryPair[];

/**
 * The queries to send. `tenant` says that the call goes to another tenant, which may be right to refuse this one's
 * identifiers and cursors before anything else: the standard depth leaves them out.
 *
 * The standard depth sends the bare list, or the fullest query that the list has answered so far, whose answer a cache
 * would have; the full depth sends both, and one query for every parameter.
 */
export async function refusalQueries(context: Context, bare: boolean, tenant: boolean): Promise<Query[]> {
  const fits = (query: Query) => !tenant || !namesRows(context.operation, query);
  if (context.depth === 'standard') return [bare ? [] : fullestQuery(context, fits)];
  const queries: Query[] = [[], fullestQuery(context, fits), ...(await oneByOne(context))];
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

/** A value for each filter, the smallest page, and a later page. */
async function oneByOne(context: Context): Promise<Query[]> {
  const { operation } = context;
  const { paging } = operation.list;
  const { rows } = await context.snapshot();
  const filtered = operation.filters.flatMap((filter): Query[] => {
    const value =
      filter.when ??
      filter.allowed[0] ??
      rows.map((row) => valueIn(filter, row, rows)).find((each) => each !== undefined);
    return value === undefined ? [] : [writeValues(filter.parameter, [value])];
  });
  const size = sizeParameter(operation);
  const next = placeParameter(paging);
  if (size === undefined || next === undefined) return filtered;
  const [page] = (await context.walk([], operation.list.size?.minimum, { maxPages: 1 })).pages;
  return [
    ...filtered,
    [[size, String(operation.list.size?.minimum ?? 1)]],
    ...(page?.next === undefined ? [] : [[[next, page.next]] as Query]),
  ];
}
