import { beforeAll, describe, expect, test } from 'vitest';
import { ownContract } from '../own-contract.ts';
import { createClient } from './client.ts';
import { createKeyring, type Keyring, keyFor } from './credentials.ts';
import type { Request } from './exchange.ts';
import { boundsOf } from './readable.ts';

let keyring: Keyring;
let request: Request;
let keyHeader: string;
beforeAll(() => {
  const contract = ownContract();
  const operation = contract.operations.find(({ api }) => api === 'klayrai');
  const credential = operation && keyFor(operation);
  if (operation === undefined || credential === undefined) throw new Error('The contract has no list with a key.');
  keyHeader = operation.security.alternatives[0]?.scheme.parameter ?? '';
  keyring = createKeyring(contract, { klayrai: { apiKey: 'key' } });
  request = { operation, query: [], credential, tenants: {}, expect: 'list' };
});

/** A client of a server that gives these replies one after the other, the last one for ever. */
function clientOf(replies: readonly (() => Response)[], maxRequests = 100) {
  const [waits, announced]: [number[], number[]] = [[], []];
  const received: RequestInit[] = [];
  let count = 0;
  const client = createClient({
    baseUrl: 'http://deployment.test',
    keyring,
    fetch: async (_, init = {}) => {
      received.push(init);
      const reply = replies[Math.min(count, replies.length - 1)];
      count += 1;
      if (reply === undefined) throw new Error('There is a reply.');
      return reply();
    },
    timeout: 1000,
    maxRequests,
    rate: 0,
    clock: { now: () => 0, sleep: async (milliseconds) => void waits.push(milliseconds) },
    headers: {},
    ...boundsOf(),
    onRequest: () => undefined,
    onWait: (milliseconds) => void announced.push(milliseconds),
  });
  return { client, waits, announced, received };
}

const ok = () => Response.json({ data: [] });
const limited = (headers: Record<string, string>, message = 'Slow down.') => {
  return () => Response.json({ error: { type: 'rate_limit_error', message } }, { status: 429, headers });
};
/** The key that a call carried in its header; undefined where it carried none. */
const keyIn = ({ headers }: RequestInit = {}) => new Headers(headers).get(keyHeader) ?? undefined;
const inAMinute = () => new Date(Date.now() + 60_000).toUTCString();

describe('a 429 is waited out', () => {
  test.each([
    ['as long as Retry-After says, in seconds', limited({ 'Retry-After': '7' }), 7000, 7000],
    ['until the date that Retry-After says', () => limited({ 'Retry-After': inAMinute() })(), 57_000, 60_000],
    ['as long as the message says', limited({}, 'Rate limit exceeded. Retry after 12 seconds.'), 12_000, 12_000],
    ['a moment, where the server asks for none', limited({ 'Retry-After': '0' }), 100, 100],
    ['some time, where nothing is said', limited({}), 1000, 1000],
    ['some time, where nobody can read what is said', limited({ 'Retry-After': 'soon' }), 1000, 1000],
    ['never longer than two minutes', limited({ 'Retry-After': '86400' }), 120_000, 120_000],
  ])('%s', async (_, reply, least, most) => {
    const { client, waits } = clientOf([reply, ok]);
    expect((await client.send(request))?.status).toBe(200);
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(least);
    expect(waits[0]).toBeLessThanOrEqual(most);
    expect(client.troubles()).toEqual({ 'status 429': 1 });
  });

  test('and is kept as an exchange of its own, for its body is documented', async () => {
    const { client } = clientOf([limited({}), ok]);
    await client.send(request);
    expect(client.exchanges.map(({ status, request: { expect: due } }) => [status, due])).toEqual([
      [429, 'refusal'],
      [200, 'list'],
    ]);
  });

  test('but not for ever', async () => {
    const { client, waits, announced } = clientOf([ok, limited({ 'Retry-After': '1' })]);
    await client.send(request);
    expect((await client.send(request))?.status).toBe(429);
    expect(waits).toHaveLength(8);
    expect(announced).toEqual(waits);
  });

  test.each([
    ['1', 8],
    ['25', 2],
    ['60', 1],
    ['86400', 1],
  ])('and an operation that never got through is given up: Retry-After: %s, after %s waits', async (told, most) => {
    const { client, waits } = clientOf([limited({ 'Retry-After': told })]);
    await expect(client.send(request)).rejects.toThrow(/answers every call with 429 .* waited out for \d+ s/);
    expect(waits).toHaveLength(most);
  });
});

