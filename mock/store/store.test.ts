import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceOf } from '../../fixtures/index.ts';
import {
  type Filter,
  type FilterValue,
  instant,
  loadContract,
  type Operation,
  passes,
  type Row,
} from '../../spec/index.ts';
import { createStore } from './store.ts';

const { operations } = loadContract();

function operationOf(id: string): Operation {
  const found = operations.find((operation) => operation.id === id);
  if (found === undefined) throw new Error(`There is no operation ${id}.`);
  return found;
}

const campaigns = operationOf('listCampaigns');
const NONE: ReadonlyMap<string, readonly FilterValue[]> = new Map();
const keysOf = (rows: readonly Row[]) => rows.map((row) => row.campaignId);
const row = (campaignId: string, createdAt: string, more: Row = {}): Row => ({ campaignId, createdAt, ...more });

describe('a store', () => {
  const rows = [
    row('b', '2026-04-01T00:00:00Z'),
    row('c', '2026-04-02T00:00:00Z'),
    row('a', '2026-04-01T02:00:00+02:00'),
  ];

  test('gives its rows newest first, and by key where they were created at one instant', () => {
    expect(keysOf(createStore(campaigns, sourceOf(rows)).select({ values: NONE, limit: 9 }))).toEqual(['c', 'a', 'b']);
  });

  test('gives rows without createdAt in the order of their keys', () => {
    const accounts = createStore(
      operationOf('listAccounts'),
      sourceOf([{ id: 'act_2' }, { id: 'act_10' }, { id: 'act_1' }]),
    );
    expect(accounts.select({ values: NONE, limit: 9 })).toEqual([{ id: 'act_1' }, { id: 'act_10' }, { id: 'act_2' }]);
  });

  test('gives rows whose keys are numbers by their size, where the order says that the key decides', () => {
    const [operation, order] = [operationOf('listAccounts'), [{ field: 'rank', descending: false }]];
    const list = {
      ...operation.list,
      key: 'number',
      order: { keys: [...order, { field: 'number', descending: false }], clauses: [], assumed: false },
    };
    const numbered = [10, 9, 100, 2].map((number) => ({ number, rank: 1 }));
    const store = createStore({ ...operation, list }, sourceOf(numbered));
    expect(store.select({ values: NONE, limit: 9 }).map(({ number }) => number)).toEqual([2, 9, 10, 100]);
  });

  test.each([
    [0, 2, ['c', 'a']],
    [1, 2, ['a', 'b']],
    [2, 2, ['b']],
    [3, 2, []],
    [0, 0, []],
  ])('passes over %i rows and gives %i', (skip, limit, keys) => {
    expect(keysOf(createStore(campaigns, sourceOf(rows)).select({ values: NONE, skip, limit }))).toEqual(keys);
  });

  test('continues behind a position, whether or not a row stands there', () => {
    const store = createStore(campaigns, sourceOf(rows));
    const at = Date.parse('2026-04-01T00:00:00Z');
    const positionOf = (time: number, key: string) => ({ values: [time, key], key });
    expect(keysOf(store.select({ values: NONE, limit: 9, after: positionOf(at, 'a') }))).toEqual(['b']);
    expect(keysOf(store.select({ values: NONE, limit: 9, after: positionOf(at, 'aa') }))).toEqual(['b']);
    expect(keysOf(store.select({ values: NONE, limit: 9, after: positionOf(at + 1, '') }))).toEqual(['a', 'b']);
  });

  test('replaces a row of the same key, and moves it where it belongs now', () => {
    const store = createStore(campaigns, sourceOf(rows));
    store.put(row('b', '2026-04-03T00:00:00Z', { status: 'paused' }));
    expect(keysOf(store.select({ values: NONE, limit: 9 }))).toEqual(['b', 'c', 'a']);
    expect(store.get('b')).toEqual({ campaignId: 'b', createdAt: '2026-04-03T00:00:00Z', status: 'paused' });
    expect(store.count(new Map([['status', ['paused']]]))).toBe(1);
  });

  test('forgets a removed row, and takes the removal of an unknown one', () => {
    const store = createStore(campaigns, sourceOf(rows));
    store.remove('a');
    store.remove('z');
    expect(keysOf(store.select({ values: NONE, limit: 9 }))).toEqual(['c', 'b']);
    expect(store.get('a')).toBeUndefined();
    expect(store.count(NONE)).toBe(2);
  });

  test('does not change the array that it was made from', () => {
    const given = [...rows];
    createStore(campaigns, sourceOf(given)).remove('a');
    expect(given).toEqual(rows);
  });
});

