import { describe, expect, test } from 'vitest';
import { type Operation, placeParameter, type Row, withValue } from '../../spec/index.ts';
import type { Client } from '../http/client.ts';
import type { Exchange, Request } from '../http/exchange.ts';
import { ownContract } from '../own-contract.ts';
import { type WalkRequest, walk } from './walk.ts';

const { operations } = ownContract();
const operation = operations.find(({ list }) => list.paging.style === 'cursor') as Operation;
const whole = operations.find(({ list }) => list.paging.style === 'none') as Operation;
const numbered = operations.find(({ list }) => list.paging.style === 'page') as Operation;
const place = placeParameter(operation.list.paging) ?? '';
const sizeName = operation.list.paging.limit ?? '';

const rowsOf = (names: string, { list } = operation): Row[] =>
  names
    .split(' ')
    .filter(Boolean)
    .map((name) => ({ [list.key]: name }));

/** A reply with these rows, and the cursor that leads on; a number is the status of a refusal, undefined a spent budget. */
type Reply = readonly [rows: string, next?: string] | number | undefined;

/** A client that gives these replies one after the other, the last one for ever, and keeps what it was asked. */
function clientOf(replies: readonly Reply[], sentBefore = 0) {
  const requests: Request[] = [];
  const send = async (request: Request): Promise<Exchange | undefined> => {
    const reply = replies[Math.min(requests.length, replies.length - 1)];
    requests.push(request);
    if (reply === undefined) return undefined;
    const facts = { request, url: '', headers: {}, problem: undefined };
    if (typeof reply === 'number') return { ...facts, status: reply, body: { items: rowsOf('x') } };
    const { items, paging } = request.operation.list;
    const rows = withValue({}, items, rowsOf(reply[0], request.operation));
    const led = paging.style === 'cursor' && 'value' in paging.next ? paging.next.value : '';
    return { ...facts, status: 200, body: reply[1] === undefined ? rows : withValue(rows, led, reply[1]) };
  };
  // A walk uses no other member.
  const client = { send, sent: () => sentBefore + requests.length } as Client;
  return { client, requests, queries: () => requests.map(({ query }) => query) };
}

const route: WalkRequest = { operation, credential: 'none', tenants: {}, args: [], size: undefined };
const fresh = (turn: number): Reply => ['a', `cursor ${turn}`];
const EIGHT_EMPTY = [1, 2, 3, 4, 5, 6, 7, 8].map((turn): Reply => ['', `cursor ${turn}`]);

