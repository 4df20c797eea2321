// A filter that keeps nothing out, and one that makes rows up.
import { expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import { ownContract } from '../../own-contract.ts';
import { isBound, isId } from '../../walk/filter-arguments.ts';
import { asking, type Change, listing, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ filters }) => filters.some(isId) && filters.some(isBound));
const { name, field } = theFirst(operation.filters, isId);

function judged(change: Change, options: MockOptions = {}) {
  const mock = createMock({ contract, ...options });
  return resultOf(mock, { check: 'filter-soundness', operation, fetch: change(createFetch(mock)) });
}

test('a filter that keeps out what does not pass it is sound', async () => {
  expect(await judged(unchanged)).toMatchObject({ verdict: 'PASS', findings: [] });
});

test('a filter that is ignored lists rows that it should keep out, each with its value and the call', async () => {
  const result = await judged(asking((url) => url.searchParams.delete(name)));
  expect(result.verdict).toBe('FAIL');
  const finding = theFirst(result.findings, ({ subject }) => subject === name);
  expect(finding.message).toMatch(
    new RegExp(`^${name}=\\S+ lists rows that it should keep out: the answer is that of no filter$`),
  );
  const [example] = finding.examples;
  expect(example?.where).toMatch(/\w{5}/);
  expect(example?.received).toMatch(new RegExp(`^${field}: "`));
  // The call without it, which has the same answer, comes first.
  expect(example?.curl[0]).not.toContain(`${name}=`);
  expect(example?.curl[1]).toMatch(new RegExp(`^curl -H "authorization: Bearer \\$ADS_KIT_TOKEN" '.*${name}=`));
  expect(strayClauses(result)).toEqual([]);
});

test('a row that passes the filter and is nowhere in the whole list is missing there, and the filter is right', async () => {
  const invented = { [operation.list.key]: 'invented' };
  const invents = listing(operation, (rows, url) =>
    url.searchParams.has(name) ? [...rows, ...rows.slice(0, 1).map((row) => ({ ...row, ...invented }))] : rows,
  );
  expect(await judged(invents)).toMatchObject({ verdict: 'PASS', findings: [] });
  const mock = createMock({ contract });
  const result = await resultOf(mock, { check: 'unfiltered-list', operation, fetch: invents(createFetch(mock)) });
  expect(result.verdict).toBe('FAIL');
  const [example] = result.findings.flatMap(({ examples }) => examples);
  expect(example).toMatchObject({ where: 'invented', expected: 'the row in the whole list too' });
  expect(example?.received).toMatch(/^invented is in this list .* and not in the whole one$/);
});

test('where no row is there to be kept out, nothing is shown', async () => {
  const result = await judged(unchanged, { scenario: 'empty' });
  expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [] });
  expect(result.reason).toContain(
    `${name}: no answer depended on it, for which it needs one campaign that it keeps out, and one that it lets through`,
  );
});