type Step = { readonly kind: 'put' | 'remove'; readonly row: Row };

const somewhere = (values: readonly string[]) => fc.constantFrom(...values);
const anyRow = fc.record({
  campaignId: somewhere(['a', 'b', 'c', 'd', 'e', 'f', 'g']),
  createdAt: somewhere([
    '2026-04-01T00:00:00Z',
    '2026-04-01T02:00:00+02:00',
    '2026-04-02T00:00:00Z',
    '2026-04-02T00:00:00.5Z',
  ]),
  platform: somewhere(['meta_ads', 'tiktok_ads', 'apple_ads']),
  adAccountId: somewhere(['1', '2']),
  status: somewhere(['active', 'paused', 'deleted']),
});
const steps: fc.Arbitrary<Step[]> = fc.array(fc.record({ kind: fc.constantFrom('put', 'remove'), row: anyRow }), {
  maxLength: 30,
});
const values = fc
  .record(
    {
      platforms: fc.array(somewhere(['meta_ads', 'tiktok_ads', 'apple_ads']), { minLength: 1, maxLength: 3 }),
      status: fc.array(somewhere(['active', 'paused', 'deleted', 'rejected']), { minLength: 1, maxLength: 3 }),
      adAccountId: fc.tuple(somewhere(['1', '2', '3'])),
      since: fc.tuple(somewhere(['2026-04-01', '2026-04-02T00:00:00Z', '2026-04-02T01:00:00+01:00'])),
    },
    { requiredKeys: [] },
  )
  .map((record) => new Map(Object.entries(record)));

/** What a store should give: every row that passes, in its order. */
function bruteForce(
  rows: readonly Row[],
  filters: readonly Filter[],
  asked: ReadonlyMap<string, readonly FilterValue[]>,
): Row[] {
  return rows
    .filter((candidate) => filters.every((filter) => passes(filter, candidate, asked.get(filter.name) ?? [])))
    .sort(
      (one, other) =>
        instant(other.createdAt) - instant(one.createdAt) ||
        (String(one.campaignId) < String(other.campaignId) ? -1 : 1),
    );
}

test('whatever is put and removed, a store gives what a search through all its rows gives', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyRow, { selector: (one) => one.campaignId }),
      steps,
      values,
      fc.nat(5),
      fc.nat(4),
      (first, changes, asked, skip, limit) => {
        const store = createStore(campaigns, sourceOf(first));
        const rows = new Map<unknown, Row>(first.map((one) => [one.campaignId, one]));
        for (const { kind, row: changed } of changes) {
          if (kind === 'put') store.put(changed);
          else store.remove(String(changed.campaignId));
          if (kind === 'put') rows.set(changed.campaignId, changed);
          else rows.delete(changed.campaignId);
        }
        const expected = bruteForce([...rows.values()], campaigns.filters, asked);
        expect(store.select({ values: asked, limit: Infinity })).toEqual(expected);
        expect(store.select({ values: asked, skip, limit })).toEqual(expected.slice(skip, skip + limit));
        expect(store.count(asked)).toBe(expected.length);
        const [here, ...behind] = expected;
        if (here !== undefined)
          expect(store.select({ values: asked, limit: Infinity, after: store.positionOf(here) })).toEqual(behind);
      },
    ),
    { numRuns: 500, seed: 1 },
  );
});
