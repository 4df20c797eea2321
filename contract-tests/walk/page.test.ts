import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadContract, type Operation, placeParameter, type QueryPair, withValue } from '../../spec/index.ts';
import type { Exchange } from '../http/exchange.ts';
import { ownContract } from '../own-contract.ts';
import { nextUrlOf, placeOf, readPage, sizeParameter } from './page.ts';

type Paging = Operation['list']['paging'];

const example = fileURLToPath(new URL('../../scripts/example/bookshop.yaml', import.meta.url));
const operations = [...ownContract().operations, ...loadContract(example).operations];
const listOf = (fits: (paging: Paging) => boolean): Operation => {
  const found = operations.find(({ list }) => fits(list.paging)) as Operation;
  const size = found.list.size === undefined ? {} : { size: { minimum: 1, maximum: 50, default: 20 } };
  // What schemas name is of other rows.
  return { ...found, reply: () => undefined, list: { ...found.list, ...size, items: '/rows', key: 'id' } };
};
/** The list with another documentation of its pages: what they tell, and where they lead on. */
const telling = (operation: Operation, paging: object): Operation => {
  // The style stays, and with it the form.
  return { ...operation, list: { ...operation.list, paging: { ...operation.list.paging, ...paging } as Paging } };
};
const silent = { tells: {} };
const numbers = listOf((paging) => paging.style === 'page' && paging.first === 1);
const links = listOf((paging) => paging.style === 'page' && paging.first === 0);
const offsets = listOf(({ style }) => style === 'offset');
const keys = telling(
  listOf(({ style }) => style === 'key'),
  { tells: { more: '/more', total: '/total' } },
);
const cursors = telling(
  listOf(({ style }) => style === 'cursor'),
  { next: { value: '/next', numeric: false } },
);
const urls = telling(cursors, { next: { url: '/next' } });
const whole = listOf(({ style }) => style === 'none');
const lists = { numbers, links, offsets, keys, cursors, urls, whole };
type Name = keyof typeof lists;

/** A query that asks for this place and size. */
function queryOf({ list: { paging } }: Operation, place?: string, size?: number): QueryPair[] {
  const pairs: QueryPair[] = [];
  if (place !== undefined) pairs.push([placeParameter(paging) ?? '', place]);
  if (size !== undefined) pairs.push([paging.limit ?? '', String(size)]);
  return pairs;
}

function exchangeOf(operation: Operation, query: readonly QueryPair[], facts: Partial<Exchange>): Exchange {
  const request = { operation, query, credential: 'none', tenants: {}, expect: 'list' } as const;
  return { request, url: '', status: 200, headers: {}, body: {}, problem: undefined, ...facts };
}
const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `r${index + 1}` }));
const linked = (link: string): Partial<Exchange> => ({ headers: { link } });

describe('the place of a page', () => {
  test.each<[Name, string, string | undefined, number | undefined, object]>([
    ['numbers', 'the first by default', undefined, undefined, { number: 1, offset: 0, size: 20 }],
    ['numbers', 'a number', '3', 10, { number: 3, offset: 20, size: 10 }],
    ['links', 'the first by default', undefined, undefined, { number: 0, offset: 0, size: 20 }],
    ['links', 'a number', '3', 10, { number: 3, offset: 30, size: 10 }],
    ['offsets', 'the first by default', undefined, undefined, { number: 0, offset: 0, size: 20 }],
    ['offsets', 'how many rows are passed over', '7', 10, { number: 0, offset: 7, size: 10 }],
    ['cursors', 'nothing that a number tells', '7', 10, { number: 0, offset: 0, size: 10 }],
    ['keys', 'nothing that a number tells', '7', 10, { number: 0, offset: 0, size: 10 }],
    ['whole', 'the beginning, without a size', undefined, undefined, { number: 0, offset: 0, size: undefined }],
  ])('%s: %s', (name, _, place, size, expected) => {
    const operation = lists[name];
    const { request } = exchangeOf(operation, queryOf(operation, place, size), {});
    expect(placeOf(request)).toEqual(expected);
  });

  test('is the last one that a call names twice, and other parameters say nothing of it', () => {
    const query: QueryPair[] = [...queryOf(numbers, '2', 5), ['other', '9'], ...queryOf(numbers, '3', 7)];
    expect(placeOf(exchangeOf(numbers, query, {}).request)).toEqual({ number: 3, offset: 14, size: 7 });
  });

  test('has a size that can be asked for by the name that the documentation gives, if any', () => {
    expect(sizeParameter(telling(cursors, { limit: 'rows_per_page' }))).toBe('rows_per_page');
    expect(sizeParameter(whole)).toBeUndefined();
  });
});

