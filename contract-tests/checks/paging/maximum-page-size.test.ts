// The largest page: smaller than documented, and larger.
import { expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import { type Operation, withValue } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { asking, type Change, replying, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ list }) => list.paging.style === 'cursor');
const numbered = theFirst(contract.operations, ({ list }) => list.paging.tells.limit !== undefined);

function judged(list: Operation, change: Change, options: MockOptions = {}) {
  const mock = createMock({ contract, ...options });
  return resultOf(mock, { check: 'maximum-page-size', operation: list, fetch: change(createFetch(mock)) });
}

test.each([
  ['in pages behind cursors', operation],
  ['in numbered pages', numbered],
])('the documented maximum is honoured in a list %s', async (_, list) => {
  expect(await judged(list, unchanged)).toMatchObject({ verdict: 'PASS', findings: [] });
});

test('a smaller maximum than the documented one is found', async () => {
  const smaller = asking(({ searchParams }) => {
    if (searchParams.get('limit') === '200') searchParams.set('limit', '30');
  });
  const result = await judged(operation, smaller);
  expect(result.verdict).toBe('FAIL');
  const [finding] = result.findings;
  expect(finding?.message).toBe('pages hold fewer rows than were asked for, though more follow');
  expect(finding?.examples[0]).toMatchObject({ where: 'page of 30', expected: '200 rows', received: '30' });
  expect(finding?.examples[0]?.curl[0]).toContain('limit=200');
  expect(strayClauses(result)).toEqual([]);
});

test('a page that says that it may hold more than the maximum is found', async () => {
  const largest = numbered.list.size?.maximum ?? 0;
  const limit = numbered.list.paging.limit ?? '';
  const isOver = (url: URL) => Number(url.searchParams.get(limit)) > largest;
  const takes = asking((url) => (isOver(url) ? url.searchParams.set(limit, String(largest)) : undefined));
  const says = replying((body, url) =>
    isOver(url) ? withValue(body, numbered.list.paging.tells.limit ?? '', largest + 1) : body,
  );
  expect((await judged(numbered, takes)).verdict).toBe('PASS');
  const result = await judged(numbered, (send) => says(takes(send)));
  expect(result.verdict).toBe('FAIL');
  const [finding] = result.findings;
  expect(finding).toMatchObject({
    subject: 'maximum page size',
    message: 'a page larger than the documented maximum is served',
  });
  expect(finding?.examples[0]?.expected).toBe(`at most ${largest} rows, or an error`);
  expect(finding?.examples[0]?.received).toMatch(new RegExp(`^\\d+ rows, and says .*"limit":${largest + 1}`));
  expect(strayClauses(result)).toEqual([]);
});

test('an empty list shows no largest page', async () => {
  expect(await judged(operation, unchanged, { scenario: 'empty' })).toMatchObject({
    verdict: 'NOT_EXERCISED',
    findings: [],
    reason: 'needs one campaign',
  });
});
