// Two thousand requests over a real socket, of every sort that a client, a scanner or a broken cable may send.
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { credentialValues } from '../fixtures/index.ts';
import { at, loadContract } from '../spec/index.ts';
import { createMock } from './mock.ts';
import { sampleCall } from './sample-call.ts';
import { listen, type MockServer } from './serve/server.ts';

const contract = loadContract();
const { layers = {}, klayrai = {} } = credentialValues(contract);
const { operations } = contract;

let server: MockServer;
beforeAll(async () => {
  server = await listen(createMock({ contract, checkReplies: true }));
});
afterAll(() => server.close());

/** Bytes to send; `head` tells that no body comes with the headers. */
type Sent = { readonly bytes: string; readonly head: boolean };

/** The words of a line, which are quicker to read than a list of strings. */
const oneOf = (line: string, ...more: string[]) => fc.constantFrom(...line.split(' '), ...more);
const letters = (min: number, max: number) =>
  fc.string({ unit: fc.integer({ min, max }).map((code) => String.fromCharCode(code)), maxLength: 40 });
const latin1 = letters(0, 255);
const visible = letters(33, 126);
const mostly = (usual: string, others: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 15, arbitrary: fc.constant(usual) }, others);
const declared = operations.flatMap(({ parameters }) => parameters);

const nasty = oneOf(
  '0 -1 1 200 201 1e9 NaN null [] {} % %zz %00 %ff%fe %ED%A0%80 %E2%80%AE + & = ; \' "> ../../etc __proto__ constructor',
  ...[
    '',
    '\u00e9',
    '\u0080',
    'a'.repeat(300),
    '2026-04-01',
    '2026-99-99T99:99:99Z',
    'meta_ads,tiktok_ads',
    ',',
    'act_001',
  ],
);
const name = fc.constantFrom(
  ...declared.map((parameter) => parameter.name),
  '__proto__',
  'constructor',
  '',
  '%',
  'x[]',
);
const value = fc.constantFrom(
  ...declared.flatMap(({ allowed }) => allowed.map(String)),
  '1',
  '50',
  '2026-04-05T00:00:00Z',
);
const query = fc
  .array(fc.tuple(name, fc.oneof({ weight: 3, arbitrary: value }, nasty, visible)), { maxLength: 5 })
  .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'));
const known = operations.map((operation) => sampleCall(operation).path);
const path = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...known) },
  nasty.map((id) => `/v1/projects/${id}/ads/ads`),
  oneOf(
    '/ * // /v1/accounts/ /V1/ACCOUNTS /v1/accounts#x http://a/v1/accounts http:// ftp://x a:80 /v1/../x /_mocks /%2e',
  ),
  visible.map((text) => `/${text}`),
  fc.integer({ min: 0, max: 40_000 }).map((length) => `/v1/accounts/${'x'.repeat(length)}`),
);
const header = fc.oneof(
  oneOf(
    'Expect:100-continue Expect:tea Upgrade:websocket Connection:upgrade Range:bytes=0-1 Accept:text/html Cookie:a=b Host:b',
  ),
  oneOf(
    'Content-Length:5 Content-Length:x Transfer-Encoding:chunked Transfer-Encoding:gzip klayrai-version: Authorization:Bearer',
  ),
  fc
    .tuple(oneOf('Accept X-A Referer', '\u00e9', 'a b'), fc.oneof(visible, visible, latin1))
    .map((pair) => pair.join(': ')),
  // Node takes 16 KiB of headers: below, at and above.
  fc
    .oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 16_100, max: 16_400 }))
    .map((length) => `X-Long: ${'y'.repeat(length)}`),
);
const method = mostly('GET', oneOf('HEAD POST PUT PATCH DELETE OPTIONS TRACE CONNECT PROPFIND get G\u00cbT BREW', ''));
const version = mostly('HTTP/1.1', oneOf('HTTP/1.0 HTTP/1.1 HTTP/2.0 HTTP/9.9 HTP/1.1', ''));
const body = mostly(
  '',
  fc.oneof(latin1, fc.constantFrom('hello', '5\r\nhello\r\n0\r\n\r\n', 'GET / HTTP/1.1\r\nHost: a\r\n\r\n')),
);

