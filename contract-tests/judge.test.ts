import { beforeAll, describe, expect, test } from 'vitest';
import { type ScenarioName, scenarios } from '../fixtures/index.ts';
import { createFetch, createMock } from '../mock/index.ts';
import type { Contract } from '../spec/index.ts';
import { checks } from './checks/table.ts';
import { judge } from './judge.ts';
import { ownContract } from './own-contract.ts';

let contract: Contract;
beforeAll(() => {
  contract = ownContract();
});

function judgeMock(options: Parameters<typeof createMock>[0] = {}, more: Partial<Parameters<typeof judge>[0]> = {}) {
  const mock = createMock({ contract, checkReplies: true, ...options });
  return judge({ baseUrl: 'http://mock', credentials: mock.credentials, fetch: createFetch(mock), contract, ...more });
}

describe('the clean mock', () => {
  test.each(Object.keys(scenarios).filter((name) => name !== 'large') as ScenarioName[])(
    'keeps its documentation in the scenario %s',
    async (scenario) => {
      const { summary, results } = await judgeMock({ scenario });
      expect(results.filter(({ verdict }) => ['FAIL', 'WARN', 'ERROR'].includes(verdict))).toEqual([]);
      expect(summary).toMatchObject({ fail: 0, warn: 0, error: 0 });
    },
  );

  test('leaves nothing unexercised in the default scenario, within the documented quota', async () => {
    const layers = await judgeMock({}, { apis: ['layers'] });
    const klayrai = await judgeMock({}, { apis: ['klayrai'] });
    expect(layers.summary.notExercised + klayrai.summary.notExercised).toBe(0);
    expect(layers.requests).toBeLessThanOrEqual(120);
    expect(klayrai.requests).toBeLessThanOrEqual(40);
    expect(layers.coverage.mapped).toBe(layers.coverage.musts);
    expect(layers.coverage.exercised).toBe(layers.coverage.observable);
  });

  test('passes at full depth within 4,000 requests', async () => {
    const { summary, requests } = await judgeMock({}, { depth: 'full' });
    expect(summary).toMatchObject({ fail: 0, warn: 0, error: 0, notExercised: 0 });
    expect(requests).toBeLessThanOrEqual(4000);
  });

  test.each([
    ['standard', undefined],
    ['full', ['klayrai']],
  ] as const)('has the same report twice at the depth %s, but for times', async (depth, apis) => {
    const runOnce = async (calls: string[]) => {
      const mock = createMock({ contract });
      const send = createFetch(mock);
      const { startedAt, durationMs, results, ...report } = await judge({
        baseUrl: 'http://mock',
        credentials: mock.credentials,
        contract,
        depth,
        ...(apis === undefined ? {} : { apis }),
        fetch: (url, init) => {
          calls.push(String(url));
          return send(url, init);
        },
      });
      expect(Date.parse(startedAt)).not.toBeNaN();
      expect(durationMs).toBeGreaterThan(0);
      return { ...report, results: results.map(({ durationMs: _, ...result }) => result) };
    };
    const first: string[] = [];
    const second: string[] = [];
    expect(await runOnce(first)).toEqual(await runOnce(second));
    expect(first.length).toBeGreaterThan(100);
    expect(first).toEqual(second);
  });

  test.each(Array.from({ length: 20 }, (_, index) => index + 1))(
    'costs no more than the documented quota with the seed %i',
    async (seed) => {
      const layers = await judgeMock({ seed }, { apis: ['layers'] });
      expect(layers.summary).toMatchObject({ fail: 0, warn: 0, error: 0 });
      expect(layers.requests).toBeLessThanOrEqual(120);
      expect((await judgeMock({ seed }, { apis: ['klayrai'] })).requests).toBeLessThanOrEqual(40);
    },
  );

  test('says of an empty deployment that its lists were not exercised', async () => {
    const { results } = await judgeMock({ scenario: 'empty' });
    const soundness = results.filter(({ check }) => check === 'filter-soundness');
    expect(
      soundness.every(({ verdict, reason }) => verdict === 'NOT_EXERCISED' && reason?.includes('needs') === true),
    ).toBe(true);
  });
});

describe('a list of 100,000 rows', () => {
  test('is judged inside the budget, and what was not covered is said', async () => {
    const size = { campaign: 4000, adset: 12_000, ad: 100_000, account: 3000 };
    const { requests, summary, results } = await judgeMock({ scenario: 'large', size });
    expect(requests).toBeLessThanOrEqual(400);
    expect(summary).toMatchObject({ fail: 0, error: 0, warn: 0 });
    const reasons = results.flatMap(({ reason }) => reason ?? []);
    expect(reasons.some((reason) => reason.includes('to stay inside --max-requests'))).toBe(true);
    expect(reasons.some((reason) => reason.includes('too long for the budget'))).toBe(true);
  });
});

describe('what cannot be judged is an error with advice', () => {
  const fails = (status: number) => async () => new Response('{}', { status });
  test.each([
    [
      'an unreachable host',
      () => Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') })),
      'cannot be reached',
    ],
    ['refused credentials', fails(401), 'refuses the credentials'],
    ['a wrong base URL', fails(404), 'Check the base URL'],
  ])('%s', async (_, answer, advice) => {
    await expect(judgeMock({}, { fetch: answer })).rejects.toThrow(advice);
  });

  test('no credentials at all', async () => {
    await expect(judgeMock({}, { credentials: {} })).rejects.toThrow('ADS_KIT_TOKEN and ADS_KIT_PROJECT');
  });

  test('a check that does not exist', async () => {
    await expect(judgeMock({}, { only: ['filter-sondness'] })).rejects.toThrow('The checks are:');
  });

  test('a list that does not exist', async () => {
    await expect(judgeMock({}, { operations: ['listCampains'] })).rejects.toThrow(
      'There is no list named listCampains. The lists are: listAdAccounts, listCampaigns,',
    );
  });
});

test('one vendor without credentials is not exercised, and says which it needs', async () => {
  const { credentials } = createMock({ contract });
  const { results } = await judgeMock({}, { credentials: { ...credentials.klayrai } });
  const layers = results.filter(({ operation, verdict }) => operation === 'listAds' && verdict !== 'NOT_APPLICABLE');
  expect(
    layers.every(({ verdict, reason }) => verdict === 'NOT_EXERCISED' && reason?.includes('ADS_KIT_TOKEN') === true),
  ).toBe(true);
});

test('every check has an id of its own that the register knows, or holds no clause', () => {
  const ids = checks.map(({ id }) => id);
  const holders = [...contract.register.values()]
    .flatMap(({ holder }) => holder.split(' '))
    .filter((holder) => holder.startsWith('check:'));
  expect(new Set(ids).size).toBe(ids.length);
  expect([...new Set(holders)].filter((holder) => !ids.includes(holder.slice('check:'.length)))).toEqual([]);
});