describe('the next page', () => {
  type Case = [list: Operation, place: string | undefined, rows: number, around: object, next: string | undefined];
  const [page, offset, key] = [numbers, offsets, keys].map((list) => telling(list, silent)) as [
    Operation,
    Operation,
    Operation,
  ];
  const more = { tells: { more: '/more', total: '/total' } };
  const pages = { tells: { pages: '/pages' } };
  test.each<[string, ...Case]>([
    ['the cursor in the reply', cursors, undefined, 5, { next: 'x' }, 'x'],
    ['a number in the reply, as a text', cursors, 'x', 5, { next: 7 }, '7'],
    ['none, where the cursor is null', cursors, 'x', 5, { next: null }, undefined],
    ['none, where the cursor is empty', cursors, 'x', 5, { next: '' }, undefined],
    ['none, where the cursor is missing', cursors, 'x', 5, {}, undefined],
    ['none, where the cursor is no text', cursors, 'x', 5, { next: { cursor: 'x' } }, undefined],
    ['the parameter in a URL', urls, undefined, 5, { next: 'https://a.example/b?limit=5&cursor=x%2By' }, 'x+y'],
    ['the parameter in a relative URL', urls, undefined, 5, { next: '/b?cursor=x' }, 'x'],
    ['none, where the URL lacks the parameter', urls, undefined, 5, { next: '/b?other=x' }, undefined],
    ['none, where the URL is null', urls, undefined, 5, { next: null }, undefined],
    ['the number behind, where more follow', telling(page, more), '2', 5, { more: true }, '3'],
    ['none, where no more follow, though the page is full', telling(page, more), '2', 5, { more: false }, undefined],
    ['what is told of more, whatever the total', telling(page, more), '2', 5, { more: true, total: 10 }, '3'],
    ['the number behind, where the total is not reached', telling(page, more), '2', 5, { total: 11 }, '3'],
    ['none, where the total is reached', telling(page, more), '2', 5, { total: 10 }, undefined],
    ['none, where an empty page is told short of the total', telling(page, more), '2', 0, { total: 99 }, undefined],
    ['the number behind, where there are more pages', telling(page, pages), '2', 3, { pages: 3 }, '3'],
    ['none, where it is the last of the pages', telling(page, pages), '3', 5, { pages: 3 }, undefined],
    ['the number behind, where the page is full and tells nothing', page, undefined, 5, {}, '2'],
    ['none, where the page is not full', page, '2', 4, {}, undefined],
    ['the rows passed over, and those of this page', offset, '7', 5, {}, '12'],
    ['the rows of the first page', offset, undefined, 5, {}, '5'],
    ['none, where fewer rows came than were asked for', offset, '7', 4, {}, undefined],
    ['the rows passed over, where the total is not reached', telling(offset, more), '7', 5, { total: 13 }, '12'],
    ['none, where the rows passed over reach the total', telling(offset, more), '7', 5, { total: 12 }, undefined],
    ['the key of the last row, where the page is full', key, 'r9', 5, {}, 'r5'],
    ['the key of the last row, where more follow', keys, undefined, 3, { more: true }, 'r3'],
    ['none, where no more follow', keys, undefined, 5, { more: false }, undefined],
    ['none, behind no row', keys, 'r9', 0, { more: true }, undefined],
    ['none, of a list that comes in one reply', whole, undefined, 5, { next: 'x', more: true }, undefined],
  ])('is %s', (_, operation, place, count, around, next) => {
    const asked = queryOf(operation, place, operation === whole ? undefined : 5);
    const found = readPage(exchangeOf(operation, asked, { body: { rows: rowsOf(count), ...around } }));
    expect([found.next, found.rows]).toEqual([next, rowsOf(count)]);
  });
});

