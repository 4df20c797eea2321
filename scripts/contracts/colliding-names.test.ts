import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judge, reporters } from '../../contract-tests/index.ts';
import { createFetch, createMock, type Mock } from '../../mock/index.ts';
import { type Contract, concerns, credentialFor, loadContract } from '../../spec/index.ts';
import { run } from '../cli/run-command.ts';
import { SCHEMES, sampleShop } from './sample-shop.ts';

const folder = mkdtempSync(join(tmpdir(), 'ads-kit-colliding-'));
const VENDORS = ['north', 'south'] as const;
const files = VENDORS.map((api) => join(folder, `${api}.yaml`));
const options = files.flatMap((file) => ['--contract', file]);
let contract: Contract;
let mock: Mock;

const rowsOf = (api: string, colour: string) =>
  Array.from({ length: 25 }, (_, index) => ({ id: `${api}-${10 + index}`, colour, note: `of ${api}` }));

beforeAll(() => {
  const north = sampleShop({ api: 'north', scheme: SCHEMES.bearer, tenant: 'path' });
  const south = sampleShop({ api: 'south', scheme: SCHEMES.headerKey, tenant: 'header', badCursor: 'refused' });
  for (const [index, text] of [north, south].entries()) writeFileSync(files[index] ?? '', text);
  contract = loadContract(...files);
  mock = createMock({
    contract,
    data: { 'north.item': rowsOf('north', 'red'), 'south.item': rowsOf('south', 'blue') },
    checkReplies: true,
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** One call of a vendor's list as its owner makes it. */
async function ask(api: (typeof VENDORS)[number], query = '') {
  const { token = '', shop = '' } = mock.credentials[api] ?? {};
  const response = await createFetch(mock)(
    api === 'north' ? `http://mock/north/${shop}/items${query}` : `http://mock/south/items${query}`,
    { headers: api === 'north' ? { authorization: `Bearer ${token}` } : { 'x-shop-key': token, 'x-shop': shop } },
  );
  const body = (await response.json()) as { items?: { id: string }[]; next?: string; error?: { code: string } };
  return { status: response.status, ids: body.items?.map(({ id }) => id), next: body.next, code: body.error?.code };
}

describe('two vendors whose names collide', () => {
  test('have operations, lists and credentials with names of their own', () => {
    expect(contract.operations.map(({ id }) => id)).toEqual(['north.listItems', 'south.listItems']);
    expect(contract.operations.map(({ list }) => list.name)).toEqual(['north.item', 'south.item']);
    expect(Object.keys(mock.stores)).toEqual(['north.item', 'south.item']);
    expect(contract.credentials.map(({ option, variable }) => [option, variable])).toEqual(
      VENDORS.flatMap((api) =>
        ['shop', 'token', 'old-token', 'foreign-shop'].map((name) => [
          `${api}-${name}`,
          `ADS_KIT_${api.toUpperCase()}_${name.toUpperCase().replace('-', '_')}`,
        ]),
      ),
    );
  });

  test('have those names in their operations too, where messages take them from', () => {
    for (const operation of [...contract.operations, ...contract.documents.flatMap((each) => each.operations)]) {
      const [tenant] = operation.tenants;
      const held = [credentialFor(operation, 'valid'), credentialFor(operation, 'revoked-credential')];
      expect([...held, tenant?.own, tenant?.foreign].map((each) => each?.option)).toEqual(
        ['token', 'old-token', 'shop', 'foreign-shop'].map((name) => `${operation.api}-${name}`),
      );
    }
  });

  test('have statements of their own', () => {
    expect([...new Set([...contract.register.values()].map(({ page }) => page))]).toEqual(
      contract.operations.map(({ page }) => page),
    );
    for (const [id, clause] of contract.register)
      for (const operation of contract.operations)
        expect([id, concerns(clause, operation)]).toEqual([id, id.startsWith(`${operation.document}#`)]);
  });

  test('are each served their own rows', async () => {
    for (const api of VENDORS) {
      expect(await ask(api)).toMatchObject({
        status: 200,
        ids: rowsOf(api, '')
          .slice(0, 10)
          .map(({ id }) => id),
      });
      expect((await ask(api, '?colour=red')).ids).toHaveLength(api === 'north' ? 10 : 0);
    }
  });

  test("cannot continue with each other's cursors", async () => {
    const [north, south] = [await ask('north'), await ask('south')];
    expect((await ask('north', `?cursor=${north.next}`)).ids?.[0]).toBe('north-20');
    expect((await ask('south', `?cursor=${south.next}`)).ids?.[0]).toBe('south-20');
    expect((await ask('north', `?cursor=${south.next}`)).ids).toEqual(north.ids);
    expect(await ask('south', `?cursor=${north.next}`)).toMatchObject({ status: 422, code: 'bad_parameter' });
  });

  test("cannot call with each other's credentials", async () => {
    const { north = {}, south = {} } = mock.credentials;
    const status = async (path: string, headers: Record<string, string>) =>
      (await createFetch(mock)(`http://mock${path}`, { headers })).status;
    expect(await status(`/north/${north.shop}/items`, { authorization: `Bearer ${south.token}` })).toBe(401);
    expect(await status(`/north/${south.shop}/items`, { authorization: `Bearer ${north.token}` })).toBe(404);
    expect(await status('/south/items', { 'x-shop-key': `${north.token}`, 'x-shop': `${south.shop}` })).toBe(401);
    expect(await status('/south/items', { 'x-shop-key': `${south.token}`, 'x-shop': `${north.shop}` })).toBe(404);
  });
});

describe.each(['standard', 'full'] as const)('the judge at depth %s', (depth) => {
  test('passes both and shows neither what belongs to the other', async () => {
    const sent: { api: string; text: string }[] = [];
    const world = createMock({ contract });
    const clean = createFetch(world);
    const recording: typeof fetch = (input, init) => {
      const request = new Request(input, init);
      const { pathname } = new URL(request.url);
      const shown = [decodeURIComponent(request.url), ...[...request.headers].flat()].join('\n');
      sent.push({ api: pathname.split('/')[1] ?? '', text: shown });
      return clean(input, init);
    };
    const { credentials } = world;
    const { summary } = await judge({ baseUrl: 'http://mock', contract, credentials, fetch: recording, depth });
    expect(summary).toMatchObject({ fail: 0, warn: 0, error: 0, notExercised: 0 });
    for (const api of VENDORS) {
      const own = sent.filter((each) => each.api === api);
      // What the other was given begins like this, altered keys and impossible tenants too.
      const others = api === 'north' ? /mock-(key-)?s|south/ : /mock-(key-)?n|north/;
      expect(own.length).toBeGreaterThan(30);
      expect(own.filter(({ text }) => others.test(text))).toEqual([]);
      for (const value of Object.values(credentials[api] ?? {}))
        expect(own.some(({ text }) => text.includes(value))).toBe(true);
    }
    expect(sent.every(({ api }) => api === 'north' || api === 'south')).toBe(true);
  });

  test('names each key by its own variable in what it reports', async () => {
    const clean = createFetch(mock);
    const deaf: typeof fetch = (input) => {
      const url = new URL(String(input));
      url.searchParams.delete('colour');
      return clean(url, { headers: headersFor(url) });
    };
    const report = await judge({ baseUrl: 'http://mock', contract, credentials: mock.credentials, fetch: deaf, depth });
    const text = reporters.json(report);
    expect(report.summary.fail).toBeGreaterThan(0);
    for (const api of VENDORS) expect(text).toContain(`$ADS_KIT_${api.toUpperCase()}_TOKEN`);
    expect(text).not.toContain('$ADS_KIT_TOKEN');
  });
});

/** What the owner of either list shows, whoever calls. */
function headersFor({ pathname }: URL): Record<string, string> {
  const { north = {}, south = {} } = mock.credentials;
  return pathname.startsWith('/north')
    ? { authorization: `Bearer ${north.token}` }
    : { 'x-shop-key': `${south.token}`, 'x-shop': `${south.shop}` };
}

test('a credential that two vendors share is taken for neither when it is given without the vendor', async () => {
  const sent: string[] = [];
  const refused = judge({
    baseUrl: 'http://mock',
    contract,
    credentials: { token: 'whose', shop: 'whose' },
    fetch: async (input) => {
      sent.push(String(input));
      return Response.json({});
    },
  });
  await expect(refused).rejects.toThrow('ADS_KIT_NORTH_TOKEN and ADS_KIT_NORTH_SHOP and ADS_KIT_SOUTH_TOKEN');
  expect(sent).toEqual([]);
});

test('the options of verify are prefixed once, and what is missing is asked for by those names', async () => {
  const { out, err } = await run(['verify', '--help', ...options]);
  expect(err).toBe('');
  const listed = [...out.matchAll(/^ {2}--((?:north|south)-\S+)/gm)].map(([, name]) => name);
  expect(listed).toEqual(contract.credentials.map(({ option }) => option));
  for (const { variable } of contract.credentials) expect(out).toContain(variable);
  const given = ['--north-token', 'n', '--south-shop', 's', '--api', 'north'];
  const { err: asked, status } = await run(['verify', 'http://127.0.0.1:1', ...options, ...given]);
  expect(asked).toBe(
    'ads-kit: The credentials that were given open no list. Give --credentials FILE, or set ADS_KIT_NORTH_SHOP.\n',
  );
  expect(status).toBe(2);
});
