// A call without a page number is given the first page.
import { expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import { placeParameter, withValue } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { type Change, replying, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ list }) => list.paging.tells.page !== undefined);
const { paging } = operation.list;
const place = placeParameter(paging) ?? '';

function judged(change: Change, options: MockOptions = {}) {
  const mock = createMock({ contract, ...options });
  return resultOf(mock, { check: 'first-page', operation, fetch: change(createFetch(mock)) });
}

/** Replies to calls of which this is true tell another number of their page. */
const numbering = (isMeant: (url: URL) => boolean, number: number): Change =>
  replying((body, url) => (isMeant(url) ? withValue(body, paging.tells.page ?? '', number) : body));

test('and says so', async () => {
  expect(await judged(unchanged)).toMatchObject({ verdict: 'PASS', findings: [] });
});

test('and another number is found with both', async () => {
  const result = await judged(numbering((url) => !url.searchParams.has(place), 0));
  expect(result.verdict).toBe('FAIL');
  const finding = theFirst(result.findings, ({ subject }) => subject === 'first page');
  expect(finding.message).toBe('a call without a page number is given another page');
  expect(finding.examples[0]).toMatchObject({ expected: '1', received: '0' });
  expect(finding.examples[0]?.curl.some((line) => line.includes(`${place}=`))).toBe(false);
  expect(strayClauses(result)).toEqual([]);
});

test('and what calls with a number are told is none of its matters', async () => {
  const result = await judged(numbering((url) => url.searchParams.has(place), 9));
  expect(result).toMatchObject({ verdict: 'PASS', findings: [] });
});

test('and a list of one page shows nothing of pages', async () => {
  const result = await judged(unchanged, { size: { [operation.list.resource]: 1 } });
  expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [] });
  expect(result.reason).toMatch(/^needs more rows than one page of the smallest size holds/);
});
