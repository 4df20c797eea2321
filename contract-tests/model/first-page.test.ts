import { describe, expect, test } from 'vitest';
import { type Operation, placeParameter, type QueryPair, type Row } from '../../spec/index.ts';
import { ownContract } from '../own-contract.ts';
import type { Arguments } from '../walk/filter-arguments.ts';
import type { Page } from '../walk/page.ts';
import type { Walk } from '../walk/walk.ts';
import { isFirstPage, isSameFirstPage } from './first-page.ts';

const { operations } = ownContract();
const cursors = operations.find(({ list }) => list.paging.style === 'cursor') as Operation;
const whole = operations.find(({ list }) => list.paging.style === 'none') as Operation;
/** Pages of two rows, where nothing else is asked for. */
const paged: Operation = { ...cursors, list: { ...cursors.list, size: { minimum: 1, maximum: 9, default: 2 } } };

/** A row by its key; a star is another content. */
const rowsOf = (names: string, { list }: Operation = paged): Row[] =>
  names
    .split(' ')
    .filter(Boolean)
    .map((name) => ({ [list.key]: name.replace('*', ''), shown: name.length }));

function pageOf(rows: readonly Row[], next: boolean, query: readonly QueryPair[] = []): Page {
  const request = { operation: paged, query, credential: 'none', tenants: {}, expect: 'open' } as const;
  const exchange = { request, url: '', status: 200, headers: {}, body: {}, problem: undefined };
  return { exchange, rows, next: next ? 'further' : undefined, told: {} };
}

type Shown = { readonly rows: readonly Row[]; readonly size: number | undefined; readonly next: boolean };

function walkOf({ rows, size, next }: Shown, args: Arguments = []): Walk {
  const facts = { start: undefined, place: undefined, more: [], stop: 'cut', at: 0 } as const;
  return { ...facts, args, size, pages: [pageOf(rows, next)], rows };
}

describe('a walk begins with the first page', () => {
  test.each([
    ['the first rows, where more follow', 'a b', 2, true, true],
    ['the first rows, as many as come by default', 'a b', undefined, true, true],
    ['all rows, which nothing follows', 'a b c d', 4, false, true],
    ['all rows in whatever order', 'd b a c', 9, false, true],
    ['the first rows as if they were all', 'a b', 2, false, false],
    ['all rows as if more followed', 'a b c d', 4, true, false],
    ['the rows of the second page', 'c d', 2, true, false],
    ['the first rows in another order', 'b a', 2, true, false],
    ['a row in another content', 'a b*', 2, true, false],
    ['a row in another content, of a page that holds all', 'a b* c d', 4, false, false],
    ['a row twice', 'a a', 2, true, false],
    ['a row twice in a page that holds all', 'a b c c', 4, false, false],
    ['a row of no list', 'a b c e', 4, false, false],
    ['fewer rows than the size', 'a b', 3, true, false],
    ['more rows than the size', 'a b c', 2, true, false],
    ['more rows than come by default', 'a b c', undefined, true, false],
    ['no row', '', 2, false, false],
  ])('with %s: %j of "a b c d"', (_, shown, size, next, expected) => {
    expect(isFirstPage(paged, walkOf({ rows: rowsOf(shown), size, next }), rowsOf('a b c d'))).toBe(expected);
  });

  test('without a row, of a list without one', () => {
    expect(isFirstPage(paged, walkOf({ rows: [], size: 2, next: false }), [])).toBe(true);
    expect(isFirstPage(paged, walkOf({ rows: [], size: 2, next: true }), [])).toBe(false);
  });

  test.each([
    ['a b c', true],
    ['a b', false],
  ])('with %j of "a b c", where a list comes in one reply', (shown, expected) => {
    const walk = walkOf({ rows: rowsOf(shown, whole), size: undefined, next: false });
    expect(isFirstPage(whole, walk, rowsOf('a b c', whole))).toBe(expected);
  });

  test.each([
    ['with the rows that its filter lets through', 'a c', false, true],
    ['with rows that its filter keeps out', 'a b', true, false],
    ['with the rows that its filter lets through, as if more followed', 'a c', true, false],
  ])('%s', (_, shown, next, expected) => {
    const filter = paged.filters.find(({ test: kind, allowed }) => kind === 'in' && allowed.length > 1);
    const [one, other] = filter?.allowed ?? [];
    if (filter === undefined || one === undefined) throw new Error('The list has no filter of listed values.');
    const list = rowsOf('a b c').map((row, index) => ({ ...row, [filter.field]: index === 1 ? other : one }));
    const rows = list.filter((row) => shown.includes(String(row[paged.list.key])));
    expect(isFirstPage(paged, walkOf({ rows, size: 2, next }, [{ filter, values: [one] }]), list)).toBe(expected);
  });
});

describe('two pages are the first of one list', () => {
  const sized = (size: number | undefined): QueryPair[] =>
    size === undefined ? [] : [[paged.list.paging.limit ?? '', String(size)]];

  test.each([
    ['the same rows', 'a b c', true, 'a b c', true, 3, true],
    ['the same rows in another order', 'b c a', true, 'a b c', true, 3, true],
    ['no rows', '', false, '', false, 3, true],
    ['the same rows, which more follow behind one only', 'a b c', false, 'a b c', true, 3, false],
    ['as many rows, one of them another', 'a b d', true, 'a b c', true, 3, false],
    ['the rows behind', 'd e f', true, 'a b c', true, 3, false],
    ['no rows and some', '', false, 'a b c', true, 3, false],
    ['the first rows of a longer one', 'a b c', true, 'a b c d', false, 4, true],
    ['others than the first rows of a longer one', 'b c d', true, 'a b c d', true, 4, false],
    ['more rows, as many as the size allows', 'a b c', true, 'a b', true, 3, true],
    ['more rows than the size allows', 'a b c', true, 'a b', true, 2, false],
    [
      'the first rows, as many as come by default, where another size was asked for',
      'a b',
      true,
      'a b c',
      true,
      3,
      false,
    ],
    ['fewer rows than the default that was asked for', 'a', true, 'a b', true, 2, true],
    ['the default rows, where that size was asked for', 'a b', true, 'a', false, 2, true],
    ['the default rows, where no size was asked for', 'a b', true, 'a', true, undefined, true],
    ['more rows than come by default, where no size was asked for', 'a b c', true, 'a b', true, undefined, false],
  ])('with %s', (_, shown, next, first, firstNext, size, expected) => {
    const [page, other] = [pageOf(rowsOf(shown), next), pageOf(rowsOf(first), firstNext, sized(size))];
    expect(isSameFirstPage(paged, page, other)).toBe(expected);
  });

  test('whatever the size that the page with a bad cursor shows in its own request', () => {
    const cursor: QueryPair = [placeParameter(paged.list.paging) ?? '', 'forged'];
    const page = pageOf(rowsOf('a b c'), true, [...sized(9), cursor]);
    expect(isSameFirstPage(paged, page, pageOf(rowsOf('a b'), true, sized(2)))).toBe(false);
    expect(isSameFirstPage(paged, page, pageOf(rowsOf('a b'), true, sized(3)))).toBe(true);
  });
});
