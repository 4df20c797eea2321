// What the mock answers to a call that it understands: status, headers and the whole body.
import { describe, expect, test } from 'vitest';
import { buildWorld, credentialValues } from '../fixtures/index.ts';
import type { Account, Ad, AdAccount, Adset, Campaign } from '../spec/index.ts';
import { at, loadContract, type Row } from '../spec/index.ts';
import { createMock } from './mock.ts';
import type { MockOptions } from './options.ts';
import { createFetch } from './serve/fetch.ts';

const contract = loadContract();
const { layers = {}, klayrai = {} } = credentialValues(contract);
const { rows: built } = buildWorld(contract);
const rows = built as {
  readonly adAccount: readonly AdAccount[];
  readonly campaign: readonly Campaign[];
  readonly adset: readonly Adset[];
  readonly ad: readonly Ad[];
  readonly account: readonly Account[];
};
const project = `/v1/projects/${layers.project}/ads`;
const keys = { authorization: `Bearer ${layers.token}`, 'x-api-key': klayrai.apiKey ?? '' };

type Ask = { readonly method?: string; readonly headers?: Record<string, string> };

function front(options: MockOptions = {}) {
  const send = createFetch(createMock({ contract, checkReplies: true, ...options }));
  return (path: string, { method = 'GET', headers = keys }: Ask = {}) =>
    send(`http://mock${path}`, { method, headers });
}

const ask = front();

/** Rows in the order of the mock: newest first, then by key. */
function inOrder<T extends Row>(list: readonly T[], key: keyof T): T[] {
  const place = (row: T) => `${9e15 - Date.parse(String(row.createdAt ?? 0))} ${row[key]}`;
  return [...list].sort((one, other) => (place(one) < place(other) ? -1 : 1));
}

const campaigns = inOrder(rows.campaign, 'campaignId');
const adsets = inOrder(rows.adset, 'adsetId');
const ads = inOrder(rows.ad, 'adId');
const accounts = inOrder(rows.account, 'id');
const accountOf = (platform: string) => rows.adAccount.filter((row) => row.platform === platform);
const cursor = expect.stringMatching(/^[\w-]+\.[\w-]{22}$/);
const page = (total: number, number: number, size: number, hasMore: boolean) => ({
  total,
  page: number,
  page_size: size,
  hasMore,
});

describe('the mock lists', () => {
  test.each<[path: string, body: object]>([
    [`${project}/ad-accounts`, { items: rows.adAccount }],
    [`${project}/ad-accounts?healthy=true`, { items: rows.adAccount.slice(0, 2) }],
    [`${project}/ad-accounts?platforms=apple_ads`, { items: accountOf('apple_ads') }],
    [`${project}/ad-accounts?platforms=apple_ads&healthy=true`, { items: [] }],
    [`${project}/ad-accounts?credentialMode=agency`, { items: [] }],
    [`${project}/campaigns`, { items: campaigns, nextCursor: null }],
    [`${project}/campaigns?limit=2`, { items: campaigns.slice(0, 2), nextCursor: cursor }],
    [`${project}/campaigns?limit=70`, { items: campaigns, nextCursor: null }],
    [`${project}/campaigns?limit=69`, { items: campaigns.slice(0, 69), nextCursor: cursor }],
    [
      `${project}/campaigns?status=active&limit=200`,
      { items: campaigns.filter(({ status }) => status === 'active'), nextCursor: null },
    ],
    [
      `${project}/campaigns?since=2026-04-10T00:00:00Z`,
      { items: campaigns.filter(({ createdAt }) => createdAt >= '2026-04-10T00:00:00Z'), nextCursor: null },
    ],
    [`${project}/adsets`, { items: adsets.slice(0, 100), nextCursor: cursor }],
    [
      `${project}/adsets?status=deleted&status=archived&platforms=tiktok_ads`,
      {
        items: adsets.filter((row) => row.platform === 'tiktok_ads' && ['deleted', 'archived'].includes(row.status)),
        nextCursor: null,
      },
    ],
    [`${project}/ads?limit=200`, { items: ads.slice(0, 200), nextCursor: cursor }],
    [`${project}/ads?adsContentId=01HXD2A2B3C4D5E6F7G8H9J0K1`, { items: [rows.ad[1]], nextCursor: null }],
    [`${project}/ads?campaignId=nobody`, { items: [], nextCursor: null }],
    ['/v1/accounts', { data: accounts.slice(0, 20), pagination: page(47, 1, 20, true) }],
    ['/v1/accounts?page=3', { data: accounts.slice(40), pagination: page(47, 3, 20, false) }],
    ['/v1/accounts?page=2&page_size=30', { data: accounts.slice(30), pagination: page(47, 2, 30, false) }],
    [
      '/v1/accounts?status=disconnected',
      { data: accounts.filter((row) => row.connectionStatus === 'disconnected'), pagination: page(9, 1, 20, false) },
    ],
  ])('%s', async (path, body) => {
    const response = await ask(path);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(body);
  });

  test('the same rows under every spelling of the project', async () => {
    const aliases = contract.operations[0]?.tenants.flatMap(({ own }) => own.examples) ?? [];
    expect(aliases.length).toBeGreaterThan(1);
    const bodies = await Promise.all(aliases.map(async (id) => (await ask(`/v1/projects/${id}/ads/campaigns`)).json()));
    expect(bodies).toEqual(bodies.map(() => ({ items: campaigns, nextCursor: null })));
  });

  test('what its stores hold now, and not what they held at the start', async () => {
    const mock = createMock({ contract });
    const send = createFetch(mock);
    const items = async () =>
      at(await (await send(`http://mock${project}/ad-accounts`, { headers: keys })).json(), '/items');
    mock.stores.adAccount?.put({ ...rows.adAccount[2], tokenStatus: 'revoked' });
    expect(await items()).toEqual([
      rows.adAccount[0],
      rows.adAccount[1],
      { ...rows.adAccount[2], tokenStatus: 'revoked' },
    ]);
    mock.stores.adAccount?.remove(rows.adAccount[0]?.adAccountId ?? '');
    expect(await items()).toHaveLength(2);
  });

  test('other rows with another seed, and none in the empty scenario', async () => {
    const other = await (await front({ seed: 2 })(`${project}/campaigns`)).json();
    const none = await (await front({ scenario: 'empty' })('/v1/accounts')).json();
    expect(at(other, '/items')).toHaveLength(70);
    expect(at(other, '/items')).not.toEqual(campaigns);
    expect(none).toEqual({ data: [], pagination: page(0, 1, 20, false) });
  });
});