describe('a failure is asked again', () => {
  const refused = () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
  };

  test.each([
    ['a 503', () => new Response('', { status: 503 }), 'status 503'],
    ['a broken connection', refused, 'connection broken'],
  ])('%s', async (_, failure, trouble) => {
    const { client, waits } = clientOf([failure, failure, ok]);
    expect((await client.send(request))?.status).toBe(200);
    expect(waits).toEqual([100, 200]);
    expect(client.troubles()).toEqual({ [trouble]: 2 });
  });

  test.each([
    ['as a server that is unavailable asks', '2', [2000, 2000, 2000]],
    ['as long as all waits together are bearable', '12', [12_000, 12_000, 400]],
    ['soon, where it asks for too much', '86400', [100, 200, 400]],
    ['soon, where it asks for nothing', '0', [100, 200, 400]],
  ])('%s: Retry-After: %s', async (_, told, expected) => {
    const { client, waits } = clientOf([() => new Response('', { status: 503, headers: { 'Retry-After': told } })]);
    expect((await client.send(request))?.status).toBe(503);
    expect(waits).toEqual(expected);
  });

  test('three times; then it stands', async () => {
    const { client, waits } = clientOf([() => new Response('', { status: 500 })]);
    expect((await client.send(request))?.status).toBe(500);
    expect(waits).toEqual([100, 200, 400]);
    expect(client.sent()).toBe(4);
  });
});

test('an empty key is sent as one, and no key as none', async () => {
  const { client, received } = clientOf([ok]);
  const { credential: key } = request;
  if (key === 'none' || 'altered' in key) throw new Error('The call has a key.');
  await client.send({ ...request, credential: { altered: key, alteration: 'empty' } });
  await client.send({ ...request, credential: 'none' });
  await client.send(request);
  expect(received.map(keyIn)).toEqual(['', undefined, 'key']);
});

test('a server that nobody listens for any more is asked nothing further', async () => {
  const gone = () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) });
  };
  const { client } = clientOf([ok, gone]);
  expect((await client.send(request))?.status).toBe(200);
  expect([await client.send(request), await client.send(request)].map((each) => each?.status)).toEqual([0, 0]);
  const sent = client.sent();
  expect(await client.send(request)).toBeUndefined();
  expect(client.sent()).toBe(sent);
  expect(client.whyUnsent(request.operation)).toBe('the server took no more connections');
});

test('what is kept back is not sent until it is let go', async () => {
  const { client } = clientOf([ok], 10);
  client.keep(8);
  const statuses = [];
  for (let count = 0; count < 3; count += 1) statuses.push((await client.send(request))?.status);
  expect(statuses).toEqual([200, 200, undefined]);
  client.keep(0);
  expect((await client.send(request))?.status).toBe(200);
  expect(client.left()).toBe(7);
});

test('the budget counts repetitions, and nothing is sent once it is spent', async () => {
  const { client } = clientOf([limited({ 'Retry-After': '1' })], 3);
  expect(await client.send(request)).toBeUndefined();
  expect(client.sent()).toBe(3);
  expect(client.left()).toBe(0);
  expect(client.whyUnsent(request.operation)).toMatch(/^the budget of requests was spent/);
});

const late = () => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('late'), { code: 'UND_ERR_HEADERS_TIMEOUT' }) });
};

test('one slow reply is asked for again, and is no broken connection', async () => {
  const { client } = clientOf([ok, late, ok]);
  expect([await client.send(request), await client.send(request)].map((each) => each?.status)).toEqual([200, 200]);
  expect(client.troubles()).toEqual({ 'no reply in time': 1 });
  expect(client.traffic(request.operation)).toMatchObject({ sent: 3, broken: 0 });
});

test('a list whose reply does not come twice is asked no more, and why is said', async () => {
  const { client } = clientOf([ok, late]);
  await client.send(request);
  expect((await client.send(request))?.problem?.kind).toBe('timeout');
  expect(client.sent()).toBe(3);
  expect(await client.send(request)).toBeUndefined();
  expect(client.sent()).toBe(3);
  expect(client.whyUnsent(request.operation)).toBe('the list left calls without a complete reply in time');
});
