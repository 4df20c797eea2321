// Page sizes that are asked for where a list is expected: none outside of the documented bounds.
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../mock/index.ts';
import { judge } from '../judge.ts';
import { teas } from '../sample-teas.ts';

const [LEAST, MOST] = [5, 20];

test.each([
  ['offset', 'style: offset, offset: at', '{ name: at, in: query, schema: { type: integer, minimum: 0 } }'],
  ['page', 'style: page, page: at', '{ name: at, in: query, schema: { type: integer, minimum: 1 } }'],
  ['key', 'style: key, after: at', '{ name: at, in: query, schema: { type: string } }'],
])('of a list that is paged by %s', async (_, paging, place) => {
  const contract = teas({ paging, parameters: [place], size: { minimum: LEAST, maximum: MOST } });
  for (const tea of [1, 2, 7, 30]) {
    const mock = createMock({ contract, size: { tea } });
    const send = createFetch(mock);
    const sizes = new Set<number>();
    const fetch: typeof globalThis.fetch = (input, init) => {
      const size = new URL(String(input)).searchParams.get('size');
      if (size !== null) sizes.add(Number(size));
      return send(input, init);
    };
    // Those two ask for sizes that are wrong, and expect a refusal.
    const skip = ['invalid-parameters', 'maximum-page-size'];
    const report = await judge({ baseUrl: 'http://mock', contract, fetch, depth: 'full', skip });
    expect(report.summary).toMatchObject({ fail: 0, error: 0 });
    expect(sizes.size).toBeGreaterThan(1);
    expect([...sizes].filter((size) => size < LEAST || size > MOST)).toEqual([]);
  }
});
