// The example requests of the five pages, host and key replaced, as a reader of the pages would paste them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { credentialValues } from '../fixtures/index.ts';
import { at, isRecord, loadContract } from '../spec/index.ts';
import { createMock } from './mock.ts';
import { listen, type MockServer } from './serve/server.ts';

const contract = loadContract();
const { layers = {}, klayrai = {} } = credentialValues(contract);
const bearer = { authorization: `Bearer ${layers.token}` };

let server: MockServer;
beforeAll(async () => {
  server = await listen(createMock({ contract }));
});
afterAll(() => server.close());

/** Pointers of every member that a documented row shows. */
function membersOf(row: unknown, pointer = ''): string[] {
  if (!isRecord(row)) return [];
  return Object.entries(row).flatMap(([name, value]) => [
    `${pointer}/${name}`,
    ...membersOf(value, `${pointer}/${name}`),
  ]);
}

type Case = {
  readonly page: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  /** Where the contract has the rows that the page shows; the first of them answers this very request. */
  readonly example: string;
  /** What the reply has beside its rows. */
  readonly beside: object;
  /** Whether the row that the page shows is itself in the reply. */
  readonly shown: boolean;
};

const cases: Case[] = [
  {
    page: 'ACCOUNTS',
    path: '/v1/projects/prj_01HX9Y7K8M2P4RSTUV56789AB/ads/ad-accounts?healthy=true',
    headers: bearer,
    example: 'adAccounts/value/items',
    beside: {},
    shown: true,
  },
  {
    page: 'ADS',
    path: '/v1/projects/prj_254a4ce1-f4ca-42b1-9e36-17ca45ef3d39/ads/ads?adsetId=adg_01HXG9&status=active',
    headers: bearer,
    example: 'ads/value/items',
    beside: { nextCursor: null },
    shown: false,
  },
  {
    page: 'CAMPAIGNS',
    path: '/v1/projects/prj_01HX9Y7K8M2P4RSTUV56789AB/ads/campaigns?platforms=meta_ads&status=active&limit=25',
    headers: bearer,
    example: 'campaigns/value/items',
    beside: { nextCursor: null },
    shown: true,
  },
  {
    page: 'ADSETS',
    path: '/v1/projects/prj_01HX9Y7K8M2P4RSTUV56789AB/ads/adsets?campaignId=cmp_01HXG9&status=active',
    headers: bearer,
    example: 'adsets/value/items',
    beside: { nextCursor: null },
    shown: true,
  },
  {
    page: 'KLAYRAI',
    path: '/v1/accounts',
    headers: { 'x-api-key': klayrai.apiKey ?? '', 'klayrai-version': '2026-03-01' },
    example: 'accounts/value/data',
    beside: { pagination: { total: 47, page: 1, page_size: 20, hasMore: true } },
    shown: true,
  },
];

describe('the example request of the page', () => {
  test.each(cases)('$page answers 200 with rows that have every documented member', async (documented) => {
    const { path, headers, example, beside, shown } = documented;
    const operation = contract.operations.find((each) => each.page === documented.page);
    const owner = contract.documents.find(({ name }) => name === operation?.document);
    const shownRow = at(owner?.document, `/components/examples/${example}/0`);
    const response = await fetch(server.url + path, { headers });
    const { items, data, ...rest } = (await response.json()) as Record<string, unknown[] | undefined>;
    const rows = items ?? data ?? [];

    expect(response.status).toBe(200);
    expect(rest).toEqual(beside);
    expect(rows.length).toBeGreaterThan(0);
    expect(membersOf(shownRow).filter((pointer) => !rows.some((one) => at(one, pointer) !== undefined))).toEqual([]);
    if (shown) expect(rows).toContainEqual(shownRow);
  });

  test('CAMPAIGNS keeps to its filters', async () => {
    const response = await fetch(server.url + String(cases[2]?.path), { headers: bearer });
    const { items } = (await response.json()) as { items: { platform: string; status: string }[] };
    expect(new Set(items.map(({ platform, status }) => `${platform} ${status}`))).toEqual(new Set(['meta_ads active']));
  });

  test('is the one that the contract documents', () => {
    const pages = contract.operations.map(({ page }) => page);
    expect(cases.map(({ page }) => page).sort()).toEqual([...pages].sort());
  });
});
