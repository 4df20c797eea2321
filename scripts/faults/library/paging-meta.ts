// What KlayrAI's pages say of themselves: number, size, total, and whether more follow.
import type { Fault, Wrap } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { lastPageOf, type Numbers, numbering, range, rowsOn } from '../numbering.ts';

const fault = faultOf('paging');

type Saying = { readonly name: string; readonly clause: string; readonly summary: string; readonly wrap: Wrap };

const SAYINGS: readonly Saying[] = [
  ...(
    [
      ['page-shown-always-1', 'pagination.page is always 1', () => 1],
      ['page-shown-from-zero', 'pagination.page counts from zero', ({ page }) => page - 1],
      ['page-shown-next', 'pagination.page is the number of the next page', ({ page }) => page + 1],
    ] as const satisfies readonly (readonly [string, string, (numbers: Numbers) => number])[]
  ).map(([name, summary, shownPage]) => ({ name, clause: 'KLY-24', summary, wrap: numbering({ shownPage }) })),
  ...(
    [
      ['page-size-shown-always-20', 'pagination.page_size is always 20', () => 20],
      ['page-size-shown-rows', 'pagination.page_size counts the rows of the page', (each) => rowsOn(each)],
      ['page-size-shown-100', 'pagination.page_size is always 100', () => 100],
    ] as const satisfies readonly (readonly [string, string, (numbers: Numbers) => number])[]
  ).map(([name, summary, shownSize]) => ({ name, clause: 'KLY-24', summary, wrap: numbering({ shownSize }) })),
  ...(
    [
      ['total-of-page', 'total counts the rows of the page', (each) => rowsOn(each)],
      ['total-one-more', 'total is one too high', ({ kept }) => kept.length + 1],
      ['total-one-less', 'total is one too low', ({ kept }) => Math.max(0, kept.length - 1)],
      ['total-unfiltered', 'total does not know status', ({ every }) => every.length],
      ['total-of-pages', 'total counts pages', (each) => lastPageOf(each)],
      ['total-capped', 'total is 40 at most', ({ kept }) => Math.min(40, kept.length)],
      ['total-so-far', 'total counts the rows up to this page', (each) => Math.min(each.kept.length, range(each)[1])],
      ['total-on-first-page', 'total is 0 behind the first page', ({ kept, page }) => (page > 1 ? 0 : kept.length)],
      ['total-zero', 'total is always 0', () => 0],
    ] as const satisfies readonly (readonly [string, string, (numbers: Numbers) => number])[]
  ).map(([name, summary, total]) => ({ name, clause: 'KLY-23', summary, wrap: numbering({ total }) })),
  ...(
    [
      ['has-more-never', 'hasMore is always false', () => false],
      ['has-more-always', 'hasMore is always true', () => true],
      ['has-more-at-multiples', 'hasMore is true on a full last page', (each) => range(each)[1] <= each.kept.length],
      ['has-more-when-full', 'hasMore says that the page is full', (each) => rowsOn(each) === each.size],
      ['has-more-inverted', 'hasMore is inverted', (each) => range(each)[1] >= each.kept.length],
      ['has-more-unfiltered', 'hasMore does not know status', (each) => range(each)[1] < each.every.length],
      ['has-more-one-early', 'hasMore is false where one row follows', (each) => range(each)[1] < each.kept.length - 1],
    ] as const satisfies readonly (readonly [string, string, (numbers: Numbers) => boolean])[]
  ).map(([name, summary, hasMore]) => ({ name, clause: 'KLY-25', summary, wrap: numbering({ hasMore }) })),
];

export const pagingMeta: readonly Fault[] = SAYINGS.map((saying) => fault({ list: 'accounts', ...saying }));
