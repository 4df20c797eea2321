// Reads rows, continuation and what is told of the page out of a reply, whatever the style of its paging.
import {
  at,
  isRecord,
  type NextPlace,
  type Operation,
  type PageFacts,
  placeParameter,
  type Row,
} from '../../spec/index.ts';
import { type Exchange, isList, type Request } from '../http/exchange.ts';
import { textIn } from './rows.ts';

/** What the reply says of the page; a fact that is not there, or of another type, is missing. */
type ToldFacts = {
  readonly [fact in Exclude<keyof PageFacts, 'more'>]?: number;
} & { readonly more?: boolean };

export type Page = {
  readonly exchange: Exchange;
  readonly rows: readonly Row[];
  /** The query value that fetches the next page; undefined on the last. */
  readonly next: string | undefined;
  readonly told: ToldFacts;
};

/** The name of the parameter that sets the page size, where the list has one. */
export function sizeParameter({ list: { paging } }: Operation): string | undefined {
  return paging.limit;
}

/** Reads a page; a reply of another form has no rows and leads nowhere. */
export function readPage(exchange: Exchange): Page {
  const { operation } = exchange.request;
  const { list } = operation;
  // A member that no page names is no part of a row: some replies may have it, and others not.
  const body = isList(exchange)
    ? (operation.reply(exchange.status)?.documented(exchange.body) ?? exchange.body)
    : undefined;
  const items = at(body, list.items);
  // What is no object stands where a row should, and says nothing of itself.
  const rows = Array.isArray(items) ? items.map((item) => (isRecord(item) ? item : {})) : [];
  const told = isList(exchange) ? readFacts(exchange.body, list.paging.tells) : {};
  return { exchange, rows, told, next: isList(exchange) ? nextOf(exchange, rows, told) : undefined };
}

function readFacts(body: unknown, tells: PageFacts): ToldFacts {
  const found = Object.entries(tells).flatMap(([fact, pointer]) => {
    const value = at(body, pointer);
    return typeof value === (fact === 'more' ? 'boolean' : 'number') ? [[fact, value] as const] : [];
  });
  return Object.fromEntries(found);
}

/** Where a page stands: its number, or how many rows were passed over; and the size that was asked for. */
export function placeOf({ operation, query }: Request): {
  readonly number: number;
  readonly offset: number;
  readonly size: number | undefined;
} {
  const { paging, size: bounds } = operation.list;
  const given = (name: string | undefined) => query.findLast(([each]) => each === name)?.[1];
  const asked = given(paging.limit);
  const size = asked === undefined ? bounds?.default : Number(asked);
  const place = given(placeParameter(paging));
  if (paging.style === 'page') {
    const number = place === undefined ? paging.first : Number(place);
    return { number, offset: (number - paging.first) * (size ?? 0), size };
  }
  const offset = paging.style === 'offset' && place !== undefined ? Number(place) : 0;
  return { number: 0, offset, size };
}

/** The value that leads to the next page: as the reply says it, else as its facts imply. */
function nextOf(exchange: Exchange, rows: readonly Row[], told: ToldFacts): string | undefined {
  const { paging, key, size: bounds } = exchange.request.operation.list;
  if (paging.style === 'none') return undefined;
  const place = placeParameter(paging) ?? '';
  if (paging.next !== undefined) return led(exchange, paging.next, place);
  if (paging.style === 'cursor') return undefined;
  const { number, offset, size: asked } = placeOf(exchange.request);
  // A size over the maximum may be taken for the maximum.
  const size = asked === undefined ? undefined : Math.min(asked, bounds?.maximum ?? asked);
  if (!follows({ number, offset, size }, rows.length, told, paging.style === 'page' ? paging.first : 0))
    return undefined;
  if (paging.style === 'page') return String(number + 1);
  if (paging.style === 'offset') return String(offset + (size ?? rows.length));
  const last = rows.at(-1);
  return last === undefined ? undefined : textIn(last, key);
}

/** Whether another page follows; where nothing is told, a full page may have one behind it. */
function follows(
  { number, offset, size }: ReturnType<typeof placeOf>,
  rows: number,
  { more, total, pages }: ToldFacts,
  first: number,
): boolean {
  if (more !== undefined) return more;
  if (total !== undefined) return offset + (size ?? rows) < total && rows > 0;
  // Where rows are passed over, the page is the one that begins behind them.
  if (pages !== undefined)
    return (offset > 0 && number === 0 ? Math.floor(offset / (size ?? rows)) : number - first) + 1 < pages;
  return rows > 0 && rows >= (size ?? 1);
}

/** The value in a member, in a URL, or in a `Link` header (RFC 8288). */
function led(exchange: Exchange, next: NextPlace, place: string): string | undefined {
  if (!('value' in next)) return valueIn(nextUrlOf(exchange), place);
  const value = at(exchange.body, next.value);
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : undefined;
}

/** The next page's URL, as the reply gives it; undefined where it gives none. */
export function nextUrlOf({ body, headers, request }: Exchange): string | undefined {
  const { paging } = request.operation.list;
  if (paging.style === 'none' || paging.next === undefined || 'value' in paging.next) return undefined;
  if ('link' in paging.next) return linkTarget(headers.link ?? '', paging.next.link);
  const value = at(body, paging.next.url);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function linkTarget(header: string, relation: string): string | undefined {
  for (const link of header.split(/,(?=\s*<)/)) {
    const [, target, parameters = ''] = /^\s*<([^>]*)>(.*)$/.exec(link) ?? [];
    const others = /;\s*(?!rel\b)[\w*-]+\s*=\s*"[^"]*"/gi;
    const relations = /;\s*rel\s*=\s*"?([^";]+)"?/i.exec(parameters.replaceAll(others, ''))?.[1] ?? '';
    // Relations are compared without regard to case (RFC 8288, 2.1.1).
    if (target !== undefined && relations.toLowerCase().split(/\s+/).includes(relation.toLowerCase())) return target;
  }
  return undefined;
}

function valueIn(url: string | undefined, parameter: string): string | undefined {
  if (url === undefined || !URL.canParse(url, 'http://host')) return undefined;
  return new URL(url, 'http://host').searchParams.get(parameter) ?? undefined;
}

/** Whether a walk takes several calls, whose pages have a size that one can ask for. */
export const isPaged = ({ list }: Operation): boolean => list.paging.style !== 'none';
export const isSized = ({ list }: Operation): boolean => list.size !== undefined;
/** Whether any page can be asked for by its number, or by the rows before it. */
export const isNumbered = ({ list }: Operation): boolean =>
  list.paging.style === 'page' || list.paging.style === 'offset';

/** The page size nearest to this one that may be asked for. */
export function allowedSize({ list: { size } }: Operation, wanted: number): number {
  return Math.max(size?.minimum ?? 1, Math.min(size?.maximum ?? Number.POSITIVE_INFINITY, wanted));
}
