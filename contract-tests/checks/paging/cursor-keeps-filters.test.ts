// Filters that are forgotten behind the first page.
import { expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import { placeParameter } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { asking, type Change, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();

const operation = theFirst(contract.operations, ({ list }) => list.paging.style === 'cursor');
const place = placeParameter(operation.list.paging) ?? '';
const names = operation.filters.map(({ name }) => name);

function judged(change: Change, options: MockOptions = {}, list = operation) {
  const mock = createMock({ contract, ...options });
  return resultOf(mock, { check: 'cursor-keeps-filters', operation: list, fetch: change(createFetch(mock)) });
}

test('a list that keeps its filters on every page is right', async () => {
  const result = await judged(unchanged);
  expect(result).toMatchObject({ verdict: 'PASS', findings: [] });
  expect(result.message).toMatch(/^[1-9]\d* filtered walks of several pages$/);
});

test('filters that are forgotten on later pages are found with a row and both calls', async () => {
  const forgets = asking(({ searchParams }) => {
    if (searchParams.has(place)) for (const name of names) searchParams.delete(name);
  });
  const result = await judged(forgets);
  expect(result.verdict).toBe('FAIL');
  const [finding] = result.findings;
  expect(names).toEqual(expect.arrayContaining(finding?.subject.split(' and ') ?? ['none']));
  expect(finding?.message).toMatch(/^the filter \w+=\S+ is lost on a later page$/);
  const [example] = finding?.examples ?? [];
  expect(example?.where).toMatch(/\w{5}/);
  expect(example?.received).toMatch(/^\w+: "/);
  expect(example?.curl).toHaveLength(2);
  expect(example?.curl[1]).toContain(`${place}=`);
  expect(strayClauses(result)).toEqual([]);
});

test('filters that are forgotten on every page are left to the checks of filters', async () => {
  const forgets = asking(({ searchParams }) => {
    for (const name of names) searchParams.delete(name);
  });
  expect((await judged(forgets)).findings).toEqual([]);
});

test('a filter that is forgotten everywhere is so on the first page, where the rows that it keeps out come last', async () => {
  const recent = theFirst(contract.operations, ({ filters }) =>
    filters.some(({ test: kind }) => kind === 'at-or-after'),
  );
  const since = theFirst(recent.filters, ({ test: kind }) => kind === 'at-or-after').name;
  const forgets = asking(({ searchParams }) => searchParams.delete(since));
  expect((await judged(forgets, {}, recent)).findings).toEqual([]);
});

test('where no statement speaks of later pages, that of the filter is cited', async () => {
  const numbered = theFirst(
    contract.operations,
    ({ list, filters }) => list.paging.style === 'page' && filters.length > 0,
  );
  const [filter] = numbered.filters;
  const forgets = asking(({ searchParams }) => {
    if (Number(searchParams.get(placeParameter(numbered.list.paging) ?? '') ?? 1) > 1)
      searchParams.delete(filter?.name ?? '');
  });
  const result = await judged(forgets, {}, numbered);
  expect(result.verdict).toBe('FAIL');
  const cited = result.findings.flatMap(({ clauses }) => clauses.map(({ id }) => id));
  expect(cited.length).toBeGreaterThan(0);
  expect(filter?.clauses).toEqual(expect.arrayContaining(cited));
});

test('an empty list has no filtered walk of several pages', async () => {
  const result = await judged(unchanged, { scenario: 'empty' });
  expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [] });
  for (const name of names)
    expect(result.reason).toMatch(
      new RegExp(
        `${name}: no answer of several pages depended on it, for which it needs two \\w+s that it lets through, and one that it keeps out, none of which moves`,
      ),
    );
});
