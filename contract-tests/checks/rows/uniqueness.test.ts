// Two rows with a value that only one may have.
import { expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import { ownContract } from '../../own-contract.ts';
import { type Change, listing, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ list }) => list.unique.length > 0);
const { unique, key } = operation.list;
const [member = ''] = unique;

function judged(change: Change, options: MockOptions = {}) {
  const mock = createMock({ contract, ...options });
  return resultOf(mock, { check: 'uniqueness', operation, fetch: change(createFetch(mock)) });
}

test('rows that share no value of the kind are right', async () => {
  expect(await judged(unchanged)).toMatchObject({ verdict: 'PASS', findings: [], message: '3 rows' });
});

test('a second row with the value of another is found with the value and the call', async () => {
  const doubled = listing(operation, (rows) => [
    ...rows,
    ...rows.slice(0, 1).map((row) => ({ ...row, [key]: 'second' })),
  ]);
  const result = await judged(doubled);
  expect(result.verdict).toBe('FAIL');
  expect(result.findings).toMatchObject([{ subject: member, message: `two rows have the same ${member}` }]);
  const [example] = result.findings[0]?.examples ?? [];
  expect(example).toMatchObject({ where: 'second', received: 'another one' });
  expect(example?.expected).toMatch(new RegExp(`^at most one row with ${member} "\\w+"$`));
  expect(example?.curl[0]).toMatch(/^curl -H "authorization: Bearer \$ADS_KIT_TOKEN" 'http/);
  expect(strayClauses(result)).toEqual([]);
});

test('several rows without the value share nothing', async () => {
  const bare = listing(operation, (rows) => rows.map((row) => ({ ...row, [member]: null })));
  expect(await judged(bare)).toMatchObject({ verdict: 'PASS', findings: [] });
});

test('one row alone has nobody to share with', async () => {
  const result = await judged(unchanged, { scenario: 'single-platform' });
  expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [], reason: 'needs two ad accounts' });
});
