// The queries that a refusal is put to the test with: what is refused alone may be served beside a parameter, or by a cache.
import { firstPlace, type Operation, placeParameter, type QueryPair } from '../../../spec/index.ts';
import { isList } from '../../http/exchange.ts';
import { madeQueries } from '../../plan/calls/made-queries.ts';
import { walkClasses } from '../../plan/page-classes.ts';
import { type CallersQuery, queriesForCallers } from '../../plan/queries-for-callers.ts';
import { rememberedModel } from '../../plan/remembered-model.ts';
import { spread } from '../../plan/spread.ts';
import type { Context } from '../../walk/context.ts';
import { isId } from '../../walk/filter-arguments.ts';

type Query = readonly QueryPair[];

/** Queries that each refused caller sends at the full depth, and that go to each other tenant. */
const [OF_A_CALLER, OF_A_TENANT] = [16, 48];
/** Answered queries that are chosen from, beside those that are made. */
const ANSWERED = 300;

/** What is asked, and by whom. */
type Asked = {
  /** Who calls, in the words of messages: every manner gets other queries. */
  readonly manner: string;
  /**
   * What the standard depth asks: the bare list, the fullest query that the list has answered, or the fullest with
   * identifiers of rows, for they may be looked up whoever they belong to.
   */
  readonly briefly: 'bare' | 'full' | 'naming';
  /**
   * Whether the call goes to another tenant, which may be right to refuse this one's identifiers and cursors before
   * anything else: the standard depth leaves them out where it does not ask for them.
   */
  readonly elsewhere: boolean;
};

/**
 * The queries to send: the bare list, and queries that the list has answered or could, so that every class of every
 * parameter meets this caller. The standard depth sends one.
 */
export async function refusalQueries(context: Context, { manner, briefly, elsewhere }: Asked): Promise<Query[]> {
  const isNaming = (query: Query) => namesRows(context.operation, query);
  const isNameless = (query: Query) => !elsewhere || !isNaming(query);
  if (context.depth === 'standard')
    return [briefly === 'bare' ? [] : await fullestQuery(context, briefly === 'naming' ? isNaming : isNameless)];
  const callers = await context.memo('queries for callers', async () => queriesForCallers(await manyQueries(context)));
  const manners = await context.memo('refused manners', async () => new Set<string>());
  manners.add(manner);
  const turn = [...manners].indexOf(manner);
  const chosen = callers.queriesFor({ turn, needsRows: elsewhere }, elsewhere ? OF_A_TENANT : OF_A_CALLER);
  const fullest = await fullestQuery(context, isNameless);
  return [...new Map([[], fullest, ...chosen].map((query) => [JSON.stringify(query), query])).values()];
}

/** Queries that were answered with a list, a part where they are many; and others that could be. */
async function manyQueries(context: Context): Promise<CallersQuery[]> {
  const { operation } = context;
  const model = rememberedModel(operation, (await context.snapshot()).rows);
  // What a cursor that nobody issued gives is the first page; others walk on from it.
  const walks = context.walks.filter(({ start, more }) => start === undefined && more.length === 0);
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

/** The fullest query of those that fit, and were answered with rows. */
async function fullestQuery(context: Context, fits: (query: Query) => boolean): Promise<Query> {
  let best: Full = { query: [], fullness: 0 };
  for (const full of await fullQueries(context)) if (full.fullness > best.fullness && fits(full.query)) best = full;
  return best.query;
}

/** How much of a list's parameters a query has. */
type Full = { readonly query: Query; readonly fullness: number };

/** Every query so far that was answered with rows; each walk is looked at once for all callers. */
async function fullQueries(context: Context): Promise<readonly Full[]> {
  const { walks, operation } = context;
  const { paging } = operation.list;
  const place = placeParameter(paging);
  const isLater = (query: Query) => query.some(([name, value]) => name === place && value !== firstPlace(paging));
  // A later page counts most: whoever carries on is easily taken for one who was let in.
  const fullness = (query: Query) => new Set(query.map(([name]) => name)).size + (isLater(query) ? 9 : 0);
  const known = await context.memo('full queries', async () => ({ looked: 0, found: [] as Full[] }));
  for (; known.looked < walks.length; known.looked += 1) {
    const { start, pages = [] } = walks[known.looked] ?? {};
    // A cursor that nobody issued is left out.
    for (const { exchange, rows } of start === undefined ? pages : pages.slice(1)) {
      const { query } = exchange.request;
      if (rows.length > 0) known.found.push({ query, fullness: fullness(query) });
    }
  }
  return known.found;
}
