// Rows that are missing behind filters in lists of several pages: do the filters lose them, or the pages?
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../mock/index.ts';
import { placeParameter, withValue } from '../../spec/index.ts';
import { type Change, listing, replying, theFirst } from '../checks/sample-deployment.ts';
import { judge } from '../judge.ts';
import type { JudgeOptions } from '../judge-options.ts';
import { operation, rowOf, walkOf } from '../model/sample-walks.ts';
import { ownContract } from '../own-contract.ts';
import { isId } from '../walk/filter-arguments.ts';
import { snapshotOf } from '../walk/list-snapshot.ts';
import { isReplaced } from './lost-by-pages.ts';

const contract = ownContract();
const list = theFirst(contract.operations, ({ filters }) => filters.filter(isId).length > 3);
const place = placeParameter(list.list.paging) ?? '';

/** The checks that fail in a list that takes many replies. */
async function failing(change: Change, options: Pick<JudgeOptions, 'depth' | 'maxRequests'> = {}): Promise<string[]> {
  const mock = createMock({ contract, size: { [list.list.resource]: 2000 } });
  const { results } = await judge({
    ...{ baseUrl: 'http://mock', contract, credentials: mock.credentials, fetch: change(createFetch(mock)) },
    ...{ operations: [list.id], only: ['filter-completeness', 'filter-values', 'filter-pairs', 'pages-agree'] },
    ...options,
  });
  return results.filter(({ verdict }) => verdict === 'FAIL').map(({ check }) => check);
}

const isFiltered = ({ searchParams }: URL) => list.filters.some(({ name }) => searchParams.has(name));

test('where filters are right and later pages lose rows, the pages are told of', async () => {
  const loses = listing(list, (rows, url) => (isFiltered(url) && url.searchParams.has(place) ? rows.slice(1) : rows));
  expect(await failing(loses)).toEqual(['pages-agree']);
});

test('where rows are missing on first pages too, the filters are told of', async () => {
  const loses = listing(list, (rows, url) => (isFiltered(url) ? rows.filter((_, index) => index % 3 !== 1) : rows));
  expect(await failing(loses)).toContain('filter-completeness');
});

test('where a page of the default size is said to be the last though it is full, the pages are told of', async () => {
  const { paging } = list.list;
  const next = 'next' in paging && paging.next !== undefined && 'value' in paging.next ? paging.next.value : '';
  const ends = replying((body, url) => {
    const isWhole = url.pathname.endsWith(list.path.slice(list.path.lastIndexOf('/')));
    return isWhole && !url.searchParams.has(paging.limit ?? '') ? withValue(body, next, null) : body;
  });
  expect(await failing(ends, { depth: 'full', maxRequests: 500 })).toEqual(['pages-agree']);
});

test('rows are replaced where a walk that comes to its end repeats as many as it lacks', () => {
  const snapshot = snapshotOf(operation, [], walkOf('a b c'));
  expect(isReplaced({ walk: walkOf('a b b'), snapshot })).toBe(true);
  expect(isReplaced({ walk: walkOf('a b'), snapshot })).toBe(false);
  expect(isReplaced({ walk: walkOf('a b b', { stop: 'cut' }), snapshot })).toBe(false);
  expect(isReplaced({ walk: walkOf('a b b', { cuts: 1 }), snapshot })).toBe(false);
  const [filter] = operation.filters;
  const args = filter === undefined ? [] : [{ filter, values: ['x'] }];
  const part = snapshotOf(operation, [], { ...walkOf('a b c'), rows: [{ ...rowOf('a'), [filter?.field ?? '']: 'x' }] });
  expect(isReplaced({ walk: walkOf('a', { args }), snapshot: part })).toBe(true);
});
