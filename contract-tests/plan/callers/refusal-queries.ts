// The queries that a refusal is put to the test with: what is refused alone may be served beside a parameter, or by a cache.
import { firstPlace, type Operation, passes, placeParameter, type QueryPair, type Row } from '../../../spec/index.ts';
import { isList } from '../../http/exchange.ts';
import type { Depth } from '../../walk/context.ts';
import { argumentsIn, isId } from '../../walk/filter-arguments.ts';
import type { Walk } from '../../walk/walk.ts';
import { madeQueries } from '../calls/made-queries.ts';
import type { InputModel } from '../input-model.ts';
import { walkClasses } from '../page-classes.ts';
import { spread } from '../spread.ts';
import { type CallersQuery, queriesForCallers } from './queries-for-callers.ts';
import type { RefusedCaller } from './refused-callers.ts';

type Query = readonly QueryPair[];

/** Queries that each refused caller sends at the full depth, and that go to each other tenant. */
const [OF_A_CALLER, OF_A_TENANT] = [11, 34];
/** Answered queries that are chosen from, beside those that are made. */
const ANSWERED = 300;

/** What is asked, one entry for each caller. */
export type RefusalQueries = readonly (readonly Query[])[];

/** What a list was asked by its owner. */
type Seen = {
  readonly operation: Operation;
  readonly model: InputModel;
  readonly walks: readonly Walk[];
  readonly depth: Depth;
};

/**
 * The queries that each caller sends: the bare list, and queries that the list has answered or could, so that every class of
 * every parameter meets every caller. At the standard depth each sends one.
 */
export function refusalQueries(seen: Seen, callers: readonly RefusedCaller[]): RefusalQueries {
  const full = fullQueries(seen);
  // Another tenant may be right to refuse this one's identifiers and cursors before anything else: they are left out where
  // they are not asked for.
  const isNaming = (query: Query) => namesRows(seen.operation, query);
  const isNameless = (query: Query) => !isNaming(query);
  const fits = ({ tenants, briefly }: RefusedCaller) => {
    if (briefly === 'naming') return isNaming;
    return tenants === undefined ? () => true : isNameless;
  };
  if (seen.depth === 'standard')
    return callers.map((caller) => [caller.briefly === 'bare' ? [] : fullest(full, fits(caller))]);
  const { queriesFor } = queriesForCallers(manyQueries(seen));
  return callers.map(({ tenants }, turn) => {
    const isElsewhere = tenants !== undefined;
    const chosen = queriesFor({ turn, needsRows: isElsewhere }, isElsewhere ? OF_A_TENANT : OF_A_CALLER);
    const most = fullest(full, isElsewhere ? isNameless : () => true);
    return [...new Map([[], most, ...chosen].map((query) => [JSON.stringify(query), query])).values()];
  });
}

/** Queries that were answered with a list, a part where they are many; and others that could be. */
function manyQueries({ operation, model, walks: all }: Seen): CallersQuery[] {
  // What a cursor that nobody issued gives is the first page; others walk on from it.
  const walks = all.filter(({ start, more }) => start === undefined && more.length === 0);
  const answered = walks.flatMap((walk) => {
    const { own, rows, placeOf } = walkClasses(operation, model, walk);
    return walk.pages.flatMap(({ exchange }, index): CallersQuery[] =>
      isList(exchange)
        ? [
            {
              query: exchange.request.query,
              classes: [...own, ...placeOf(index)],
              showsRows: rows > 0,
              filters: walk.args.length,
            },
          ]
        : [],
    );
  });
  const unlike = new Map(answered.map((each) => [JSON.stringify(each.query), each]));
  const place = placeParameter(operation.list.paging);
  const places = walks.flatMap(({ pages }) =>
    pages.slice(1).flatMap(({ exchange }) => exchange.request.query.filter(([name]) => name === place)),
  );
  return [...spread([...unlike.values()], ANSWERED), ...madeQueries(operation, model, places)];
}

/** Whether the query has identifiers of rows, or a cursor. */
export function namesRows({ filters, list: { paging } }: Operation, query: Query): boolean {
  const own = new Set(filters.filter(isId).map(({ name }) => name));
  if (paging.style === 'cursor' || paging.style === 'key') own.add(placeParameter(paging) ?? '');
  return query.some(([name]) => own.has(name));
}

/** Whether the query has an identifier that none of these rows has. */
export function namesUnknownRows(operation: Operation, query: Query, rows: readonly Row[]): boolean {
  const named = argumentsIn(operation, query).filter(({ filter }) => isId(filter));
  return named.some(({ filter, values }) => values.some((value) => !rows.some((row) => passes(filter, row, [value]))));
}

/** How much of a list's parameters a query has. */
type Full = { readonly query: Query; readonly fullness: number };

/** The fullest query of those that fit. */
function fullest(queries: readonly Full[], fits: (query: Query) => boolean): Query {
  let best: Full = { query: [], fullness: 0 };
  for (const full of queries) if (full.fullness > best.fullness && fits(full.query)) best = full;
  return best.query;
}

/** Every query that was answered with rows. */
function fullQueries({ walks, operation }: Seen): readonly Full[] {
  const { paging } = operation.list;
  const place = placeParameter(paging);
  const isLater = (query: Query) => query.some(([name, value]) => name === place && value !== firstPlace(paging));
  // A later page counts most: whoever carries on is easily taken for one who was let in.
  const fullness = (query: Query) => new Set(query.map(([name]) => name)).size + (isLater(query) ? 9 : 0);
  // A cursor that nobody issued is left out.
  const pages = walks.flatMap((walk) => (walk.start === undefined ? walk.pages : walk.pages.slice(1)));
  return pages
    .filter(({ rows }) => rows.length > 0)
    .map(({ exchange: { request } }) => ({ query: request.query, fullness: fullness(request.query) }));
}
