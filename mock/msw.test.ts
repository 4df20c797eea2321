import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, loadContract } from '../spec/index.ts';
import { createMock } from './mock.ts';
import { forwardTo, mswHandlers } from './msw.ts';

const contract = loadContract();
const mock = createMock({ contract });
const session = mock.session('msw');
const server = setupServer(...mswHandlers(session));
const { project, token } = mock.credentials.layers ?? {};
const campaigns = `https://api.layers.com/v1/projects/${project}/ads/campaigns`;
const headers = { Authorization: `Bearer ${token}` };

beforeAll(() => server.listen({ onUnhandledRequest: 'bypass' }));
afterAll(() => server.close());

test('a client calls the documented host, and the mock answers in the session of the handlers', async () => {
  const [first] = await session.control.rows('campaign', 1);
  await session.control.change('campaign', String(first?.campaignId), { name: 'Renamed' });
  const body: unknown = await (await fetch(`${campaigns}?limit=200`, { headers })).json();
  const items = at(body, '/items') as { campaignId: string; name: string }[];
  expect(items.find(({ campaignId }) => campaignId === first?.campaignId)?.name).toBe('Renamed');
  expect((await mock.control.row('campaign', String(first?.campaignId))).name).not.toBe('Renamed');
});

test('every server of the contract is answered', async () => {
  const response = await fetch('https://api.klayrai.com/v1/accounts', {
    headers: { 'x-api-key': mock.credentials.klayrai?.apiKey ?? '' },
  });
  expect([response.status, at(await response.json(), '/pagination/total')]).toEqual([200, 47]);
});

test('a broken connection is a network error', async () => {
  await session.control.addFault({ name: 'connection-reset', count: 1 });
  await expect(fetch(campaigns, { headers })).rejects.toThrow(TypeError);
  expect((await fetch(campaigns, { headers })).status).toBe(200);
});

test('handlers without a server to answer for are refused', () => {
  expect(() => mswHandlers({ fetch: mock.fetch })).toThrow('Give origins');
});

test('calls are led to a mock that listens, its session named by a header', async () => {
  const listening = await mock.listen();
  const forwarded = forwardTo(listening.url, { 'X-Mock-Session': 'forwarded' });
  const response = await forwarded(campaigns, { headers });
  expect([response.status, mock.sessions.names().includes('forwarded')]).toEqual([200, true]);
  await listening.close();
});
