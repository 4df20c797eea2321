import { describe, expect, test } from 'vitest';
import { clientOf, keyHeader, ok, request } from './sample-client.ts';

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
