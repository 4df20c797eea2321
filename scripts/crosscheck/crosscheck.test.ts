import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownContract } from '../../contract-tests/own-contract.ts';
import { createMock, type Handler, listen, type MockServer, type Reply } from '../../mock/index.ts';
import { at } from '../../spec/index.ts';
import { repository } from '../repository.ts';
import { goodCall } from './calls.ts';
import { type Prism, startPrism, violationsOf } from './prism.ts';
import { secondOpinion } from './second-opinion.ts';

const contract = ownContract();
const mock = createMock({ contract });
const small = createMock({ contract, scenario: 'one-page' });
const { documents, operations } = contract;

/** A reply with another value at `pointer`; undefined takes the member away. */
function corrupt(reply: Reply, pointer: string, value: unknown): Reply {
  const body = structuredClone(reply.body);
  const cut = pointer.lastIndexOf('/');
  const parent = at(body, pointer.slice(0, cut)) as Record<string, unknown> | undefined;
  if (parent === undefined) return reply;
  if (value === undefined) delete parent[pointer.slice(cut + 1)];
  else parent[pointer.slice(cut + 1)] = value;
  return { ...reply, body };
}

test('Prism agrees with every reply of the mock, and refuses the requests that are bad on purpose', async () => {
  const { calls, refused, disagreements } = await secondOpinion(contract, mock);
  expect(disagreements).toEqual([]);
  expect(calls).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(25);
}, 120_000);

test('a mock that breaks one member is caught, with the call and the place', async () => {
  const handler: Handler = {
    ...small,
    handle: (call) => {
      const reply = small.handle(call);
      return call.path.endsWith('/campaigns') ? corrupt(reply, '/items/0/status', 'running') : reply;
    },
  };
  const { disagreements } = await secondOpinion(contract, handler);
  expect(disagreements.length).toBeGreaterThan(5);
  expect(disagreements[0]).toMatch(
    /^GET \/v1\/projects\/\w+\/ads\/campaigns: 200, response\/body\/items\/0\/status: .*enum|allowed/,
  );
  expect(disagreements.filter((sentence) => !sentence.includes('/ads/campaigns'))).toEqual([]);
}, 120_000);

test('a Prism that does not start says what it said', async () => {
  await expect(startPrism('no-such-document.yaml', 'http://127.0.0.1:9')).rejects.toThrow(
    'Prism did not start on no-such-document.yaml',
  );
}, 60_000);

describe('Prism sees', () => {
  let handler: Handler = mock;
  let server: MockServer;
  let prisms: ReadonlyMap<string, Prism>;

  beforeAll(async () => {
    server = await listen({ ...mock, handle: (call) => handler.handle(call) });
    const start = async (name: string) =>
      [name, await startPrism(fileURLToPath(new URL(`spec/${name}`, repository)), server.url)] as const;
    prisms = new Map(await Promise.all(documents.map(({ name }) => start(name))));
  }, 120_000);
  afterAll(async () => {
    await Promise.all([...prisms.values()].map((prism) => prism.close()));
    await server.close();
  });

  /** What Prism says of a list whose replies are changed. */
  async function seen(id: string, change: (reply: Reply) => Reply): Promise<string[]> {
    const operation = operations.find((candidate) => candidate.id === id);
    if (operation === undefined) throw new Error(`There is no operation ${id}.`);
    handler = { ...mock, handle: (call) => change(mock.handle(call)) };
    const { path, headers } = goodCall(operation);
    const reply = await fetch(`${prisms.get(operation.document)?.url}${path}`, { headers });
    return violationsOf(reply).map(({ location }) => location.join('/'));
  }

  test.each<[string, string, unknown]>([
    ['listAdAccounts', '/items/0/timezone', 'Europe/Berlin'],
    ['listAdAccounts', '/items/0/walletBalance', 12],
    ['listAdAccounts', '/items/0/connectedAt', 'yesterday'],
    ['listAdAccounts', '/items/0/externalId', '123'],
    ['listAdAccounts', '/nextCursor', null],
    ['listCampaigns', '/items/1/dailyBudget', 5],
    ['listCampaigns', '/items/0/metricsSnapshot7d', { spend: 1 }],
    ['listAdsets', '/items/0/targetingSummary/age', { min: 18 }],
    ['listAds', '/items/3/platform', 'apple_ads'],
    ['listAds', '/nextCursor', 5],
    ['listAccounts', '/data/0/connectionStatus', 'gone'],
    ['listAccounts', '/pagination/total', '47'],
  ])('%s broken at %s', async (id, pointer, value) => {
    const found = await seen(id, (reply) => corrupt(reply, pointer, value));
    expect(found.filter((place) => place.startsWith(`response/body${pointer}`))).not.toEqual([]);
  });

  test.each(operations.map(({ id, list }) => [id, list.key, list.items] as const))(
    '%s without %s',
    async (id, key, items) => {
      expect(await seen(id, (reply) => corrupt(reply, `${items}/0/${key}`, undefined))).toEqual([
        `response/body${items}/0`,
      ]);
    },
  );

  test.each([
    ['a status without a body of that status', (reply: Reply) => ({ ...reply, status: 404 }), 'response/body'],
    ['a missing header', ({ status, body }: Reply) => ({ status, body, headers: {} }), 'response/header'],
  ])('%s', async (_sentence, change, place) => {
    const found = await seen('listAds', change);
    expect(found.filter((one) => one.startsWith(place))).not.toEqual([]);
  });

  test.each(operations.map(({ id }) => id))(
    'nothing wrong with %s as it is, though it does not know the format of time zones',
    async (id) => {
      expect(await seen(id, (reply) => reply)).toEqual([]);
    },
  );
});
