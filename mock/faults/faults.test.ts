// Each fault, in the same process and over a socket: what a client sees of it.
import { describe, expect, onTestFinished, test } from 'vitest';
import { at } from '../../spec/index.ts';
import type { MockOptions } from '../options.ts';
import { networkFaults } from './network-faults.ts';
import { operationOf, waysTo } from './sample-ways.ts';

const called = (options: MockOptions) => waysTo(options, onTestFinished);

const failed = async (promise: Promise<unknown>) =>
  promise.then(
    () => 'no error',
    (error: Error) => error.name,
  );

describe('what is broken on the way', () => {
  test.each(['connection-reset', 'connection-reset;count=5'])('%s gives no answer', async (fault) => {
    for (const [, send] of await called({ faults: [fault] })) expect(await failed(send())).toBe('TypeError');
  });

  test.each([0, 0.5, 0.99])('cut-body;share=%d ends within the body', async (share) => {
    for (const [way, send] of await called({ faults: [`cut-body;share=${share}`] })) {
      const response = await send();
      expect(response.status, way).toBe(200);
      expect(await failed(response.text()), way).toBe('TypeError');
    }
  });

  test('slow-body comes in pieces, and whole', async () => {
    for (const [way, send] of await called({ faults: ['slow-body;ms=20'] })) {
      const response = await send();
      const pieces: Uint8Array[] = [];
      for await (const piece of response.body ?? []) pieces.push(piece);
      expect(pieces.length, way).toBeGreaterThan(2);
      expect(at(JSON.parse(Buffer.concat(pieces).toString()), '/items'), way).toHaveLength(30);
    }
  });

  test('malformed-json is no JSON', async () => {
    for (const [, send] of await called({ faults: ['malformed-json'] })) {
      const text = await (await send()).text();
      expect(text).toMatch(/^\{"items":/);
      expect(() => JSON.parse(text)).toThrow(SyntaxError);
    }
  });

  test('empty-body has a status and nothing else', async () => {
    for (const [, send] of await called({ faults: ['empty-body'] })) {
      const response = await send();
      expect([response.status, await response.text()]).toEqual([200, '']);
    }
  });

  test('wrong-content-type says something else', async () => {
    for (const [, send] of await called({ faults: [{ name: 'wrong-content-type', type: 'application/xml' }] })) {
      const response = await send();
      expect(response.headers.get('content-type')).toBe('application/xml');
      expect(at(await response.json(), '/items')).toHaveLength(30);
    }
  });

  test.each(['latency;ms=15', 'latency-uniform;min=15;max=15', 'latency-long-tail;median=15;p99=15'])(
    '%s takes its time',
    async (fault) => {
      for (const [way, send] of await called({ faults: [fault] })) {
        const begin = performance.now();
        expect((await send()).status).toBe(200);
        expect(performance.now() - begin, way).toBeGreaterThanOrEqual(14);
      }
    },
  );
});

describe('a refusal', () => {
  test.each([400, 401, 403, 404, 418, 422, 429, 500, 503, 599])(
    'with %i is in the shape of both vendors',
    async (status) => {
      for (const [way, send] of await called({ faults: [`status;code=${status}`] }))
        for (const id of ['listAds', 'listAccounts']) {
          const response = await send(id);
          expect(response.status).toBe(status);
          const body = await response.json();
          const reply = operationOf(id).reply(status);
          expect([way, reply?.violations(body), reply?.undocumented(body)]).toEqual([way, [], []]);
          expect(reply?.headerViolations(Object.fromEntries(response.headers))).toEqual([]);
        }
    },
  );

  test('for too many calls has the documented signals of each vendor', async () => {
    for (const [, send] of await called({ faults: ['too-many-requests;seconds=34'] })) {
      const [layers, klayrai] = [await send('listAds'), await send('listAccounts')];
      expect([layers.status, layers.headers.get('retry-after')]).toEqual([429, '34']);
      expect(await layers.json()).toMatchObject({ error: { code: 'RATE_LIMITED' } });
      expect([klayrai.status, klayrai.headers.get('retry-after')]).toEqual([429, null]);
      expect(await klayrai.json()).toEqual({
        error: { type: 'rate_limit_error', message: 'Rate limit exceeded. Please retry after 34 seconds.' },
      });
    }
  });
});

test('every fault of the network is tested above', async () => {
  const { readFile } = await import('node:fs/promises');
  const text = await readFile(new URL(import.meta.url), 'utf8');
  expect(Object.keys(networkFaults).filter((name) => !new RegExp(`['"\`]${name}[;'"]`).test(text))).toEqual([]);
});