const KEYS = `Authorization: Bearer ${layers.token}\r\nx-api-key: ${klayrai.apiKey}`;
const keys = mostly(KEYS, fc.constant('X: y'));
const request: fc.Arbitrary<Sent> = fc
  .record({ method, path, query, version, headers: fc.array(header, { maxLength: 3 }), keys, body })
  .map((parts) => {
    const target = parts.query === '' ? parts.path : `${parts.path}?${parts.query}`;
    const lines = [`${parts.method} ${target} ${parts.version}`, 'Host: mock', parts.keys, ...parts.headers];
    return { head: parts.method === 'HEAD', bytes: `${lines.join('\r\n')}\r\n\r\n${parts.body}` };
  });
const garbage: fc.Arbitrary<Sent> = fc
  .oneof(
    latin1,
    fc.constantFrom('\r\n\r\n', 'GET / HTTP/1.1\r\n', '\u0016\u0003\u0001\u0002\u0000', '\u0000'.repeat(100)),
  )
  .map((bytes) => ({ bytes, head: false }));

/** Sends the bytes, says that nothing follows, and gives everything that comes back until the server has closed. */
function exchange({ bytes }: Sent): Promise<string> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) });
    let received = '';
    socket.setEncoding('latin1').on('data', (data) => {
      received += data;
    });
    socket.setTimeout(10_000, () => {
      socket.destroy();
      reject(new Error(`No end came to ${JSON.stringify(bytes.slice(0, 200))}.`));
    });
    // A server that refuses to read on may reset the connection: what came before that counts.
    socket.on('error', () => undefined).on('close', () => resolve(received));
    socket.end(bytes, 'latin1');
  });
}

type Got = { readonly status: number; readonly body: string };

/** The complete replies among the bytes; one that was cut off is left out. */
function repliesIn(received: string, head: boolean): Got[] {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return [];
  const status = Number(received.slice(9, 12));
  const rest = received.slice(end + 4);
  // "100 Continue" only announces the reply.
  if (status === 100) return repliesIn(rest, head);
  if (head) return [{ status, body: '' }];
  const length = Number(/^content-length: (\d+)$/im.exec(received.slice(0, end))?.[1]);
  if (rest.length < length) return [];
  return [
    { status, body: Buffer.from(rest.slice(0, length), 'latin1').toString() },
    ...repliesIn(rest.slice(length), head),
  ];
}

/** What is wrong with a reply; undefined where nothing is. */
function wrongWith({ status, body }: Got, head: boolean): string | undefined {
  if (!(status >= 200 && status < 500)) return `status ${status}`;
  if (/node_modules|\.ts:\d|\.js:\d|\n\s+at /.test(body)) return 'a stack trace';
  if (head) return undefined;
  const json: unknown = JSON.parse(body);
  if (status === 200) return operations.some(({ list }) => Array.isArray(at(json, list.items))) ? undefined : 'no list';
  const shapes = contract.documents.map(({ operations: [first] }) => first?.reply(status));
  return shapes.some((shape) => shape?.violations(json).length === 0) ? undefined : 'no error shape';
}

test('no request breaks the mock, hangs, or is answered in a form that is not the vendor\u2019s', async () => {
  const sent = fc.sample(fc.oneof({ weight: 9, arbitrary: request }, garbage), { numRuns: 2000, seed: 1 });
  const statuses = new Map<number, number>();
  for (let start = 0; start < sent.length; start += 25) {
    await Promise.all(
      sent.slice(start, start + 25).map(async (one) => {
        for (const reply of repliesIn(await exchange(one), one.head)) {
          expect([one.bytes.slice(0, 300), reply, wrongWith(reply, one.head)]).toEqual([
            one.bytes.slice(0, 300),
            reply,
            undefined,
          ]);
          statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
        }
      }),
    );
  }
  // The requests were not all of one sort, and most of them were answered.
  for (const status of [200, 400, 401, 404, 405, 422, 431])
    expect([status, (statuses.get(status) ?? 0) > 5]).toEqual([status, true]);
  expect([...statuses.values()].reduce((sum, count) => sum + count)).toBeGreaterThan(1500);

  const afterwards = await fetch(`${server.url}/v1/accounts`, { headers: { 'x-api-key': klayrai.apiKey ?? '' } });
  expect([afterwards.status, at(await afterwards.json(), '/pagination/total')]).toEqual([200, 47]);
});
