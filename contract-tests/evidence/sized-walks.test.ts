// Page sizes that are asked for where a list is expected: none outside of the documented bounds.
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../mock/index.ts';
import { type Contract, type Operation, placeParameter } from '../../spec/index.ts';
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
