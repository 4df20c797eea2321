// What a reply must tell of its page: it follows from the call, the rows and the total.
import type { Operation, PageFacts } from '../../spec/index.ts';
import { type Page, placeOf } from '../walk/page.ts';

/** What follows for one page. */
export type ExpectedPage = {
  /** The page size in force: the one that was asked for, or what the deployment made of one out of bounds. */
  readonly size: number;
  /** How many rows the page holds. */
  readonly rows: number;
  /** Every fact that can be told; undefined where nothing follows. */
  readonly facts: Readonly<Record<Exclude<keyof PageFacts, 'total'>, number | boolean | undefined>>;
};

export function expectedPage({ list: { paging, size: bounds } }: Operation, page: Page): ExpectedPage {
  const { told, exchange, rows, next } = page;
  const { number, offset, size: asked = rows.length } = placeOf(exchange.request);
  const size = bounds?.maximum !== undefined && asked > bounds.maximum ? (told.limit ?? bounds.maximum) : asked;
  const first = paging.style === 'page' ? paging.first : 0;
  const start = paging.style === 'page' ? (number - first) * size : offset;
  const isNumbered = paging.style === 'page' || paging.style === 'offset';
  const { total } = told;
  // Where no total is told, the page that nothing follows says how many there are.
  const last = paging.style === 'page' && rows.length > 0 && next === undefined ? number - first + 1 : undefined;
  const follows = total === undefined || !isNumbered ? undefined : start + size < total;
  return {
    size,
    rows: total === undefined || !isNumbered ? rows.length : Math.max(0, Math.min(size, total - start)),
    facts: {
      page: number,
      offset: start,
      limit: size,
      pages: total === undefined ? last : Math.ceil(total / size),
      more: follows ?? (paging.style === 'cursor' ? next !== undefined : undefined),
    },
  };
}
