// The queries that a refusal is put to the test with: what is refused alone may be served beside a parameter, or by a cache.
import { type Operation, placeParameter, type QueryPair } from '../../../spec/index.ts';
import { isList } from '../../http/exchange.ts';
import { walkClasses } from '../../plan/page-classes.ts';
import { type AnsweredQuery, queriesForCallers } from '../../plan/queries-for-callers.ts';
import { rememberedModel } from '../../plan/remembered-model.ts';
import { spread } from '../../plan/spread.ts';
import type { Context } from '../../walk/context.ts';
import { isId } from '../../walk/filter-arguments.ts';
import { readPage } from '../../walk/page.ts';

type Query = readonly QueryPair[];

/** Queries that each refused caller sends at the full depth. */
const MOST = 16;
/** Answered queries that are chosen from. */
const CHOICE = 600;

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
 * whose answer a cache would have; the full depth sends both, and queries that the list has answered, so that every class
 * of every parameter meets this caller.
 */
export async function refusalQueries(context: Context, asked: Asked): Promise<Query[]> {
  const fits = (query: Query) => !asked.elsewhere || !namesRows(context.operation, query);
  const fullest = await fullestQuery(context, fits);
  if (context.depth === 'standard') return [asked.bare ? [] : fullest];
  const callers = await context.memo('queries for callers', async () =>
    queriesForCallers(await answeredQueries(context)),
  );
  const manners = await context.memo('refused manners', async () => new Set<string>());
  manners.add(asked.manner);
  const turn = [...manners].indexOf(asked.manner);
  const chosen = callers.queriesFor(turn, MOST);
  return [...new Map([[], fullest, ...chosen].map((query) => [JSON.stringify(query), query])).values()];
}

/** Every query that was answered with a list, with the classes that meet in it; a part of them where they are many. */
async function answeredQueries(context: Context): Promise<AnsweredQuery[]> {
  const { operation, walks } = context;
  const model = rememberedModel(operation, (await context.snapshot()).rows);
  const answered = new Map<string, AnsweredQuery>();
  for (const walk of walks) {
    // What a cursor that nobody issued gives is the first page; others walk on from it.
    if (walk.start !== undefined || walk.more.length > 0) continue;
    const { own, rows, placeOf } = walkClasses(operation, model, walk);
    for (const [index, { exchange }] of walk.pages.entries()) {
      if (!isList(exchange)) continue;
      const { query } = exchange.request;
      answered.set(JSON.stringify(query), {
        query,
        classes: rows > 0 ? [...own, ...placeOf(index)] : model.classesOf(walk.args.filter(model.isUnknown)),
        filters: walk.args.length,
      });
    }
  }
  return spread([...answered.values()], CHOICE);
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

/** Every query so far that was answered with rows; each exchange is looked at once for all callers. */
async function fullQueries(context: Context): Promise<readonly Full[]> {
  const { client, operation } = context;
  const later = placeParameter(operation.list.paging);
  // A later page counts most: whoever carries on is easily taken for one who was let in.
  const fullness = (query: Query) =>
    new Set(query.map(([name]) => name)).size + (query.some(([name]) => name === later) ? 9 : 0);
  const known = await context.memo('full queries', async () => ({ looked: 0, found: [] as Full[] }));
  for (; known.looked < client.exchanges.length; known.looked += 1) {
    const exchange = client.exchanges[known.looked];
    if (exchange === undefined || exchange.request.operation !== operation || exchange.request.expect !== 'list')
      continue;
    const { query } = exchange.request;
    if (isList(exchange) && readPage(exchange).rows.length > 0) known.found.push({ query, fullness: fullness(query) });
  }
  return known.found;
}