describe('the next URL', () => {
  const [param = ''] = [placeParameter(links.list.paging)];
  const to = (number: number) => `https://a.example/b?${param}=${number}`;
  test.each<[string, Operation, Partial<Exchange>, string | undefined, string | undefined]>([
    ['stands in the header Link', links, linked(`<${to(2)}>; rel="next"`), to(2), '2'],
    ['needs no quotation marks', links, linked(`<${to(2)}>;rel=next`), to(2), '2'],
    ['stands among others', links, linked(`<${to(1)}>; rel="prev", <${to(3)}>; rel="next"`), to(3), '3'],
    ['has further relations', links, linked(`<${to(9)}>; title="x"; rel="last next"`), to(9), '9'],
    ['has a comma in it', links, linked(`<${to(4)}&x=1,2>; rel="next"`), `${to(4)}&x=1,2`, '4'],
    ['is not that of a similar relation', links, linked(`<${to(2)}>; rel="next-archive"`), undefined, undefined],
    ['is not that of another relation', links, linked(`<${to(1)}>; rel="prev"`), undefined, undefined],
    ['is not there without the header', links, {}, undefined, undefined],
    ['leads nowhere without the parameter', links, linked('</b?other=2>; rel="next"'), '/b?other=2', undefined],
    ['stands in the reply', urls, { body: { rows: [], next: '/b?cursor=x' } }, '/b?cursor=x', 'x'],
    ['is not there where it is null', urls, { body: { rows: [], next: null } }, undefined, undefined],
    ['is not there where it is empty', urls, { body: { rows: [], next: '' } }, undefined, undefined],
    ['is none where the reply holds a cursor', cursors, { body: { rows: [], next: 'x' } }, undefined, 'x'],
    ['is none where pages have numbers', numbers, { body: { rows: [], next: '/b?page=2' } }, undefined, undefined],
    ['is none of a list in one reply', whole, linked(`<${to(2)}>; rel="next"`), undefined, undefined],
  ])('%s', (_, operation, facts, url, next) => {
    const exchange = exchangeOf(operation, [], facts);
    expect([nextUrlOf(exchange), readPage(exchange).next]).toEqual([url, next]);
  });
});

describe('a page holds', () => {
  test.each<[string, unknown, readonly unknown[]]>([
    ['the rows in their order', [{ id: 'b' }, { id: 'a' }, { id: 'b' }], [{ id: 'b' }, { id: 'a' }, { id: 'b' }]],
    ['an empty row for what is none', [{ id: 'a' }, null, ['c']], [{ id: 'a' }, {}, {}]],
    ['no row, where the list is none', { id: 'a' }, []],
    ['no row, where the list is missing', undefined, []],
  ])('%s', (_, rows, expected) => {
    expect(readPage(exchangeOf(cursors, [], { body: { rows } })).rows).toEqual(expected);
  });

  test('of rows what is documented, and no more', () => {
    const operation = ownContract().operations.find(({ filters }) => filters.length > 0) as Operation;
    const { items, key } = operation.list;
    const plain = exchangeOf(operation, [], { body: withValue({}, items, [{ [key]: 'a' }]) });
    const rows = [{ [key]: 'a', noSuchMember: { x: 1 } }];
    expect(readPage({ ...plain, body: withValue({ more: 1 }, items, rows) }).rows).toEqual([{ [key]: 'a' }]);
    expect(readPage(plain).rows).toEqual([{ [key]: 'a' }]);
  });

  test('the rows of a reply that is nothing but them', () => {
    const bare = { ...whole, list: { ...whole.list, items: '' } };
    expect(readPage(exchangeOf(bare, [], { body: rowsOf(2) }))).toMatchObject({ rows: rowsOf(2), next: undefined });
  });

  test.each<[string, Partial<Exchange>]>([
    ['another status', { status: 206 }],
    ['a refusal', { status: 422 }],
    ['a reply that cannot be read', { problem: { kind: 'not-json', detail: 'x' } }],
  ])('nothing, and leads nowhere, in %s', (_, facts) => {
    const operation = telling(cursors, { tells: { total: '/total' } });
    const exchange = exchangeOf(operation, [], { body: { rows: rowsOf(2), next: 'x', total: 9 }, ...facts });
    expect(readPage(exchange)).toEqual({ exchange, rows: [], told: {}, next: undefined });
  });

  test.each<[string, object, object]>([
    ['every fact', { more: true, total: 9, page: 1, pages: 3, offset: 0, limit: 3 }, {}],
    ['what is false or nought', { more: false, total: 0 }, {}],
    ['nothing of another type', { total: 9 }, { more: 'true', page: '1', pages: null, offset: false, limit: [3] }],
    ['no number for a yes', { total: 9 }, { more: 1 }],
  ])('in what it tells %s', (_, told, others) => {
    const facts = ['more', 'total', 'page', 'pages', 'offset', 'limit'];
    const operation = telling(cursors, { tells: Object.fromEntries(facts.map((fact) => [fact, `/page/${fact}`])) });
    const body = withValue({ rows: [] }, '/page', { ...told, ...others });
    expect(readPage(exchangeOf(operation, [], { body })).told).toEqual(told);
  });
});
