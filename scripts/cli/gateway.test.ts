// Headers for a gateway: on every request, in no report, and never in the place of a credential.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { judge } from '../../contract-tests/index.ts';
import { createFetch, createMock } from '../../mock/index.ts';
import { run } from './run-command.ts';

const mock = createMock();
const folder = mkdtempSync(join(tmpdir(), 'ads-kit-gateway-'));
afterAll(() => rmSync(folder, { recursive: true }));
const credentials = join(folder, 'credentials.json');
writeFileSync(credentials, JSON.stringify(mock.credentials));
const SECRET = 'gateway-secret-0123456789';

test('every request has the header, and a report that shows it shows it masked', async () => {
  const seen: IncomingHttpHeaders[] = [];
  // Gives the header back, in a place that is wrong, so that it is evidence.
  const server = createServer((request, response) => {
    seen.push(request.headers);
    const body = { data: [{ id: request.headers['x-gateway'], name: 7 }] };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const file = join(folder, 'report.json');
  const words = ['--api', 'klayrai', '--credentials', credentials, '--header', `X-Gateway: ${SECRET}`];
  const { status, out } = await run(['verify', url, ...words, '--reporter', 'pretty', '--reporter', `json=${file}`]);
  server.close();
  server.closeAllConnections();
  expect(status).toBe(1);
  expect(seen.length).toBeGreaterThan(5);
  expect(seen.filter((headers) => headers['x-gateway'] !== SECRET)).toEqual([]);
  expect(`${out}${readFileSync(file, 'utf8')}`).not.toContain('gateway-secret');
  expect(out).toContain('-H "x-gateway: $ADS_KIT_HEADER_X_GATEWAY"');
});

test('a header of that name never replaces a credential, nor stands where none is shown', async () => {
  const shown: (string | null)[] = [];
  const send = createFetch(mock);
  const watched: typeof fetch = (input, init) => {
    shown.push(new Headers(init?.headers).get('x-api-key'));
    return send(input, init);
  };
  const only = ['authentication'];
  const headers = { 'X-API-Key': 'gateway-key' };
  const apis = ['klayrai'];
  const { summary } = await judge({
    baseUrl: 'http://mock',
    credentials: mock.credentials,
    apis,
    only,
    headers,
    fetch: watched,
  });
  expect(summary).toMatchObject({ pass: 1 });
  expect(shown).not.toContain('gateway-key');
  expect(shown).toContain(null);
});

test.each([
  ['no colon', 'X-Gateway', 'takes a name and a value'],
  ['no value', 'X-Gateway: ', 'takes a name and a value'],
  ['a line break', 'X-Gateway: a\r\nX-B: c', 'takes a name and a value'],
  ['a header of the connection', 'Content-Length: 5', 'belongs to the connection'],
  ['a credential', 'authorization: Bearer hush', 'Give that with --token'],
])('a header with %s is refused, and not shown', async (_, header, sentence) => {
  const { status, err } = await run(['verify', 'http://127.0.0.1:9', '--credentials', credentials, '--header', header]);
  expect(err).toContain(sentence);
  expect(err).not.toContain('hush');
  expect(status).toBe(2);
});

test.each(['?a=1', '#top', '/v1?x'])('a base URL that ends in %s is refused', async (end) => {
  const { status, err } = await run(['verify', `http://127.0.0.1:9${end}`, '--credentials', credentials]);
  expect(err).toContain('which no request would carry');
  expect(status).toBe(2);
});
