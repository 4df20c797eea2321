// A row that comes twice: in one reply, or on two pages of one walk.
import { expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import type { Row } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { type Change, listing, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ list }) => list.paging.style === 'cursor');
const { key } = operation.list;

function judged(change: Change, options: MockOptions = {}) {
  const mock = createMock({ contract, ...options });
  return resultOf(mock, { check: 'no-row-twice', operation, fetch: change(createFetch(mock)) });
}

test('a list that holds every row once is right', async () => {
  expect(await judged(unchanged)).toMatchObject({ verdict: 'PASS', findings: [] });
});

test('a reply that holds one row twice is found with the row', async () => {
  const isWhole = ({ searchParams }: URL) => searchParams.size === 1 && searchParams.has('limit', '200');
  const doubled = listing(operation, (rows, url) => (isWhole(url) ? [...rows, ...rows.slice(0, 1)] : rows));
  const result = await judged(doubled);
  expect(result.verdict).toBe('FAIL');
  const [finding] = result.findings;
  expect(finding).toMatchObject({ subject: 'repeated rows', message: 'one reply holds the same row twice' });
  const [example] = finding?.examples ?? [];
  expect(example?.received).toContain(`"${key}":"${example?.where}"`);
  expect(example?.curl[0]).toMatch(/^curl -H "authorization: Bearer \$ADS_KIT_TOKEN" 'http/);
  expect(strayClauses(result)).toEqual([]);
});

test('pages that begin with the last row of the page before are found with the row', async () => {
  let last: readonly Row[] = [];
  const overlapping = listing(operation, (rows, { searchParams }) => {
    const page = searchParams.has('cursor')
      ? [...last.filter((row) => !rows.some((each) => each[key] === row[key])), ...rows]
      : rows;
    last = rows.slice(-1);
    return page;
  });
  const result = await judged(overlapping);
  expect(result.verdict).toBe('FAIL');
  const [finding] = result.findings;
  expect(finding).toMatchObject({
    subject: 'repeated rows',
    message: 'a walk holds the same row on two of its pages',
  });
  expect(finding?.examples[0]?.received).toMatch(
    new RegExp(`^${finding?.examples[0]?.where} comes twice in one walk .*\\d+ rows a page`),
  );
  expect(strayClauses(result)).toEqual([]);
});

test('fewer than two rows cannot repeat', async () => {
  const result = await judged(unchanged, { scenario: 'empty' });
  expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [], reason: 'needs two campaigns' });
});
