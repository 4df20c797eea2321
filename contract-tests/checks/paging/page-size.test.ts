// Pages that hold more or fewer rows than were asked for.
import { expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import type { Operation } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { asking, type Change, listing, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ list }) => list.paging.style === 'cursor');
const numbered = theFirst(contract.operations, ({ list }) => list.paging.style === 'page');

function judged(change: Change, options: MockOptions = {}, list: Operation = operation) {
  const mock = createMock({ contract, ...options });
  return resultOf(mock, { check: 'page-size', operation: list, fetch: change(createFetch(mock)) });
}

/** Every size between the bounds is taken for another. */
const sizing = (change: (size: number) => number) =>
  asking(({ searchParams }) => {
    const size = Number(searchParams.get('limit') ?? 200);
    if (size > 1 && size < 200) searchParams.set('limit', String(change(size)));
  });

test('pages of the size that is asked for are right', async () => {
  const result = await judged(unchanged);
  expect(result).toMatchObject({ verdict: 'PASS', findings: [] });
  expect(result.message).toMatch(/^[1-9]\d* walks that were cut into pages$/);
});

test.each([
  ['more rows', (size: number) => size + 1, 'a page holds more rows than were asked for'],
  ['fewer rows', (size: number) => size - 1, 'pages hold fewer rows than were asked for, though another page follows'],
])('pages that always hold %s are a breach', async (_, change, message) => {
  const result = await judged(sizing(change));
  expect(result.verdict).toBe('FAIL');
  const finding = theFirst(result.findings, (each) => each.message === message);
  expect(finding).toMatchObject({ subject: message, level: 'must' });
  const { where, expected = '', received, curl = [] } = finding.examples[0] ?? {};
  expect(received).toBe(String(change(Number.parseInt(expected, 10))));
  expect(where).toBe(`page of ${received}`);
  expect(curl[0]).toContain(`limit=${Number.parseInt(expected, 10)}`);
  expect(strayClauses(result)).toEqual([]);
});

test('pages that are thinned out, now more, now less, are a warning', async () => {
  let pages = 0;
  const thinned = listing(operation, (rows, { searchParams }) => {
    pages += searchParams.has('limit') ? 1 : 0;
    return rows.length > 4 ? rows.slice(pages % 3) : rows;
  });
  const result = await judged(thinned);
  expect(result.verdict).toBe('WARN');
  expect(result.findings).toMatchObject([
    { level: 'should', message: 'some pages hold fewer rows than were asked for, though another page follows' },
  ]);
  expect(strayClauses(result)).toEqual([]);
});

test('the smallest size must be answered', async () => {
  const refuses = asking(({ searchParams }) => {
    if (searchParams.get('page_size') === '1') searchParams.set('page_size', '0');
  });
  const result = await judged(refuses, {}, numbered);
  expect(result.verdict).toBe('FAIL');
  const finding = theFirst(result.findings, ({ subject }) => subject === 'page_size');
  expect(finding.message).toBe('the smallest page_size is not answered with a list');
  expect(finding.examples[0]).toMatchObject({ expected: 'status 200', received: 'status 400' });
  expect(strayClauses(result)).toEqual([]);
});

test('an empty list cannot be cut into pages', async () => {
  const reason = 'needs more rows than the smallest page holds';
  expect(await judged(unchanged, { scenario: 'empty' })).toMatchObject({ verdict: 'NOT_EXERCISED', reason });
});

test('what is refused in every size is not refused for its size', async () => {
  const refused = operation.filters[0]?.name ?? '';
  const mock = createMock({ contract });
  const send = createFetch(mock);
  const fetch: typeof globalThis.fetch = async (input, init) =>
    new URL(String(input)).searchParams.has(refused) ? new Response('{}', { status: 422 }) : send(input, init);
  const result = await resultOf(mock, { check: 'page-size', operation, fetch, only: ['filter-soundness'] });
  expect(result.findings).toEqual([]);
});

test('a smallest size that is refused beside whatever is asked is refused for itself', async () => {
  const [limit, smallest] = [operation.list.paging.limit ?? '', String(operation.list.size?.minimum)];
  const mock = createMock({ contract });
  const send = createFetch(mock);
  const asked = new Set<string>();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { searchParams, search } = new URL(String(input));
    if (searchParams.get(limit) !== smallest) return send(input, init);
    asked.add(search);
    return new Response('{}', { status: 422 });
  };
  const result = await resultOf(mock, { check: 'page-size', operation, fetch, only: ['filter-soundness'] });
  expect(asked.size).toBeGreaterThan(1);
  expect(result.findings.map(({ message }) => message)).toEqual([`the smallest ${limit} is not answered with a list`]);
  expect(strayClauses(result)).toEqual([]);
});
