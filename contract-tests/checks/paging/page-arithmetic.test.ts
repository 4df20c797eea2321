// What a reply says of its page, and what follows from the call and the total.
import { expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import { at, withValue } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { type Change, listing, replying, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ list }) => list.paging.tells.more !== undefined);
const { tells } = operation.list.paging;

function judged(change: Change, options: MockOptions = {}) {
  const mock = createMock({ contract, ...options });
  return resultOf(mock, { check: 'page-arithmetic', operation, fetch: change(createFetch(mock)) });
}

test('facts that fit the call, the rows and the total are right', async () => {
  expect(await judged(unchanged)).toMatchObject({ verdict: 'PASS', findings: [] });
});

test.each([
  ['more', true, 'false', 'true'],
  ['page', 77, '1', '77'],
  ['limit', 13, '100', '13'],
] as const)(
  'a reply that tells a wrong "%s" is found with the pointer and both values',
  async (fact, told, due, received) => {
    const pointer = tells[fact] ?? '';
    const subject = pointer.slice(pointer.lastIndexOf('/') + 1);
    const result = await judged(replying((body) => withValue(body, pointer, told)));
    expect(result.verdict).toBe('FAIL');
    const finding = theFirst(result.findings, (each) => each.subject === subject);
    const of = fact === 'more' ? ', of \\d+ rows' : '';
    expect(finding.message).toMatch(new RegExp(`^${subject} does not fit page \\d+, \\d+ a page${of}$`));
    expect(finding.examples[0]).toMatchObject({ where: pointer, expected: due, received });
    expect(finding.examples[0]?.curl[0]).toMatch(/^curl -H "x-api-key: \$ADS_KIT_/);
    expect(strayClauses(result)).toEqual([]);
  },
);

test('where all but the total fits, the total is to blame, and on a list that is known whole the fact that does not fit', async () => {
  const { total = '', more = '' } = tells;
  const miscounted = await judged(
    replying((body) => withValue(body, total, (at(body, operation.list.items) as unknown[]).length)),
  );
  expect(miscounted.findings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^total does not fit page \d+, which fits the number of rows in the list$/),
  ]);
  const holders = strayClauses(miscounted).map((stray) => contract.register.get(stray)?.holder);
  expect(new Set(holders)).toEqual(new Set(['check:totals']));
  const later = (url: URL) => url.searchParams.get('page') === '2';
  const misled = await judged(replying((body, url) => (later(url) ? withValue(body, more, false) : body)));
  expect(misled.findings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^hasMore does not fit page 2, \d+ a page, of \d+ rows$/),
  ]);
});

test('a page of another size that tells it contradicts nothing: other checks hold sizes', async () => {
  const { limit = '' } = operation.list.paging;
  const usual = await judged((send) => (input, init) => {
    const url = new URL(String(input));
    if (!url.searchParams.has(limit)) url.searchParams.set(limit, '25');
    return send(url, init);
  });
  expect(usual).toMatchObject({ verdict: 'PASS', findings: [] });
});

test('a page that lacks a row of its total is found with both numbers', async () => {
  const result = await judged(listing(operation, (rows) => rows.slice(1)));
  expect(result.verdict).toBe('FAIL');
  const finding = theFirst(result.findings, ({ subject }) => subject === 'number of rows');
  const { where, expected, received } = finding.examples[0] ?? {};
  expect(where).toBe(operation.list.items);
  expect(Number(received)).toBe(Number(expected) - 1);
});

test('a page behind the last that shows rows contradicts its total', async () => {
  const first = createMock({ contract });
  const rowsOf = createFetch(first);
  const result = await judged((send) => async (input, init) => {
    const url = new URL(String(input));
    const reply = await send(input, init);
    if (Number(url.searchParams.get('page') ?? 1) < 40) return reply;
    url.searchParams.delete('page');
    const rows = at(await (await rowsOf(url, init)).json(), operation.list.items);
    return Response.json(withValue(await reply.json(), operation.list.items, rows));
  });
  expect(result.verdict).toBe('FAIL');
  expect(result.findings).toMatchObject([{ subject: 'number of rows', examples: [{ expected: '0' }] }]);
  expect(strayClauses(result)).toEqual([]);
});

test('a page behind the last that shows rows under a filter alone is found at the full depth', async () => {
  const name = operation.filters[0]?.name ?? '';
  const first = createMock({ contract });
  const rowsOf = createFetch(first);
  const change: Change = (send) => async (input, init) => {
    const url = new URL(String(input));
    const reply = await send(input, init);
    if (Number(url.searchParams.get('page') ?? 1) < 40 || !url.searchParams.has(name)) return reply;
    url.searchParams.delete('page');
    const rows = at(await (await rowsOf(url, init)).json(), operation.list.items);
    return Response.json(withValue(await reply.json(), operation.list.items, rows));
  };
  const mock = createMock({ contract });
  const asked = { check: 'page-arithmetic', operation, fetch: change(createFetch(mock)), maxRequests: 600 };
  const result = await resultOf(mock, { ...asked, depth: 'full' });
  expect(result.verdict).toBe('FAIL');
  expect(result.findings.map(({ subject }) => subject)).toEqual(['number of rows']);
  expect(result.findings[0]?.examples.map(({ expected }) => expected)).toContain('0');
  expect(result.findings[0]?.examples[0]?.curl[0]).toContain(`${name}=`);
});

test('an empty list has one page alone to tell of', async () => {
  expect(await judged(unchanged, { scenario: 'empty' })).toMatchObject({
    verdict: 'NOT_EXERCISED',
    findings: [],
    reason: 'needs more rows than one page of the smallest size holds',
  });
});
