import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { credentialValues } from '../../fixtures/index.ts';
import { loadContract } from '../../spec/index.ts';
import { createMock } from '../mock.ts';
import type { Handler } from './answer-of.ts';
import { createFetch } from './fetch.ts';
import { listen } from './server.ts';

const contract = loadContract();
const { layers = {}, klayrai = {} } = credentialValues(contract);
const project = `/v1/projects/${layers.project}/ads`;
const keys = { authorization: `Bearer ${layers.token}`, 'x-api-key': klayrai.apiKey ?? '' };

async function serve(handler: Handler = createMock({ contract })): Promise<string> {
  const server = await listen(handler);
  onTestFinished(() => server.close());
  return server.url;
}

/** Sends bytes that no client would send, and gives status and body of the one reply. */
async function sendRaw(url: string, bytes: string): Promise<{ status: number; head: string; body: unknown }> {
  const { hostname, port } = new URL(url);
  const received = await new Promise<string>((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) });
    let text = '';
    socket.on('data', (data) => {
      text += data;
    });
    socket.on('error', reject).on('close', () => resolve(text));
    socket.end(bytes, 'latin1');
  });
  const [head = '', body = ''] = received.split('\r\n\r\n');
  return { status: Number(head.slice(9, 12)), head, body: JSON.parse(body) };
}

