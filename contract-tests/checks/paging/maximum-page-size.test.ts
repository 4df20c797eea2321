// The largest page: smaller than documented, and larger.
import { describe, expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import { at, type Operation, withValue } from '../../../spec/index.ts';
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
  expect(finding?.message).toBe('pages hold fewer rows than were asked for, though another page follows');
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

test('a page that is larger than the maximum under a filter alone is found at the full depth', async () => {
  const largest = operation.list.size?.maximum ?? 0;
  const limit = operation.list.paging.limit ?? '';
  const many = theFirst(operation.filters, ({ allowed, many }) => many && allowed.length > 4);
  const mock = createMock({ contract, size: { [operation.list.resource]: largest + 50 } });
  const send = createFetch(mock);
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(String(input));
    const isOver = Number(url.searchParams.get(limit)) > largest && url.searchParams.has(many.name);
    if (!isOver) return send(input, init);
    url.searchParams.set(limit, String(largest));
    const first = await (await send(url, init)).json();
    const rows = at(first, operation.list.items);
    return Response.json(withValue(first, operation.list.items, Array.isArray(rows) ? [...rows, rows[0]] : rows));
  };
  const result = await resultOf(mock, { check: 'maximum-page-size', operation, fetch, depth: 'full' });
  expect(result.findings.map(({ message }) => message)).toEqual([
    'a page larger than the documented maximum is served',
  ]);
  expect(result.findings[0]?.examples[0]?.curl[0]).toContain(`${many.name}=`);
});

test('a largest page that is refused is found, if other sizes are not', async () => {
  const [limit, largest] = [operation.list.paging.limit ?? '', String(operation.list.size?.maximum)];
  const refusing =
    (isRefused: (url: URL) => boolean): Change =>
    (send) =>
    async (input, init) =>
      isRefused(new URL(String(input))) ? new Response('{}', { status: 422 }) : send(input, init);
  const result = await judged(
    operation,
    refusing((url) => url.searchParams.get(limit) === largest),
  );
  expect(result.findings.map(({ message }) => message)).toEqual([`the largest ${limit} is not answered with a list`]);
  expect(strayClauses(result)).toEqual([]);
});

test('a largest page that cannot be read is told by others, and is no refusal of its size', async () => {
  const [limit, largest] = [operation.list.paging.limit ?? '', String(operation.list.size?.maximum)];
  const garbled: Change = (send) => async (input, init) =>
    new URL(String(input)).searchParams.get(limit) === largest
      ? new Response('rows', { status: 200 })
      : send(input, init);
  const { findings } = await judged(operation, garbled);
  expect(findings.map(({ message }) => message)).not.toContain(`the largest ${limit} is not answered with a list`);
});

test('an empty list shows no largest page', async () => {
  expect(await judged(operation, unchanged, { scenario: 'empty' })).toMatchObject({
    verdict: 'NOT_EXERCISED',
    findings: [],
    reason: 'needs one campaign',
  });
});

describe('where the documentation says what a larger size gives', () => {
  const saying = (overMaximum: 'refused' | 'clamped') => {
    const { list } = operation;
    const stated: Operation = {
      ...operation,
      list: { ...list, paging: { ...list.paging, overMaximum } as typeof list.paging },
    };
    return { ...contract, operations: contract.operations.map((each) => (each === operation ? stated : each)) };
  };
  const largest = operation.list.size?.maximum ?? 0;
  const over = (size: number) =>
    asking(({ searchParams }) => {
      if (Number(searchParams.get('limit')) > largest) searchParams.set('limit', String(size));
    });
  const judgedBy = (overMaximum: 'refused' | 'clamped', change: Change) =>
    resultOf(
      { contract: saying(overMaximum), credentials: createMock({ contract }).credentials },
      { check: 'maximum-page-size', operation, fetch: change(createFetch(createMock({ contract }))) },
    );

  test('a refusal is right, and the largest page is not', async () => {
    expect((await judgedBy('refused', unchanged)).verdict).toBe('PASS');
    const result = await judgedBy('refused', over(largest));
    expect(result.verdict).toBe('FAIL');
    expect(result.findings[0]?.message).toBe(`limit=${5 * largest + 1}, over the maximum, is not refused`);
    expect(strayClauses(result)).toEqual([]);
  });

  test.each([
    ['a refusal', unchanged],
    ['a page of another size', over(largest / 10)],
  ])('the largest page is right, and %s is not', async (_, change) => {
    expect((await judgedBy('clamped', over(largest))).verdict).toBe('PASS');
    const result = await judgedBy('clamped', change);
    expect(result.verdict).toBe('FAIL');
    expect(result.findings[0]?.message).toBe(`limit=${5 * largest + 1} does not give the largest page`);
  });
});
