// A filter that loses rows which pass it, and one that shows them otherwise.
import { expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import { ownContract } from '../../own-contract.ts';
import { isBound, isId } from '../../walk/filter-arguments.ts';
import { type Change, listing, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ filters }) => filters.some(isId) && filters.some(isBound));
const { name } = theFirst(operation.filters, isId);
const { list } = operation;

function judged(change: Change, options: MockOptions = {}) {
  const mock = createMock({ contract, ...options });
  return resultOf(mock, { check: 'filter-completeness', operation, fetch: change(createFetch(mock)) });
}

test('a filter that lets every row through that passes it is complete', async () => {
  expect(await judged(unchanged)).toMatchObject({ verdict: 'PASS', findings: [] });
});

test('a filter that loses a row is found with the row, and the calls of the whole list and of the filter', async () => {
  const result = await judged(listing(operation, (rows, url) => (url.searchParams.has(name) ? rows.slice(1) : rows)));
  expect(result.verdict).toBe('FAIL');
  const finding = theFirst(result.findings, ({ subject }) => subject === name);
  expect(finding.message).toMatch(/ does not hold the rows of the whole list that pass it$/);
  const [example] = finding.examples;
  expect(example?.received).toMatch(new RegExp(`^${example?.where} is missing from the list .${name}=`));
  expect(example?.expected).toContain(`"${list.key}":"${example?.where}"`);
  expect(example?.curl).toHaveLength(2);
  expect(example?.curl[0]).not.toContain(`${name}=`);
  expect(example?.curl[1]).toContain(`${name}=`);
  expect(strayClauses(result)).toEqual([]);
  // Beside what the filter's own statement recommends, the list's own, which must hold.
  expect(finding.clauses.some(({ id }) => contract.register.get(id)?.level === 'must')).toBe(true);
});

test('a row that a filter shows otherwise than the whole list does is a finding', async () => {
  const renames = listing(operation, (rows, url) =>
    url.searchParams.has(name) ? rows.map((row) => ({ ...row, name: 'another name' })) : rows,
  );
  const result = await judged(renames);
  expect(result.verdict).toBe('FAIL');
  const finding = theFirst(result.findings, ({ subject }) => subject === name);
  expect(finding.message).toMatch(/ shows rows otherwise than the whole list$/);
  const [example] = finding.examples;
  expect(example?.received).toMatch(/ is shown differently here .* than in the whole list$/);
  expect(strayClauses(result)).toEqual([]);
});

test('documented values that no row has are not exercised, and named', async () => {
  const result = await judged(unchanged, { scenario: 'single-platform' });
  expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [] });
  expect(result.reason).toContain('platforms=tiktok_ads: needs one campaign with platform tiktok_ads');
  expect(result.reason).not.toContain('platforms=meta_ads');
});
