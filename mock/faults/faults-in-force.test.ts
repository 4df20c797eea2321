// Where a fault is in force, how often, and what is no fault.
import { describe, expect, onTestFinished, test } from 'vitest';
import { at, loadContract } from '../../spec/index.ts';
import { createMock } from '../mock.ts';
import type { MockOptions } from '../options.ts';
import { type Send, waysTo } from './sample-ways.ts';

const contract = loadContract();

const called = (options: MockOptions) => waysTo(options, onTestFinished);

describe('where and how often', () => {
  const statuses = async (send: Send, count: number, id?: string) => {
    const found: number[] = [];
    for (let call = 0; call < count; call += 1) found.push((await send(id)).status);
    return found;
  };

  test('a fault of one operation leaves the others alone', async () => {
    for (const [, send] of await called({ faults: ['status;operation=listAds'] }))
      expect([(await send('listAds')).status, (await send('listAccounts')).status]).toEqual([500, 200]);
  });

  test('a count is used up, by the calls that it concerns', async () => {
    for (const [, send] of await called({ faults: ['status;code=503;count=2;operation=listAds'] })) {
      expect((await send('listAccounts')).headers.get('x-mock-faults')).toBe(
        'status;code=503;operation=listAds;count=2',
      );
      expect(await statuses(send, 4)).toEqual([503, 503, 200, 200]);
    }
  });

  test('a probability draws the calls, and the same seed the same ones', async () => {
    const drawn = await Promise.all(
      [1, 1, 2].map(async (seed) => {
        const [[, send] = []] = await called({ faults: [`status;probability=0.3;seed=${seed}`] });
        return send === undefined ? [] : statuses(send, 60);
      }),
    );
    expect(drawn[0]).toEqual(drawn[1]);
    expect(drawn[0]).not.toEqual(drawn[2]);
    for (const each of drawn) expect(each.filter((status) => status === 500).length / 60).toBeCloseTo(0.3, 0);
    const [[, never] = []] = await called({ faults: ['status;probability=0'] });
    expect(never === undefined ? [] : await statuses(never, 5)).toEqual([200, 200, 200, 200, 200]);
  });

  test('a header asks for faults of one call, and every reply shows those in force', async () => {
    for (const [, send] of await called({ faults: ['latency;ms=0'] })) {
      const response = await send('listAds', { 'X-Mock-Fault': 'status;code=502, latency;ms=1' });
      expect([response.status, response.headers.get('x-mock-faults')]).toEqual([
        502,
        'latency;ms=0, status;code=502, latency;ms=1',
      ]);
      const after = await send();
      expect([after.status, after.headers.get('x-mock-faults')]).toEqual([200, 'latency;ms=0']);
    }
    for (const [, send] of await called({})) expect((await send()).headers.get('x-mock-faults')).toBeNull();
  });

  test.each([
    ['nothing', /X-Mock-Fault: There is no fault nothing\. There are latency, /],
    ['latency;ms', /ms needs a value: ms=300\./],
    ['latency;ms=soon', /ms must be a number from 0 to 60000, not "soon"\./],
    ['latency;sm=5', /latency has no parameter sm\. It has ms, .* ms\?/],
    ['status;code=200', /code must be a number from 400 to 599/],
    ['status;code=450.5', /code must be a whole number/],
    ['too-many-requests;seconds=1.5', /seconds must be a whole number/],
    ['status;operation=listAd', /There is no operation listAd\. .*listAds/],
    ['status;count=0', /count must be a whole number from 1, not "0"\./],
    ['__proto__', /There is no fault __proto__\./],
  ])('the header %s is refused', async (text, message) => {
    for (const [, send] of await called({})) {
      const response = await send('listAds', { 'X-Mock-Fault': text });
      expect([response.status, at(await response.json(), '/error/message')]).toEqual([
        400,
        expect.stringMatching(message),
      ]);
    }
  });
});

test.each(['a\nb', 'text/html\r\nX-Injected: 1', 'te\u0000xt', 'text/\u{1f600}'])(
  'a media type that no header can carry is refused: %j',
  async (type) => {
    expect(() => createMock({ contract, faults: [{ name: 'wrong-content-type', type }] })).toThrow(/type must be/);
    await expect(createMock({ contract }).control.addFault({ name: 'wrong-content-type', type })).rejects.toMatchObject(
      { status: 400 },
    );
  },
);
