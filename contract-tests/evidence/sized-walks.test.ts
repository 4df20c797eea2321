// Page sizes that are asked for where a list is expected: none outside of the documented bounds.
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../mock/index.ts';
import { at, type Contract, type Operation, placeParameter, withValue } from '../../spec/index.ts';
import { replying, theFirst } from '../checks/sample-deployment.ts';
import { judge } from '../judge.ts';
import type { JudgeOptions } from '../judge-options.ts';
import { ownContract } from '../own-contract.ts';
import { teas } from '../sample-teas.ts';

const [LEAST, MOST] = [5, 20];

/** The queries that a list of so many rows is asked. */
async function queriesOf(
  contract: Contract,
  size: Readonly<Record<string, number>>,
  options: Pick<JudgeOptions, 'depth' | 'skip' | 'operations'>,
) {
  const queries: URLSearchParams[] = [];
  const mock = createMock({ contract, size });
  const send = createFetch(mock);
  const fetch: typeof globalThis.fetch = (input, init) => {
    queries.push(new URL(String(input)).searchParams);
    return send(input, init);
  };
  const { summary } = await judge({
    baseUrl: 'http://mock',
    contract,
    credentials: mock.credentials,
    fetch,
    ...options,
  });
  return { queries, summary };
}

test.each([
  ['offset', 'style: offset, offset: at', '{ name: at, in: query, schema: { type: integer, minimum: 0 } }'],
  ['page', 'style: page, page: at', '{ name: at, in: query, schema: { type: integer, minimum: 1 } }'],
  ['key', 'style: key, after: at', '{ name: at, in: query, schema: { type: string } }'],
])('of a list that is paged by %s', async (_, paging, place) => {
  const contract = teas({ paging, parameters: [place], size: { minimum: LEAST, maximum: MOST } });
  for (const tea of [1, 2, 7, 30]) {
    // Those two ask for sizes that are wrong, and expect a refusal.
    const skip = ['invalid-parameters', 'maximum-page-size'];
    const { queries, summary } = await queriesOf(contract, { tea }, { depth: 'full', skip });
    expect(summary).toMatchObject({ fail: 0, error: 0 });
    const sizes = queries.flatMap((query) => query.getAll('size').map(Number));
    expect(new Set(sizes).size).toBeGreaterThan(1);
    expect(sizes.filter((size) => size < LEAST || size > MOST)).toEqual([]);
  }
});

test('three rows are walked in pages of two as well: those of one cannot show that a row comes twice', async () => {
  const contract = ownContract();
  const operation = contract.operations.find(({ list }) => list.paging.style === 'cursor') as Operation;
  const size = Object.fromEntries(contract.operations.map(({ list }) => [list.resource, 3]));
  const { queries } = await queriesOf(contract, size, { depth: 'standard', operations: [operation.id] });
  const place = placeParameter(operation.list.paging) ?? '';
  const plain = queries.filter((query) => query.has(place) && query.size === 2);
  expect(plain.map((query) => query.get(operation.list.paging.limit ?? ''))).toContain('2');
});

test('of several lists the longest is walked beyond its third page', async () => {
  const contract = ownContract();
  const cursors = contract.operations.filter(({ list }) => list.paging.style === 'cursor');
  const longest = theFirst(cursors, ({ id }) => id === cursors.at(-1)?.id);
  const place = placeParameter(longest.list.paging) ?? '';
  const { paging } = longest.list;
  const pointer = 'next' in paging && paging.next !== undefined && 'value' in paging.next ? paging.next.value : '';
  const mock = createMock({ contract });
  const depthOf = new Map<string | null, number>([[null, 1]]);
  const ending = replying((body, url) => {
    if (!url.pathname.endsWith(longest.path.slice(longest.path.lastIndexOf('/')))) return body;
    const depth = depthOf.get(url.searchParams.get(place)) ?? 1;
    const next = at(body, pointer);
    if (typeof next === 'string') depthOf.set(next, depth + 1);
    return depth < 3 ? body : withValue(body, pointer, null);
  });
  const { results } = await judge({
    ...{ baseUrl: 'http://mock', contract, credentials: mock.credentials, fetch: ending(createFetch(mock)) },
    apis: [longest.api],
  });
  const failing = results.filter(({ verdict }) => verdict === 'FAIL');
  expect(failing.map(({ check, operation }) => `${check} ${operation}`)).toContain(`pages-agree ${longest.id}`);
});