const MALFORMED = 'The request is not well-formed HTTP, is too large, or came too slowly.';
const requestId = expect.stringMatching(/^req_[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
const byLayers = { error: { code: 'BAD_REQUEST', message: MALFORMED, requestId } };
const byKlayrai = { error: { type: 'invalid_request', message: MALFORMED } };
const long = 'x'.repeat(17_000);

describe('what Node cannot read is answered in the shape of the vendor', () => {
  test.each<[string, string, number, object]>([
    ['no HTTP at all', 'hello\r\n\r\n', 400, byLayers],
    ['a broken request line', 'GET /v1/accounts HTP/1.1\r\n\r\n', 400, byKlayrai],
    ['a method that does not exist', 'BREW /v1/accounts HTTP/1.1\r\nHost: a\r\n\r\n', 400, byKlayrai],
    ['a broken header', `GET ${project}/ads HTTP/1.1\r\nHost: a\r\na b: c\r\n\r\n`, 400, byLayers],
    ['two lengths', 'GET /v1/accounts HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400, byKlayrai],
    ['headers that are too large', `GET ${project}/ads HTTP/1.1\r\nHost: a\r\nX-Long: ${long}\r\n\r\n`, 431, byLayers],
    ['an address that is too long', `GET /v1/accounts?${long} HTTP/1.1\r\nHost: a\r\n\r\n`, 431, byKlayrai],
    ['the hello of TLS', '\u0016\u0003\u0001\u0002\u0000\u0001', 400, byLayers],
  ])('%s', async (_sentence, bytes, status, body) => {
    const reply = await sendRaw(await serve(), bytes);
    expect([reply.status, reply.body]).toEqual([status, body]);
    expect(reply.head).toMatch(/^content-type: application\/json/im);
  });
});

describe('what Node would refuse on its own is answered by the mock', () => {
  const list = { status: 200, body: { data: [], pagination: { total: 0, page: 1, page_size: 20, hasMore: false } } };
  const key = `x-api-key: ${klayrai.apiKey}`;

  test.each([
    ['a call without Host', `GET /v1/accounts HTTP/1.1\r\n${key}\r\nConnection: close\r\n\r\n`],
    ['a call that expects something', `GET /v1/accounts HTTP/1.1\r\nHost: a\r\n${key}\r\nExpect: tea\r\n\r\n`],
    ['a call through a proxy', `GET http://api.klayrai.com/v1/accounts HTTP/1.1\r\nHost: a\r\n${key}\r\n\r\n`],
    ['a call by HTTP/1.0', `GET /v1/accounts HTTP/1.0\r\n${key}\r\n\r\n`],
    [
      'a call that wants to upgrade',
      `GET /v1/accounts HTTP/1.1\r\nHost: a\r\n${key}\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n`,
    ],
    ['a GET with a body', `GET /v1/accounts HTTP/1.1\r\nHost: a\r\n${key}\r\nContent-Length: 5\r\n\r\nhello`],
  ])('%s', async (_sentence, bytes) => {
    const url = await serve(createMock({ contract, scenario: 'empty' }));
    expect(await sendRaw(url, bytes)).toMatchObject(list);
  });

  test.each(['http://', 'ftp://x', '*', '?page=1'])('the request target %s', async (target) => {
    const { status, body } = await sendRaw(await serve(), `GET ${target} HTTP/1.1\r\nHost: a\r\n\r\n`);
    expect([status, body]).toMatchObject([target.startsWith('?') ? 400 : 404, { error: { requestId } }]);
  });
});

describe('over a socket', () => {
  test.each([
    ['GET', `${project}/campaigns?limit=3&colour=red`],
    ['GET', `${project}/ads?limit=0`],
    ['GET', '/v1/accounts?page_size=2&page=2'],
    ['POST', '/v1/accounts'],
    ['HEAD', `${project}/ads`],
    ['GET', '/v1/%zz'],
  ])('%s %s is answered as in the same process', async (method, path) => {
    const url = await serve();
    const near = createFetch(createMock({ contract }));
    const [far, same] = await Promise.all([
      fetch(url + path, { method, headers: keys }),
      near(`http://mock${path}`, { method, headers: keys }),
    ]);
    const transport = ['connection', 'content-length', 'date', 'keep-alive'];
    const headersOf = (response: Response) => [...response.headers].filter(([name]) => !transport.includes(name));
    expect([far.status, headersOf(far), await far.text()]).toEqual([same.status, headersOf(same), await same.text()]);
  });

  test.each([
    [`${project}/ads`, { error: { code: 'INTERNAL', requestId } }],
    ['/v1/accounts', { error: { type: 'api_error' } }],
  ])('a handler that throws is a 500 in the shape of the vendor: %s', async (path, body) => {
    const { fail } = createMock({ contract, onBug: () => undefined });
    const url = await serve({
      fail,
      handle: () => {
        throw new Error('secret of the inside');
      },
    });
    const response = await fetch(url + path);
    const text = await response.text();
    expect([response.status, JSON.parse(text)]).toMatchObject([500, body]);
    expect(text).not.toMatch(/secret|\.ts|at /);
  });
});

describe('a server', () => {
  test('listens on loopback and a free port where nothing else is said', async () => {
    expect(await serve()).toMatch(/^http:\/\/127\.0\.0\.1:\d{2,5}$/);
  });

  test('says why it cannot listen', async () => {
    const port = Number(new URL(await serve()).port);
    await expect(listen(createMock({ contract }), { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('closes while clients keep their connections open', async () => {
    const server = await listen(createMock({ contract }));
    const { hostname, port } = new URL(server.url);
    const socket = connect({ host: hostname, port: Number(port) }).on('error', () => undefined);
    onTestFinished(() => void socket.destroy());
    await new Promise((resolve) => socket.once('data', resolve).write('GET /v1/accounts HTTP/1.1\r\nHost: a\r\n\r\n'));
    const gone = new Promise((resolve) => socket.once('close', resolve));
    await server.close();
    await gone;
  });

  test('keeps two worlds apart', async () => {
    const [one, other] = await Promise.all([
      serve(createMock({ contract })),
      serve(createMock({ contract, scenario: 'empty' })),
    ]);
    const sizes = await Promise.all(
      [one, other].map(async (url) => (await fetch(`${url}/v1/accounts`, { headers: keys })).text()),
    );
    expect(sizes.map((text) => JSON.parse(text).pagination.total)).toEqual([47, 0]);
  });
});
