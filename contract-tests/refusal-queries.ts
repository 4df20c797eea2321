// The queries that a refusal is put to the test with: a door may stand open beside a parameter, or behind a cache.
import { type Operation, placeParameter, type QueryPair, writeValues } from '../spec/index.ts';
import { isId } from './arguments.ts';
import { isList } from './exchange.ts';
import { readPage, sizeParameter } from './page.ts';
import { valueIn } from './row-values.ts';
import type { Scene } from './scene.ts';

type Query = readonly QueryPair[];

/**
 * The queries to send. `tenant` says that the call goes to another tenant, which may be right to refuse this one's
 * identifiers and cursors before anything else: the standard depth leaves them out.
 *
 * The standard depth sends the bare list, or the fullest query that the list has answered so far, whose answer a cache
 * would have; the full depth sends both, and one query for every parameter.
 */
export async function refusalQueries(scene: Scene, by: string, bare: boolean, tenant: boolean): Promise<Query[]> {
  const fits = (query: Query) => !tenant || !namesRows(scene.operation, query);
  if (scene.depth === 'standard') return [bare ? [] : fullestQuery(scene, fits)];
  const queries: Query[] = [[], fullestQuery(scene, fits), ...(await oneByOne(scene, by))];
  return [...new Map(queries.map((query) => [JSON.stringify(query), query])).values()];
}

/** Whether the query has identifiers of rows, or a cursor. */
export function namesRows({ filters, list: { paging } }: Operation, query: Query): boolean {
  const own = new Set(filters.filter(isId).map(({ name }) => name));
  if (paging.style === 'cursor' || paging.style === 'key') own.add(placeParameter(paging) ?? '');
  return query.some(([name]) => own.has(name));
}

function fullestQuery({ client, operation }: Scene, fits: (query: Query) => boolean): Query {
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
async function oneByOne(scene: Scene, by: string): Promise<Query[]> {
  const { operation } = scene;
  const { paging } = operation.list;
  const { rows } = await scene.universe(by);
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
  const [page] = (await scene.walk(by, [], operation.list.size?.minimum, { maxPages: 1 })).pages;
  return [
    ...filtered,
    [[size, String(operation.list.size?.minimum ?? 1)]],
    ...(page?.next === undefined ? [] : [[[next, page.next]] as Query]),
  ];
}
