// What becomes of the second value of a filter that takes several.
import { expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { ownContract } from '../../own-contract.ts';
import { asking, type Change, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';
import { filterValues } from './filter-values.ts';

const contract = ownContract();
const operation = theFirst(
  contract.operations,
  ({ list, filters }) => list.size !== undefined && filters.some(({ many }) => many),
);
const { name } = theFirst(operation.filters, ({ many }) => many);

function judged(change: Change, options: MockOptions = {}) {
  const mock = createMock({ contract, ...options });
  return resultOf(mock, { check: 'filter-values', operation, fetch: change(createFetch(mock)) });
}

/** One of several values counts: the one at this index. */
const minding = (index: number) =>
  asking(({ searchParams }) => {
    const value = searchParams.getAll(name).at(index);
    if (value !== undefined) searchParams.set(name, value);
  });

test('several values that give the union are right', async () => {
  expect(await judged(unchanged)).toMatchObject({ verdict: 'PASS', findings: [] });
});

test.each([
  ['first', 0],
  ['last', -1],
])('a filter that minds the %s of its values alone lacks the rows of the other', async (_, index) => {
  const result = await judged(minding(index));
  expect(result.verdict).toBe('FAIL');
  const finding = theFirst(result.findings, ({ subject }) => subject.split(' and ').includes(name));
  expect(finding.message).toMatch(new RegExp(`${name}=\\w+&${name}=\\w+.* does not hold the rows`));
  const [example] = finding.examples;
  expect(example?.received).toMatch(new RegExp(`^${example?.where} is missing from the list`));
  expect(example?.curl.at(-1)).toMatch(new RegExp(`${name}=\\w+&${name}=`));
  expect(strayClauses(result)).toEqual([]);
});

test('a filter that is wrong with one value already is left to the checks of one value', async () => {
  const result = await judged(asking((url) => url.searchParams.delete(name)));
  expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [] });
  expect(result.reason).toContain(`${name}: needs campaigns with two of its values, and a filter that works with one`);
});

test('where no two values have rows, their union shows nothing', async () => {
  const result = await judged(unchanged, { scenario: 'empty' });
  expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [] });
  expect(result.reason).toContain(`${name}: needs campaigns with two of its values`);
});

test.each(['not-in', 'all-of'] as const)(
  'several values of %s are told from one by the rows that they keep out',
  (how) => {
    const plain = theFirst(operation.filters, ({ many }) => many);
    const filter = { ...plain, test: how, allowed: [] };
    const rows = how === 'all-of' ? [['a'], ['a', 'b'], ['b']] : ['a', 'b', 'c'];
    const args = [{ filter, values: ['a', 'b'] }];
    const walk = { stop: 'end', pages: [], rows: [] };
    const probes = [
      { probe: { kind: 'values', args }, walk, unsound: [], proves: [], comparison: { differences: [] } },
    ];
    const gapsWith = (members: readonly unknown[]) => {
      // All that the check reads: no list of the contract has such a filter, so that no mock could bring the evidence.
      const snapshot = { rows: members.map((member) => ({ [plain.field]: member })) };
      const evidence = { operation: { ...operation, filters: [filter] }, probes, snapshot } as unknown as Evidence;
      return 'judge' in filterValues ? filterValues.judge(evidence).gaps : undefined;
    };
    expect(gapsWith(rows)).toEqual([]);
    expect(gapsWith(rows.slice(0, 1))?.join()).toContain('with two of its values');
  },
);
