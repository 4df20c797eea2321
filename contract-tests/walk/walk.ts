// All pages of one list, as rows in order.
import { firstPlace, memberOf, type Operation, placeParameter, type QueryPair, type Row } from '../../spec/index.ts';
import type { Client } from '../http/client.ts';
import { holdsRows, type Request, type Shown } from '../http/exchange.ts';
import { type Arguments, queryOf } from './filter-arguments.ts';
import { isNumbered, type Page, readPage, sizeParameter } from './page.ts';

/** Why a walk stopped. Only `end` has seen the whole list. */
type Stop = 'end' | 'cut' | 'refused' | 'loop' | 'budget';

export type Walk = {
  readonly args: Arguments;
  /** Rows asked for per page; undefined for the default. */
  readonly size: number | undefined;
  /** The cursor that it began with; undefined for the first page. */
  readonly start: string | undefined;
  /** The place of the first page, where it was asked for by its number. */
  readonly place: string | undefined;
  readonly pages: readonly Page[];
  readonly rows: readonly Row[];
  readonly stop: Stop;
  /** Further parameters that were sent: an order. */
  readonly more: readonly QueryPair[];
  /** Whether the size and the place stood before all else. */
  readonly isPageFirst?: boolean | undefined;
  /** When it began: the number of requests that were sent before. */
  readonly at: number;
};

/** Whether rows came, to the end or as far as was asked: the walk was not refused, and did not go round in circles. */
export function isServed({ stop }: Pick<Walk, 'stop'>): boolean {
  return stop === 'end' || stop === 'cut';
}

/** What to walk. */
export type WalkRequest = {
  readonly operation: Operation;
  /** The key that opens the list, and the caller's own tenants. */
  readonly credential: Shown;
  readonly tenants: Readonly<Record<string, string>>;
  readonly args: Arguments;
  /** Further parameters: an order. */
  readonly more?: readonly QueryPair[] | undefined;
  readonly size?: number | undefined;
  /** Whether the size and the place stand before the filters: parameters have no order. @default false */
  readonly isPageFirst?: boolean | undefined;
  /** Stop after so many pages. @default no bound but that of a walk which brings nothing new */
  readonly maxPages?: number | undefined;
  /** Where to begin: a cursor. @default the first page */
  readonly start?: string | undefined;
  /** The place of the first page, where it is asked for by its number. @default not asked for */
  readonly first?: string | undefined;
  /** Where a refusal is as good as a list, or nothing is promised. @default 'list' */
  readonly expect?: Request['expect'] | undefined;
  /** What is asked between the first page and the second: a cursor must outlive it. @default nothing */
  readonly meanwhile?: (() => Promise<unknown>) | undefined;
};

/**
 * Pages without a new row before a walk is held to go round in circles: pages that repeat what was there, or that are empty,
 * which some are in a row where rows are taken out of pages of one.
 */
const IDLE_PAGES = { repeating: 3, empty: 8 } as const;

/** Fetches page after page. */
export async function walk(client: Client, route: WalkRequest): Promise<Walk> {
  const { operation, args, size, maxPages = Infinity, meanwhile } = route;
  const startedAt = client.sent();
  const pages: Page[] = [];
  const keys = new Set<unknown>();
  const cursors = new Set<string>();
  const idle = { repeating: 0, empty: 0 };
  // What begins behind the first page sees the end of the list, and not all of it.
  const atEnd = [undefined, firstPlace(operation.list.paging)].includes(route.first) ? 'end' : 'cut';
  let stop: Stop | undefined;
  let next = route.start ?? route.first;
  while (stop === undefined) {
    const page = await fetchPage(client, route, next);
    if (page === undefined) stop = 'budget';
    else {
      pages.push(page);
      const before = keys.size;
      // One without a key may be any.
      for (const row of page.rows) keys.add(memberOf(row, operation.list.key) ?? row);
      const kind = page.rows.length === 0 ? 'empty' : 'repeating';
      if (keys.size > before) Object.assign(idle, { repeating: 0, empty: 0 });
      else idle[kind] += 1;
      next = page.next;
      if (!holdsRows(page.exchange)) stop = 'refused';
      else if (next === undefined) stop = atEnd;
      else if (cursors.has(next) || idle[kind] >= IDLE_PAGES[kind]) stop = 'loop';
      else if (pages.length >= maxPages) stop = 'cut';
      else cursors.add(next);
      if (stop === undefined && pages.length === 1) await meanwhile?.();
    }
  }
  // Rows may have gone: asked for anew, the page before a numbered one tells whether another follows it.
  const before = pages.at(-2);
  if (stop === 'refused' && before !== undefined && isNumbered(operation)) await client.send(before.exchange.request);
  return {
    args,
    size,
    start: route.start,
    place: route.first,
    more: route.more ?? [],
    isPageFirst: route.isPageFirst,
    pages,
    rows: pages.flatMap(({ rows }) => rows),
    stop,
    at: startedAt,
  };
}

/** What the same walk is asked for again with, beside its filters and its size: it stops behind as many pages. */
export function sameWay({ more, place, start, pages, isPageFirst }: Walk) {
  const expect = start === undefined ? undefined : ('open' as const);
  return { more, isPageFirst, maxPages: pages.length, first: place, start, expect };
}

/** Whether a later page begins as the first one does: its cursor counted as none, as when servers were started anew meanwhile. */
export function hasBegunAnew({ list }: Operation, { pages: [first, ...others] }: Walk): boolean {
  const [row] = first?.rows ?? [];
  const keyIn = (some: Row | undefined) => some && memberOf(some, list.key);
  return row !== undefined && others.some(({ rows }) => keyIn(rows[0]) === keyIn(row));
}

/** One page: the first, or the one that `next` leads to. */
async function fetchPage(client: Client, route: WalkRequest, next: string | undefined): Promise<Page | undefined> {
  const { operation, tenants, credential, args, size, more = [] } = route;
  const page = sizeQuery(operation, size);
  const place = placeParameter(operation.list.paging);
  if (next !== undefined && place !== undefined) page.push([place, next]);
  const { expect = 'list', isPageFirst = false } = route;
  const asked = [...queryOf(args), ...more];
  const query = isPageFirst ? [...page, ...asked] : [...asked, ...page];
  const exchange = await client.send({ operation, query, credential, tenants, expect });
  return exchange === undefined ? undefined : readPage(exchange);
}

/** The page size as a query parameter; none for the default. */
export function sizeQuery(operation: Operation, size: number | undefined): QueryPair[] {
  const name = sizeParameter(operation);
  return size === undefined || name === undefined ? [] : [[name, String(size)]];
}
