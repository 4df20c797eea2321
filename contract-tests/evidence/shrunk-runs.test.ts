// What is wrong with calls of many filters is told by the few filters that are to blame.
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../mock/index.ts';
import { asking, type Change, resultOf, theFirst, unchanged } from '../checks/sample-deployment.ts';
import { ownContract } from '../own-contract.ts';
import { isId } from '../walk/filter-arguments.ts';

const contract = ownContract();
const operation = theFirst(
  contract.operations,
  ({ filters }) => filters.length > 3 && filters.some(isId) && filters.some(({ many }) => many),
);
const id = theFirst(operation.filters, isId).name;
const several = theFirst(operation.filters, ({ many, name }) => many && name !== 'platforms');
const value = String(several.allowed[1]);

const judged = (check: string, change: Change) => {
  const mock = createMock({ contract });
  return resultOf(mock, { check, operation, fetch: change(createFetch(mock)) });
};

test('a value that is wrong by itself is found by itself, though it was asked for beside other filters', async () => {
  const ignores = asking(({ searchParams }) => {
    const asked = searchParams.getAll(several.name);
    if (asked.length === 1 && asked[0] === value) searchParams.delete(several.name);
  });
  const { verdict, findings } = await judged('filter-soundness', ignores);
  expect(verdict).toBe('FAIL');
  expect(findings.map(({ subject }) => subject)).toEqual([several.name]);
  expect(findings[0]?.message).toBe(`${several.name}=${value} lists rows that it should keep out`);
  // Pairs of filters are not accused of what one of them does.
  expect((await judged('filter-pairs', ignores)).findings).toEqual([]);
});

test('two filters that are wrong together are found without those that stood beside them', async () => {
  const forgets = asking(({ searchParams }) => {
    if (searchParams.has(id)) searchParams.delete(several.name);
  });
  const { verdict, findings } = await judged('filter-pairs', forgets);
  expect(verdict).toBe('FAIL');
  const both = operation.filters.filter(({ name }) => name === id || name === several.name);
  expect(findings[0]?.subject).toBe(both.map(({ name }) => name).join(' and '));
});

test('a deployment that is right is asked no more for it', async () => {
  const [right, wrong] = await Promise.all([
    judged('filter-pairs', unchanged),
    judged(
      'filter-pairs',
      asking((url) => (url.searchParams.has(id) ? url.searchParams.delete(several.name) : undefined)),
    ),
  ]);
  expect(right).toMatchObject({ verdict: 'PASS', findings: [] });
  expect(wrong.requests).toBeGreaterThan(right.requests);
  expect(wrong.requests).toBeLessThan(right.requests + 100);
});
