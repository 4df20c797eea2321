// Lists that are cut into pages in another way than the documents say, and orders that are not kept.
import { asking, type Fault, listing, reading, replying, saying, telling, turning, without } from './misbehaviour.ts';

const [whole, length, largest, sums, steps, twice, keeps] = [
  'pages-agree',
  'page-size',
  'maximum-page-size',
  'page-arithmetic',
  'cursor-advances',
  'no-row-twice',
  'cursor-keeps-filters',
];

/** A number with something added to it. */
const plus = (more: number) => (given: readonly string[]) => given.map((each) => String(Number(each) + more));

/** Keeps paging and the key, and forgets the filters, wherever the page is not the first. */
const forgetting = (place: string, ...kept: readonly string[]) =>
  asking((query) => {
    if (query.has(place))
      for (const name of [...query.keys()]) if (name !== place && !kept.includes(name)) query.delete(name);
  });

/** Another URL of the next page. */
const leading = (change: (url: URL) => void) =>
  saying('/next', (seen) => {
    if (typeof seen !== 'string') return seen;
    const url = new URL(seen);
    change(url);
    return url.href;
  });

/** Another header Link. */
const linking = (change: (link: string) => string | undefined) =>
  replying((reply) => {
    const { Link, ...others } = reply.headers;
    const link = Link === undefined ? undefined : change(Link);
    return { ...reply, headers: { ...others, ...(link === undefined ? {} : { Link: link }) } };
  });

const paging = '/x-list/paging';
const emptied =
  (...names: readonly string[]) =>
  (url: URL) => {
    for (const name of names) url.searchParams.delete(name);
  };

export const pagingFaults: readonly Fault[] = [
  ['offset', 'listBooks', 'is ignored', steps, without('offset')],
  [
    'offset',
    'listBooks',
    'counts from 1',
    twice,
    turning('offset', ([text = '']) => [String(Math.max(0, Number(text) - 1))]),
  ],
  ['offset', 'listBooks', 'passes one row too many over', whole, turning('offset', plus(1))],
  [
    'offset',
    'listBooks',
    'is rounded to whole pages',
    'page-offset',
    asking((query) => {
      const [offset, limit] = [Number(query.get('offset')), Number(query.get('limit') ?? 20)];
      if (offset > 0 && limit > 0) query.set('offset', String(Math.floor(offset / limit) * limit));
    }),
  ],
  ['offset', 'listBooks', 'forgets the filters', keeps, forgetting('offset', 'limit', 'api_key', 'sort', 'direction')],
  ['offset', 'listBooks', 'the page size is ignored', length, without('limit')],
  [
    'overMaximum',
    'listBooks',
    'is clamped',
    largest,
    turning('limit', ([text = '']) => [String(Math.min(Number(text), 60))]),
  ],
  [
    'overMaximum',
    'listReviews',
    'is refused',
    largest,
    turning('per_page', ([text = '']) => [Number(text) > 50 ? '0' : text]),
  ],
  [
    'overMaximum',
    'listReviews',
    'gives the default',
    largest,
    turning('per_page', ([text = '']) => [Number(text) > 50 ? '10' : text]),
  ],
  [
    'total',
    'listBooks',
    'counts the page',
    'totals',
    telling((body) => ({ ...body, page: { ...(body.page as object), total: (body.books as unknown[]).length } })),
  ],
  ['total', 'listBooks', 'counts one too many', 'totals', saying('/page/total', (seen) => Number(seen) + 1)],
  [
    'total',
    'listBooks',
    'is rounded to tens',
    'totals',
    saying('/page/total', (seen) => Math.ceil(Number(seen) / 10) * 10),
  ],
  ['more', 'listBooks', 'is always true', sums, saying('/page/more', () => true)],
  ['more', 'listBooks', 'is false in front of the last page', sums, saying('/page/more', () => false)],
  ['more', 'listBooks', 'is the contrary', sums, saying('/page/more', (seen) => seen !== true)],
  ['tells', 'listBooks', 'the offset is always 0', sums, saying('/page/offset', () => 0)],
  ['tells', 'listBooks', 'the limit is always the default', sums, saying('/page/limit', () => 20)],
  ['tells', 'listReviews', 'there is a page too many', sums, saying('/pages', (seen) => Number(seen) + 1)],
  ['key', 'listOrders', 'after is ignored', steps, without('after')],
  [
    'key',
    'listOrders',
    'pages begin one row too late',
    whole,
    listing((rows, query) => (query.has('after') ? rows.slice(1) : rows)),
  ],
  ['key', 'listOrders', 'filters are forgotten behind the first page', keeps, forgetting('after', 'limit')],
  ['key', 'listOrders', 'no page has another behind it', whole, saying('/hasMore', () => false)],
  ['key', 'listOrders', 'before is ignored', 'page-before', without('before')],
  [
    'key',
    'listOrders',
    'before gives what stands behind',
    'page-before',
    asking((query) => {
      const key = query.get('before');
      if (key !== null) {
        query.delete('before');
        query.set('after', key);
      }
    }),
  ],
  [
    'key',
    'listOrders',
    'before gives the first rows of the list',
    'page-before',
    asking((query) => {
      if (query.has('before') && query.has('limit')) query.delete('before');
    }),
  ],
  [
    'page',
    'listReviews',
    'counts from 1',
    steps,
    turning('page', ([text = '']) => [String(Math.max(0, Number(text) - 1))]),
  ],
  ['page', 'listReviews', 'is ignored', steps, without('page')],
  [
    'page',
    'listReviews',
    'leaves a page out',
    whole,
    turning('page', ([text = '']) => [Number(text) > 0 ? String(Number(text) + 1) : text]),
  ],
  ['page', 'listReviews', 'forgets the filters', keeps, forgetting('page', 'per_page', 'api_key')],
  ['page', 'listReviews', 'is one row shorter', length, listing((rows) => rows.slice(0, Math.max(1, rows.length - 1)))],
  ['Link', 'listReviews', 'has another relation', whole, linking((link) => link.replace('next', 'last'))],
  [
    'Link',
    'listReviews',
    'leads to the first page',
    steps,
    linking((link) => link.replace(/([?&])page=\d+/, '$1page=0')),
  ],
  [
    'Link',
    'listReviews',
    'forgets the filters',
    sums,
    linking((link) => link.replace(/(stars|book|praise|votes_to)=[^&>]*&?/g, '')),
  ],
  ['Link', 'listReviews', 'is no link', whole, linking(() => 'next')],
  ['next URL', 'listCopies', 'forgets the filters', sums, leading(emptied('condition', 'since', 'room'))],
  ['next URL', 'listCopies', 'forgets the page size', sums, leading(emptied('size'))],
  ['next URL', 'listCopies', 'has no place in it', whole, leading(emptied('from'))],
  ['next URL', 'listCopies', 'is missing where pages follow', whole, saying('/next', () => null)],
  ['cursor', 'listCopies', 'is ignored', steps, without('from')],
  [
    'cursor',
    'listCopies',
    'a forged one gives the first page',
    'bad-cursor',
    reading(`${paging}/badCursor`, 'first-page'),
  ],
  [
    'cursor',
    'listCopies',
    'leads one row too far',
    whole,
    listing((rows, query) => (query.has('from') ? rows.slice(1) : rows)),
  ],
  ['cursor', 'listCopies', 'every page holds the default number of rows', length, without('size')],
];
