// Faults of the contract: deployments that break their documentation, put in front of the mock by whoever has them.
import { describe, expect, test } from 'vitest';
import { at, loadContract, withValue } from '../../spec/index.ts';
import { createMock } from '../mock.ts';
import { sampleCall } from '../sample-call.ts';
import type { ContractFaults } from './contract-fault.ts';
import { operationOf, waysTo } from './sample-ways.ts';

const contract = loadContract();
const ads = operationOf('listAds');

const contractFaults: ContractFaults = {
  lastRowTwice: {
    summary: 'The last row comes twice.',
    wrap: ({ handle }) => ({
      handle: (call) => {
        const reply = handle(call);
        const items = at(reply.body, '/items');
        if (!Array.isArray(items)) return reply;
        return { ...reply, body: withValue(structuredClone(reply.body), '/items', [...items, items.at(-1)]) };
      },
    }),
  },
  noneLeft: {
    summary: 'The first ad is gone, whoever asks.',
    wrap: (handler, { stores }) => {
      const [first] = stores.ad?.select({ values: new Map(), limit: 1 }) ?? [];
      stores.ad?.remove(String(first?.adId));
      return handler;
    },
  },
};

const itemsOf = (body: unknown) => (at(body, '/items') as unknown[]).length;

function begin(faults: readonly (string | { name: string; count?: number })[], rateLimit?: string) {
  const mock = createMock({
    contract,
    scenario: 'one-page',
    contractFaults,
    faults,
    frozen: true,
    ...(rateLimit === undefined ? {} : { rateLimit }),
  });
  return { mock, ask: (query = '') => mock.handle(sampleCall(ads, query)) };
}

describe('a fault of the contract', () => {
  test('leaves every vendor its own errors, whoever is asked first', () => {
    const { mock } = begin(['lastRowTwice']);
    const clean = createMock({ contract, scenario: 'one-page', frozen: true });
    const withoutKey = (path: string) => ({ method: 'GET', path, query: '', headers: {} });
    const calls = contract.operations.map((operation) => withoutKey(sampleCall(operation).path));
    const answers = (one: typeof mock) => calls.map((call) => one.handle(call).body);
    expect(answers(mock)).toEqual(answers(clean));
  });

  test('answers in its way, over fetch and a socket, and names itself in the journal', async () => {
    const ends: (() => Promise<void>)[] = [];
    for (const [, send] of await waysTo({ contractFaults, faults: ['lastRowTwice'] }, (end) => ends.push(end))) {
      const response = await send();
      expect([response.headers.get('x-mock-faults'), itemsOf(await response.json())]).toEqual(['lastRowTwice', 31]);
    }
    await Promise.all(ends.map((end) => end()));
    const { mock, ask } = begin(['lastRowTwice']);
    ask();
    expect((await mock.control.journal()).exchanges).toMatchObject([{ faults: ['lastRowTwice'], status: 200 }]);
  });

  test('is listed, put in force and taken away by the control plane', async () => {
    const { mock, ask } = begin([]);
    expect((await mock.control.faults()).contract).toEqual({
      lastRowTwice: { summary: 'The last row comes twice.' },
      noneLeft: { summary: 'The first ad is gone, whoever asks.' },
    });
    await mock.control.addFault({ name: 'lastRowTwice' });
    expect(itemsOf(ask().body)).toBe(31);
    await mock.control.removeFault('lastRowTwice');
    expect(itemsOf(ask().body)).toBe(30);
    await expect(mock.control.addFault({ name: 'lastRowTwise' })).rejects.toMatchObject({
      message: expect.stringMatching(/lastRowTwice\?$/),
    });
  });

  test('changes rows for those alone who meet it', async () => {
    const { mock, ask } = begin(['noneLeft']);
    expect([itemsOf(ask().body), itemsOf(ask().body)]).toEqual([29, 29]);
    await mock.control.clearFaults();
    expect(itemsOf(ask().body)).toBe(30);
    expect(await mock.control.rows('ad')).toHaveLength(30);
  });

  test('sees the rows as they are after each change', async () => {
    const { mock, ask } = begin(['lastRowTwice']);
    expect(itemsOf(ask().body)).toBe(31);
    await mock.control.create('ad');
    expect(itemsOf(ask().body)).toBe(32);
  });

  test('stands before others, and no longer than it is in force', () => {
    const { ask } = begin([{ name: 'noneLeft', count: 1 }, 'lastRowTwice']);
    expect([1, 2, 3].map(() => itemsOf(ask().body))).toEqual([30, 31, 31]);
  });

  test('does not stop the clock, nor the count of calls', async () => {
    const { mock, ask } = begin(['lastRowTwice'], 'standard');
    const statuses = () => Array.from({ length: 121 }, () => ask('limit=1').status);
    const limited = [...Array(120).fill(200), 429];
    expect(statuses()).toEqual(limited);
    await mock.control.advance(60);
    expect(statuses()).toEqual(limited);
    await mock.control.rateLimit(null);
    expect(new Set(statuses())).toEqual(new Set([200]));
  });
});