describe('a walk stops', () => {
  test.each<[string, readonly Reply[], Partial<WalkRequest>, string, string, number]>([
    ['at the end, behind one page', [['a b']], {}, 'end', 'a b', 1],
    ['at the end, behind several', [['a b', 'x'], ['c d', 'y'], ['e']], {}, 'end', 'a b c d e', 3],
    ['at the end of an empty list', [['']], {}, 'end', '', 1],
    [
      'at the end, where the last page that it may read is the last',
      [['a', 'x'], ['b']],
      { maxPages: 2 },
      'end',
      'a b',
      2,
    ],
    [
      'cut, where it has read as many pages as it may',
      [['a', 'x'], ['b', 'y'], ['c']],
      { maxPages: 2 },
      'cut',
      'a b',
      2,
    ],
    ['refused, by its first reply', [422], {}, 'refused', '', 1],
    ['refused, in the middle', [['a', 'x'], 500], {}, 'refused', 'a', 2],
    ['with its budget spent, before any reply', [undefined], {}, 'budget', '', 0],
    ['with its budget spent, in the middle', [['a', 'x'], undefined], {}, 'budget', 'a', 1],
    ['in a loop, where a page leads to itself', [['a', 'x'], ['b', 'x'], ['c']], {}, 'loop', 'a b', 2],
    ['in a loop, where a page leads back', [['a', 'x'], ['b', 'y'], ['c', 'x'], ['d']], {}, 'loop', 'a b c', 3],
    ['in a loop, where three pages bring nothing new', [1, 2, 3, 4, 5].map(fresh), {}, 'loop', 'a a a a', 4],
    ['in a loop, where eight pages are empty', [...EIGHT_EMPTY, ['a']], {}, 'loop', '', 8],
    ['at its end, behind some pages that are empty', [...EIGHT_EMPTY.slice(1), ['a']], {}, 'end', 'a', 8],
    [
      'at the end, though its last three pages bring nothing new',
      [fresh(1), fresh(2), fresh(3), ['a']],
      {},
      'end',
      'a a a a',
      4,
    ],
  ])('%s', async (_, replies, more, stop, rows, pages) => {
    const { client } = clientOf(replies);
    const found = await walk(client, { ...route, ...more });
    expect([found.stop, found.rows, found.pages.length]).toEqual([stop, rowsOf(rows), pages]);
    expect(found.pages.flatMap((page) => page.rows)).toEqual(rowsOf(rows));
  });

  test('not while every third page brings a new row', async () => {
    const names = ['a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'c'];
    const { client } = clientOf([...names.map((name, index): Reply => [name, `cursor ${index}`]), ['d']]);
    const found = await walk(client, route);
    expect([found.stop, found.rows]).toEqual(['end', rowsOf([...names, 'd'].join(' '))]);
  });
});

describe('a walk asks', () => {
  const filter = operation.filters.find(({ allowed, many }) => many && allowed.length > 1);
  if (filter === undefined) throw new Error('The list has no filter of several values.');
  const [one = '', other = ''] = filter.allowed;
  const args = [{ filter, values: [one, other] }];
  const asked = [
    [filter.name, one],
    [filter.name, other],
  ];

  test('on every page for the same filters, order and size, and for the cursor that leads to it', async () => {
    const { client, queries } = clientOf([['a', 'x'], ['b', 'y'], ['c']]);
    await walk(client, { ...route, args, more: [['order', 'up']], size: 7 });
    const same = [...asked, ['order', 'up'], [sizeName, '7']];
    expect(queries()).toEqual([same, [...same, [place, 'x']], [...same, [place, 'y']]]);
  });

  test('on every page with the size and the cursor before the filters, where it is to', async () => {
    const { client, queries } = clientOf([['a', 'x'], ['b']]);
    await walk(client, { ...route, args, size: 7, isPageFirst: true });
    expect(queries()).toEqual([
      [[sizeName, '7'], ...asked],
      [[sizeName, '7'], [place, 'x'], ...asked],
    ]);
  });

  test.each<[string, Partial<WalkRequest>, readonly unknown[]]>([
    ['for nothing but the list, where nothing else is said', {}, []],
    ['first for the cursor that it begins with', { start: 'x' }, [[place, 'x']]],
    ['first for the place of the first page', { first: '1' }, [[place, '1']]],
  ])('%s', async (_, more, query) => {
    const { client, queries } = clientOf([['a']]);
    const found = await walk(client, { ...route, ...more });
    expect(queries()).toEqual([query]);
    expect([found.start, found.place]).toEqual([more.start, more.first]);
  });

  test.each<['list' | 'either' | 'open' | undefined, string]>([
    [undefined, 'list'],
    ['either', 'either'],
    ['open', 'open'],
  ])('as one that expects %s: %s', async (expected, told) => {
    const { client, requests } = clientOf([['a', 'x'], ['b']]);
    const caller = { tenants: { tenant: 'own' }, credential: 'none' } as const;
    await walk(client, { ...route, ...caller, ...(expected === undefined ? {} : { expect: expected }) });
    const request = { operation, ...caller, expect: told };
    expect(requests).toEqual([
      { ...request, query: [] },
      { ...request, query: [[place, 'x']] },
    ]);
  });

  test('for no size where a list comes in one reply, and for no second page', async () => {
    const { client, queries } = clientOf([['a b']]);
    const found = await walk(client, { ...route, operation: whole, size: 5, start: 'x' });
    expect(queries()).toEqual([[]]);
    expect([found.stop, found.rows]).toEqual(['end', rowsOf('a b', whole)]);
  });

  test('for the number of the next page, where pages have numbers', async () => {
    const { client, queries } = clientOf([['a b'], ['c']]);
    const [limit, page] = [numbered.list.paging.limit ?? '', placeParameter(numbered.list.paging) ?? ''];
    const found = await walk(client, { ...route, operation: numbered, size: 2 });
    expect(queries()).toEqual([
      [[limit, '2']],
      [
        [limit, '2'],
        [page, '2'],
      ],
    ]);
    expect([found.stop, found.rows]).toEqual(['end', rowsOf('a b c', numbered)]);
  });
});

test.each([
  ['1', 'end'],
  ['7', 'cut'],
])('a walk of numbered pages from page %s on comes to an end that is told as %s', async (first, stop) => {
  expect(await walk(clientOf([['a']]).client, { ...route, operation: numbered, first })).toMatchObject({ stop });
});

test('a walk keeps what it was asked, and when it began', async () => {
  const { client } = clientOf([['a', 'x'], ['b']], 41);
  const more = [['order', 'up']] as const;
  const found = await walk(client, { ...route, size: 3, more });
  expect(found).toMatchObject({ args: [], size: 3, more, at: 41, start: undefined, place: undefined });
  expect((await walk(client, route)).more).toEqual([]);
});

test('what is asked meanwhile is asked once, between the first page and the second, and only where there is one', async () => {
  const { client, queries } = clientOf([['a', 'x'], ['b', 'y'], ['c']]);
  const asked: number[] = [];
  const meanwhile = async () => asked.push(queries().length);
  await walk(client, { ...route, meanwhile });
  expect(asked).toEqual([1]);
  await walk(clientOf([['a']]).client, { ...route, meanwhile });
  await walk(clientOf([['a', 'x'], ['b']]).client, { ...route, maxPages: 1, meanwhile });
  expect(asked).toEqual([1]);
});