describe('the headers', () => {
  test('of Layers carry a request id of their own, in the form of a ULID, and the endpoint class', async () => {
    const fresh = front();
    const replies = await Promise.all(Array.from({ length: 40 }, () => fresh(`${project}/ads?limit=1`)));
    const ids = replies.map((response) => response.headers.get('x-request-id'));
    expect(new Set(ids).size).toBe(40);
    for (const id of ids) expect(id).toMatch(/^req_[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    expect(replies[0]?.headers.get('x-ratelimit-endpoint-class')).toBe('read-light');
  });

  test('of KlayrAI carry nothing of rate limits, and no request id', async () => {
    const { headers } = await ask('/v1/accounts');
    expect([...headers.keys()].filter((name) => /ratelimit|retry|request-id/.test(name))).toEqual([]);
  });

  test.each(['2026-03-01', '1999-01-01', 'latest', ''])('klayrai-version %j changes nothing', async (version) => {
    const response = await ask('/v1/accounts', { headers: { ...keys, 'klayrai-version': version } });
    expect([response.status, await response.json()]).toEqual([200, await (await ask('/v1/accounts')).json()]);
  });

  test('say that the body is JSON', async () => {
    const types = await Promise.all(
      ['/v1/accounts', '/nowhere'].map(async (path) => (await ask(path)).headers.get('content-type')),
    );
    expect(types).toEqual(['application/json; charset=utf-8', 'application/json; charset=utf-8']);
  });
});

describe('HEAD', () => {
  test.each([
    [`${project}/ads`, 200],
    ['/v1/accounts', 200],
    ['/v1/accounts?page=0', 400],
    ['/nowhere', 404],
  ])('%s answers %i and no body', async (path, status) => {
    const response = await ask(path, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([status, '']);
  });
});

describe('a parameter that the contract does not name', () => {
  const ignored = (response: Response) => response.headers.get('x-mock-ignored-parameters');

  test('is ignored, and named in a header', async () => {
    const response = await ask(`${project}/campaigns?statuss=active&limit=1&page=2&statuss=x&%C3%A9=1`);
    expect(response.status).toBe(200);
    expect(ignored(response)).toBe('statuss, page, %C3%A9');
    expect(at(await response.json(), '/items')).toEqual(campaigns.slice(0, 1));
  });

  test('leaves no header where there is none', async () => {
    expect(ignored(await ask(`${project}/campaigns?limit=1`))).toBeNull();
  });

  test('cannot make the header longer than a client takes', async () => {
    const response = await ask(`/v1/accounts?${'%C3%A9'.repeat(2000)}=1`);
    expect(ignored(response)).toMatch(/^[%C3A9]{1000}\.\.\.$/);
  });

  test('is refused by a strict mock', async () => {
    const strict = front({ strict: true });
    const [ofLayers, ofKlayrai] = await Promise.all([
      strict(`${project}/ads?foo=1&limit=1&bar=2`),
      strict('/v1/accounts?limit=5'),
    ]);
    expect([ofLayers.status, ofKlayrai.status]).toEqual([422, 400]);
    expect(await ofLayers.json()).toMatchObject({
      error: { code: 'VALIDATION', message: 'No such parameter: foo, bar.' },
    });
    expect(await ofKlayrai.json()).toEqual({
      error: { type: 'invalid_request', message: 'No such parameter: limit.' },
    });
    expect((await strict(`${project}/ads?limit=1&cursor=x`)).status).toBe(200);
  });
});
