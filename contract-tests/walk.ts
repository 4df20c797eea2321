// All pages of one list, as rows in order.
import { at, isRecord, type Operation, type Row } from '../spec/index.ts';
import { type Arguments, queryOf } from './arguments.ts';
import type { Client } from './client.ts';
import { type Exchange, isList } from './exchange.ts';

/** What the reply says of a numbered page. */
type PageMeta = {
  readonly total: number;
  readonly page: number;
  readonly page_size: number;
  readonly hasMore: boolean;
};

export type Page = {
  readonly exchange: Exchange;
  readonly rows: readonly Row[];
  /** The query value that fetches the next page; undefined on the last. */
  readonly next: string | undefined;
  readonly meta: PageMeta | undefined;
};

/** Why a walk stopped. Only `end` has seen the whole list. */
type Stop = 'end' | 'cut' | 'refused' | 'loop' | 'budget';

export type Walk = {
  readonly args: Arguments;
  /** Rows asked for per page; undefined for the default. */
  readonly size: number | undefined;
  /** The cursor that it began with; undefined for the first page. */
  readonly start: string | undefined;
  readonly pages: readonly Page[];
  readonly rows: readonly Row[];
  readonly stop: Stop;
  /** When it began: the number of requests that were sent before. */
  readonly at: number;
};

/** What to walk. */
export type Route = {
  readonly operation: Operation;
  readonly tenant: string;
  readonly args: Arguments;
  readonly size?: number | undefined;
  /** Stop after so many pages. @default no bound but that of a walk which brings nothing new */
  readonly maxPages?: number;
  /** Where to begin: a cursor. @default the first page */
  readonly start?: string;
  /** A reply without rows is as good as a list. @default false */
  readonly refusable?: boolean;
};

/** Pages without a new row before a walk is held to go round in circles. */
const IDLE_PAGES = 3;

/** Fetches page after page. */
export async function walk(client: Client, route: Route, askedBy: string): Promise<Walk> {
  const { operation, args, size, maxPages = Infinity } = route;
  const startedAt = client.sent();
  const pages: Page[] = [];
  const keys = new Set<unknown>();
  const cursors = new Set<string>();
  let idle = 0;
  let stop: Stop | undefined;
  let next = route.start;
  while (stop === undefined) {
    const page = await fetchPage(client, route, next, askedBy);
    if (page === undefined) stop = 'budget';
    else {
      pages.push(page);
      const before = keys.size;
      for (const row of page.rows) keys.add(row[operation.list.key]);
      idle = keys.size === before ? idle + 1 : 0;
      next = page.next;
      if (!isList(page.exchange)) stop = 'refused';
      else if (next === undefined) stop = 'end';
      else if (cursors.has(next) || idle >= IDLE_PAGES) stop = 'loop';
      else if (pages.length >= maxPages) stop = 'cut';
      else cursors.add(next);
    }
  }
  return { args, size, start: route.start, pages, rows: pages.flatMap(({ rows }) => rows), stop, at: startedAt };
}

/** One page: the first, or the one that `next` leads to. */
async function fetchPage(
  client: Client,
  route: Route,
  next: string | undefined,
  askedBy: string,
): Promise<Page | undefined> {
  const { operation, tenant, args, size } = route;
  const { paging } = operation.list;
  const query = queryOf(args);
  const sizeName = sizeParameter(operation);
  if (size !== undefined && sizeName !== undefined) query.push([sizeName, String(size)]);
  if (next !== undefined) query.push([paging.style === 'cursor' ? paging.cursor : 'page', next]);
  const expect = route.refusable === true ? 'open' : 'list';
  const credential = operation.api === 'layers' ? 'token' : 'apiKey';
  const exchange = await client.send({ operation, query, credential, tenant, expect }, askedBy);
  return exchange === undefined ? undefined : readPage(exchange);
}

/** The name of the parameter that sets the page size, where the list has one. */
export function sizeParameter({ list: { paging } }: Operation): string | undefined {
  if (paging.style === 'none') return undefined;
  return paging.style === 'cursor' ? paging.limit : paging.size;
}

/** Reads rows and continuation out of a reply; a reply of another form has none. */
export function readPage(exchange: Exchange): Page {
  const { list } = exchange.request.operation;
  const items = isList(exchange) ? at(exchange.body, list.items) : undefined;
  const rows = Array.isArray(items) ? items.filter(isRecord) : [];
  const { paging } = list;
  if (paging.style === 'cursor') {
    const next = at(exchange.body, paging.next);
    return { exchange, rows, next: typeof next === 'string' && next !== '' ? next : undefined, meta: undefined };
  }
  const meta = paging.style === 'page' ? readMeta(at(exchange.body, paging.meta)) : undefined;
  return { exchange, rows, next: meta?.hasMore === true ? String(meta.page + 1) : undefined, meta };
}

function readMeta(value: unknown): PageMeta | undefined {
  if (!isRecord(value)) return undefined;
  const { total, page, page_size, hasMore } = value;
  const numbers = [total, page, page_size].every((number) => typeof number === 'number');
  return numbers && typeof hasMore === 'boolean' ? (value as PageMeta) : undefined;
}
