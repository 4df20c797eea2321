import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadContract, type Operation, placeParameter, type QueryPair } from '../../spec/index.ts';
import { ownContract } from '../own-contract.ts';
import type { Page } from '../walk/page.ts';
import { expectedPage } from './page-facts.ts';

const example = fileURLToPath(new URL('../../scripts/example/bookshop.yaml', import.meta.url));
const operations = [...ownContract().operations, ...loadContract(example).operations];
const sized = { minimum: 1, maximum: 50, default: 10 };

/** A list of this style, whose pages have at most 50 rows, 10 where nothing is asked for. */
function listOf(fits: (paging: Operation['list']['paging']) => boolean): Operation {
  const found = operations.find(({ list }) => fits(list.paging)) as Operation;
  return { ...found, list: { ...found.list, size: sized } };
}
const lists = {
  'pages from 1': listOf((paging) => paging.style === 'page' && paging.first === 1),
  'pages from 0': listOf((paging) => paging.style === 'page' && paging.first === 0),
  offsets: listOf(({ style }) => style === 'offset'),
  cursors: listOf(({ style }) => style === 'cursor'),
  keys: listOf(({ style }) => style === 'key'),
};

type Shown = {
  readonly place?: string;
  readonly size?: number;
  readonly rows: number;
  readonly next?: string;
  readonly told?: Page['told'];
};

/** The page that comes when this place and size are asked for. */
function pageOf(operation: Operation, { place, size, rows, next, told = {} }: Shown): Page {
  const { paging, key } = operation.list;
  const query: QueryPair[] = [
    ...(place === undefined ? [] : [[placeParameter(paging) ?? '', place] as const]),
    ...(size === undefined ? [] : [[paging.limit ?? '', String(size)] as const]),
  ];
  const request = { operation, query, credential: 'none', tenants: {}, expect: 'list' } as const;
  const exchange = { request, url: '', status: 200, headers: {}, body: {}, problem: undefined };
  return { exchange, rows: Array.from({ length: rows }, (_, index) => ({ [key]: String(index) })), next, told };
}

const of25 = { told: { total: 25 } };
const unknown = undefined;
type Facts = [
  size: number,
  rows: number,
  page: number,
  offset: number,
  pages: number | undefined,
  more: boolean | undefined,
];

describe('what a page must tell: its size, rows, number, offset, number of pages, and whether more follow', () => {
  test.each<[keyof typeof lists, string, Shown, ...Facts]>([
    ['pages from 1', 'the first, unasked', { rows: 10, ...of25 }, 10, 10, 1, 0, 3, true],
    ['pages from 1', 'the last', { place: '3', rows: 5, ...of25 }, 10, 5, 3, 20, 3, false],
    ['pages from 1', 'the last, exactly full', { place: '5', size: 5, rows: 5, ...of25 }, 5, 5, 5, 20, 5, false],
    ['pages from 1', 'one that lacks rows', { place: '2', rows: 7, ...of25 }, 10, 10, 2, 10, 3, true],
    ['pages from 1', 'one behind the last', { place: '5', rows: 3, ...of25 }, 10, 0, 5, 40, 3, false],
    ['pages from 1', 'that of an empty list', { rows: 0, told: { total: 0 } }, 10, 0, 1, 0, 0, false],
    ['pages from 1', 'the last, without a total', { place: '2', rows: 5 }, 10, 5, 2, 10, 2, unknown],
    ['pages from 1', 'one before another, without a total', { rows: 10, next: '2' }, 10, 10, 1, 0, unknown, unknown],
    ['pages from 1', 'an empty one, without a total', { place: '4', rows: 0 }, 10, 0, 4, 30, unknown, unknown],
    ['pages from 0', 'the first', { place: '0', rows: 10, ...of25 }, 10, 10, 0, 0, 3, true],
    ['pages from 0', 'the last', { place: '2', rows: 5, ...of25 }, 10, 5, 2, 20, 3, false],
    ['pages from 0', 'the last, without a total', { place: '2', rows: 5 }, 10, 5, 2, 20, 3, unknown],
    ['offsets', 'the first, unasked', { rows: 10, ...of25 }, 10, 10, 0, 0, 3, true],
    ['offsets', 'one that begins anywhere', { place: '17', size: 7, rows: 7, ...of25 }, 7, 7, 0, 17, 4, true],
    ['offsets', 'the last rows', { place: '18', size: 7, rows: 7, ...of25 }, 7, 7, 0, 18, 4, false],
    ['offsets', 'one without a total', { place: '10', rows: 4, next: '20' }, 10, 4, 0, 10, unknown, unknown],
    ['cursors', 'one before another', { place: 'x', rows: 9, next: 'y' }, 10, 9, 0, 0, unknown, true],
    ['cursors', 'the last', { place: 'x', rows: 4, ...of25 }, 10, 4, 0, 0, 3, false],
    ['keys', 'any', { place: 'x', rows: 4, ...of25 }, 10, 4, 0, 0, 3, unknown],
  ])('%s, %s: %j', (name, _, shown, size, rows, page, offset, pages, more) => {
    const facts = { page, offset, limit: size, pages, more };
    expect(expectedPage(lists[name], pageOf(lists[name], shown))).toEqual({ size, rows, facts });
  });
});

test.each([
  ['the largest, where nothing is told', 90, {}, 50],
  ['what is told', 90, { limit: 40 }, 40],
  ['what was asked for, where that is the largest', 50, { limit: 40 }, 50],
])('the size in force is %s', (_, asked, told, size) => {
  const operation = lists['pages from 1'];
  const page = pageOf(operation, { place: '2', size: asked, rows: 5, told: { total: 100, ...told } });
  const facts = { page: 2, offset: size, limit: size, pages: Math.ceil(100 / size), more: 2 * size < 100 };
  expect(expectedPage(operation, page)).toEqual({ size, rows: Math.min(size, 100 - size), facts });
});

test('the size in force is what was asked for, where the documentation has no largest one', () => {
  const operation = lists.offsets;
  const unbound = { ...operation, list: { ...operation.list, size: { minimum: 1, default: 10 } } };
  const page = pageOf(unbound, { size: 900, rows: 25, told: { total: 25, limit: 40 } });
  const facts = { page: 0, offset: 0, limit: 900, pages: 1, more: false };
  expect(expectedPage(unbound, page)).toEqual({ size: 900, rows: 25, facts });
});

test('an empty list has no page, or one that is empty, and no more', () => {
  const pagesOf = (pages: number) =>
    expectedPage(lists['pages from 1'], pageOf(lists['pages from 1'], { rows: 0, told: { total: 0, pages } })).facts
      .pages;
  expect([0, 1, 2].map(pagesOf)).toEqual([0, 1, 0]);
});
