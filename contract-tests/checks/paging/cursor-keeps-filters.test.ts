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

function judged(change: Change, options: MockOptions = {}) {
  const mock = createMock({ contract, ...options });
  return resultOf(mock, { check: 'cursor-keeps-filters', operation, fetch: change(createFetch(mock)) });
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

test('an empty list has no filtered walk of several pages', async () => {
  const result = await judged(unchanged, { scenario: 'empty' });
  expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [] });
  for (const name of names)
    expect(result.reason).toMatch(
      new RegExp(
        `${name}: no answer of several pages depended on it, for which it needs two \\w+s that it lets through, and one that it keeps out`,
      ),
    );
});
