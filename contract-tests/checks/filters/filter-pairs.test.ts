// Two filters that work alone, and not together.
import { expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import { ownContract } from '../../own-contract.ts';
import { isId } from '../../walk/filter-arguments.ts';
import { asking, type Change, listing, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(
  contract.operations,
  ({ filters }) => filters.some(isId) && filters.some(({ many }) => many),
);
const one = theFirst(operation.filters, isId).name;
const other = theFirst(operation.filters, ({ many, name }) => many && name !== 'platforms').name;
const areBoth = ({ searchParams }: URL) => searchParams.has(one) && searchParams.has(other);

function judged(change: Change, options: MockOptions = {}) {
  const mock = createMock({ contract, ...options });
  return resultOf(mock, { check: 'filter-pairs', operation, fetch: change(createFetch(mock)) });
}

test('two filters that give the intersection are right', async () => {
  expect(await judged(unchanged)).toMatchObject({ verdict: 'PASS', findings: [] });
});

test('a filter that is forgotten beside another is found in the pair, with a row that it should keep out', async () => {
  const result = await judged(asking((url) => (areBoth(url) ? url.searchParams.delete(other) : undefined)));
  expect(result.verdict).toBe('FAIL');
  expect(result.findings.filter(({ subject }) => !(subject.includes(one) && subject.includes(other)))).toEqual([]);
  const finding = theFirst(result.findings, ({ message }) => message.includes('lists rows that it should keep out'));
  expect(finding.examples[0]?.received).toMatch(new RegExp(`^${other}: "`));
  expect(finding.examples[0]?.curl.at(-1)).toMatch(new RegExp(`${one}=.*${other}=|${other}=.*${one}=`));
  // The row is listed against the filter that was forgotten: what is said of it is broken, too.
  const own = operation.filters.find(({ name }) => name === other)?.clauses ?? [];
  expect(strayClauses(result).length).toBeGreaterThan(0);
  expect(strayClauses(result).filter((stray) => !own.includes(stray))).toEqual([]);
});

test('two filters that together find nothing are found with a row that passes both', async () => {
  const result = await judged(listing(operation, (rows, url) => (areBoth(url) ? [] : rows)));
  expect(result.verdict).toBe('FAIL');
  const [finding] = result.findings;
  expect(finding?.message).toMatch(/ does not hold the rows of the whole list that pass it$/);
  expect(finding?.examples[0]?.received).toMatch(
    new RegExp(`^${finding?.examples[0]?.where} is missing from the list`),
  );
  expect(strayClauses(result)).toEqual([]);
});

test('pairs of filters need rows that pass one of them and not the other', async () => {
  const result = await judged(unchanged, { scenario: 'empty' });
  expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [] });
  expect(result.reason).toContain(
    `${one} with ${other}: no answer depended on both, for which they need campaigns that pass one of them and not the other`,
  );
});
