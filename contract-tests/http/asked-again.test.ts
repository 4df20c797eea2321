// Calls that meet trouble, and are made again.
import { describe, expect, test } from 'vitest';
import { clientOf, ok, request } from './sample-client.ts';

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

  test('six times, where that has helped before', async () => {
    const failure = () => new Response('', { status: 503 });
    const passing = [failure, ok, failure, ok, failure, ok];
    const { client, waits } = clientOf([...passing, failure]);
    for (let call = 0; call < passing.length / 2; call += 1) await client.send(request);
    expect((await client.send(request))?.status).toBe(503);
    expect(waits.slice(passing.length / 2)).toEqual([100, 200, 400, 800, 1600, 3200]);
  });

  test('three times; then it stands', async () => {
    const { client, waits } = clientOf([() => new Response('', { status: 500 })]);
    expect((await client.send(request))?.status).toBe(500);
    expect(waits).toEqual([100, 200, 400]);
    expect(client.sent()).toBe(4);
  });
});
