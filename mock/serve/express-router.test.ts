import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, loadContract } from '../../spec/index.ts';
import { createMock } from '../mock.ts';

const mock = createMock({ contract: loadContract() });
const app = express();
app.use('/vendors', mock.express());
app.get('/vendors/own', (_request, response) => void response.json({ own: true }));
const server = app.listen(0, '127.0.0.1');
let url = '';

beforeAll(async () => {
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/vendors`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const headers = { 'x-api-key': mock.credentials.klayrai?.apiKey ?? '' };

describe('a mock that is mounted in an app', () => {
  test('answers its paths under the prefix', async () => {
    const response = await fetch(`${url}/v1/accounts?page_size=2`, { headers });
    const body: unknown = await response.json();
    expect([response.status, at(body, '/pagination/total')]).toEqual([200, 47]);
  });

  test('is driven under the prefix, too', async () => {
    const put = await fetch(`${url}/_mock/faults`, {
      method: 'POST',
      body: JSON.stringify({ name: 'status', code: 503, count: 1 }),
    });
    const refused = await fetch(`${url}/v1/accounts`, { headers });
    expect([put.status, refused.status, refused.headers.get('x-mock-faults')]).toEqual([
      201,
      503,
      'status;code=503;count=1',
    ]);
  });

  test('leaves every other path to the app', async () => {
    expect(await (await fetch(`${url}/own`)).json()).toEqual({ own: true });
    expect((await fetch(`${url}/nowhere`)).status).toBe(404);
  });

  test('has what was changed in the process', async () => {
    await mock.control.change('account', 'act_001', { name: 'Renamed' });
    const body: unknown = await (await fetch(`${url}/v1/accounts?page_size=1`, { headers })).json();
    expect(at(body, '/data/0/name')).toBe('Renamed');
  });
});
