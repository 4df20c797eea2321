// Who is let in: pages of other origins to the documented lists, nobody but programs of this machine to the control plane.
import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadContract } from '../../spec/index.ts';
import { isLoopback, refuseControl } from '../control/guard.ts';
import { operationOf } from '../faults/sample-ways.ts';
import { createMock } from '../mock.ts';
import type { MockOptions } from '../options.ts';
import { sampleCall } from '../sample-call.ts';
import { listen } from './server.ts';

const contract = loadContract();
const PAGE = 'http://localhost:3000';
const { path, headers } = sampleCall(operationOf('listAds'));
const keys = headers as Record<string, string>;

async function serve(options: MockOptions = {}, host = '127.0.0.1') {
  const server = await listen(createMock({ contract, scenario: 'one-page', ...options }), { host });
  onTestFinished(() => server.close());
  return server;
}

describe('a page of another origin', () => {
  test('asks before it calls, and may', async () => {
    const { url } = await serve();
    const asked = {
      Origin: PAGE,
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'authorization',
    };
    const response = await fetch(url + path, { method: 'OPTIONS', headers: asked });
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'authorization',
      vary: 'Access-Control-Request-Headers',
    });
  });

  test.each([200, 401])('reads the reply and its headers: %i', async (status) => {
    const { url } = await serve();
    const response = await fetch(url + path, { headers: { Origin: PAGE, ...(status === 200 ? keys : {}) } });
    expect(response.status).toBe(status);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-expose-headers')).toBe('*');
  });

  test('is not answered where it must not be', async () => {
    const { url } = await serve({ cors: false });
    const simple = await fetch(url + path, { headers: { Origin: PAGE, ...keys } });
    const asked = await fetch(url + path, {
      method: 'OPTIONS',
      headers: { Origin: PAGE, 'Access-Control-Request-Method': 'GET' },
    });
    expect([simple.status, asked.status]).toEqual([200, 405]);
    for (const response of [simple, asked]) expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('leaves no trace in replies to programs', async () => {
    const { url } = await serve();
    const response = await fetch(url + path, { headers: keys });
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('the control plane', () => {
  test.each<[string, Record<string, string>, number]>([
    ['a program', {}, 200],
    ['a page of its own', { origin: 'own' }, 200],
    ['a page of another origin', { origin: PAGE }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a page of another port', { 'sec-fetch-site': 'same-site' }, 403],
    ['an address typed by hand', { 'sec-fetch-site': 'none' }, 200],
    ['a name that leads here from elsewhere', { host: 'evil.example' }, 403],
    ['localhost', { host: 'localhost:4010' }, 200],
  ])('lets in or refuses %s', async (_sentence, { origin, host, ...sent }, status) => {
    const { url } = await serve();
    const { port } = new URL(url);
    const lines = {
      host: host ?? `127.0.0.1:${port}`,
      ...(origin === undefined ? {} : { origin: origin === 'own' ? url : origin }),
      ...sent,
    };
    const head = Object.entries(lines)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
    const reply = await raw(Number(port), `GET /_mock/health HTTP/1.1\r\n${head}connection: close\r\n\r\n`);
    expect(reply.slice(9, 12)).toBe(String(status));
    expect(reply).not.toMatch(/access-control/i);
  });

  test.each([
    ['/_mock/health', 200],
    ['/_mock/health?x', 400],
    ['http://127.0.0.1/_mock/health', 200],
    ['/_mock', 200],
    ['/_mock?x=1', 200],
    ['/_mockery', 404],
  ])('answers the target %s with %i', async (target, status) => {
    const { port } = new URL((await serve()).url);
    const reply = await raw(Number(port), `GET ${target} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`);
    expect(Number(reply.slice(9, 12))).toBe(status);
  });

  test('of a mock that others reach needs its token', async () => {
    const { url, token = '' } = await serve({}, '0.0.0.0');
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    const local = `http://127.0.0.1:${new URL(url).port}/_mock/health`;
    const asked = await Promise.all([
      fetch(local),
      fetch(local, { headers: { 'X-Mock-Token': 'x'.repeat(32) } }),
      fetch(local, { headers: { 'X-Mock-Token': token } }),
      fetch(`${local}?token=${token}`),
    ]);
    expect(asked.map(({ status }) => status)).toEqual([401, 401, 200, 200]);
  });

  test.each([
    ['127.0.0.1', true],
    ['127.0.0.1:4010', true],
    ['127.1.2.3', true],
    ['LOCALHOST:1', true],
    ['[::1]:4010', true],
    ['::1', true],
    ['', true],
    ['0.0.0.0', false],
    ['::', false],
    ['127.0.0.1.evil.example', false],
    ['localhost.evil.example:80', false],
  ])('takes %j for this machine: %j', (host, isOwn) => {
    expect(isLoopback(host)).toBe(isOwn);
    expect(refuseControl({ headers: { host }, query: '' }, {}) === undefined).toBe(isOwn);
  });
});

function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(bytes));
    socket.on('data', (data) => {
      text += data;
    });
    socket.on('error', reject).on('close', () => resolve(text));
  });
}
