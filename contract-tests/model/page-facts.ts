// What a reply must tell of its page: it follows from the call, the rows and the total.
import type { Operation, PageFacts } from '../../spec/index.ts';
import { isNumbered, type Page, placeOf } from '../walk/page.ts';

/** What follows for one page. */
export type ExpectedPage = {
  /** The page size in force: the one that was asked for, or what the deployment made of one out of bounds. */
  readonly size: number;
  /** How many rows the page holds. */
  readonly rows: number;
  /** Every fact that can be told; undefined where nothing follows. */
  readonly facts: Readonly<Record<Exclude<keyof PageFacts, 'total'>, number | boolean | undefined>>;
};

/** `sized` is the size in force, where it is known to be another than the call asks for. */
export function expectedPage(operation: Operation, page: Page, sized?: number): ExpectedPage {
  const { paging, size: bounds } = operation.list;
  const { told, exchange, rows, next } = page;
  const { number, offset, size: asked = told.limit } = placeOf(exchange.request);
  const isTooLarge = bounds?.maximum !== undefined && asked !== undefined && asked > bounds.maximum;
  const size = sized ?? (isTooLarge ? (told.limit ?? bounds.maximum) : asked);
  const first = paging.style === 'page' ? paging.first : 0;
  const { total } = told;
  // Where no total is told, the page that nothing follows says how many there are.
  const last = paging.style === 'page' && rows.length > 0 && next === undefined ? number - first + 1 : undefined;
  const leads = paging.style === 'cursor' ? next !== undefined : undefined;
  // Of pages whose size nobody knows, nothing follows that takes a size.
  if (size === undefined || size < 1)
    return { size: rows.length, rows: rows.length, facts: { ...UNKNOWN, page: number, more: leads } };
  const start = paging.style === 'page' ? (number - first) * size : offset;
  const isCounted = total !== undefined && isNumbered(operation);
  return {
    size,
    rows: isCounted ? Math.max(0, Math.min(size, total - start)) : rows.length,
    facts: {
      page: number,
      offset: start,
      limit: size,
      pages: total === undefined ? last : pagesOf(total, size, told.pages),
      more: isCounted ? start + size < total : leads,
    },
  };
}

/** Whether the total says that no row follows, and the page holds all that are left. */
export function isLastByTotal(page: Page): boolean {
  const { facts, rows } = expectedPage(page.exchange.request.operation, page);
  return page.told.total !== undefined && facts.more === false && page.rows.length >= rows;
}

/** How many pages so many rows take; an empty list may be said to have none, or one that is empty. */
function pagesOf(total: number, size: number, told: number | undefined): number {
  return total === 0 && told === 1 ? 1 : Math.ceil(total / size);
}

const UNKNOWN = { offset: undefined, limit: undefined, pages: undefined } as const;
