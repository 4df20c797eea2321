// The judge has nothing to say against the mock: in every scenario, after every kind of change, inside a session, while rows change.
import { describe, expect, test } from 'vitest';
import { judge, type Report } from '../contract-tests/index.ts';
import { scenarios } from '../fixtures/index.ts';
import { loadContract } from '../spec/index.ts';
import { createMock, type Mock } from './mock.ts';
import type { MockOptions } from './options.ts';

const contract = loadContract();

async function judged(mock: Mock, send: typeof fetch = mock.fetch): Promise<string[]> {
  const report = await judge({ baseUrl: 'http://mock', contract, credentials: mock.credentials, fetch: send, rate: 0 });
  expect(report.requests).toBeGreaterThan(20);
  return complaints(report);
}

function complaints({ results }: Report): string[] {
  return results
    .filter(({ verdict }) => verdict === 'FAIL' || verdict === 'WARN' || verdict === 'ERROR')
    .map(
      ({ check, operation, message, findings }) =>
        `${check} ${operation}: ${message} ${JSON.stringify(findings[0] ?? '')}`,
    );
}

const mockOf = (options: MockOptions = {}) => createMock({ contract, ...options });

describe('the judge finds nothing', () => {
  test.each(Object.keys(scenarios) as (keyof typeof scenarios)[])('in the scenario %s', async (scenario) => {
    const size = scenario === 'large' ? { campaign: 300, adset: 900, ad: 3000, account: 300 } : {};
    expect(await judged(mockOf({ scenario, size }))).toEqual([]);
  });

  test('after every kind of change, in a session', async () => {
    const mock = mockOf();
    const { control, fetch: send } = mock.session('judged');
    let happened = 0;
    for (const list of await control.lists()) {
      const rows = await control.rows(list.name, 200);
      for (const [index, action] of Object.keys(list.actions).entries()) {
        const given =
          action === 'rename' ? { name: 'New' } : action === 'rebudget' ? { dailyBudget: { amount: 7 } } : {};
        for (let nth = 0; nth < Math.min(6, rows.length - 1); nth += 1) {
          const key = String(rows[(index * 3 + nth) % rows.length]?.[list.key]);
          const done = await control.act(list.name, key, action, given).catch((error: Error) => error);
          if (!(done instanceof Error)) happened += 1;
        }
      }
    }
    for (const platform of ['meta_ads', 'tiktok_ads', 'apple_ads'])
      await control.create('adAccount', { platform }).catch(() => undefined);
    for (const list of ['campaign', 'adset', 'ad', 'account', 'campaign', 'adset', 'ad']) await control.create(list);
    await control.advance(86_400);
    expect(happened).toBeGreaterThan(60);
    expect(await judged(mock, send)).toEqual([]);
    expect(await judged(mock)).toEqual([]);
  });

  test('while rows change between any two calls', async () => {
    const mock = mockOf();
    const { control } = mock;
    const rows = await control.rows('ad', 400);
    let count = 0;
    const churning: typeof fetch = async (input, init) => {
      count += 1;
      const key = String(rows[(count * 7) % rows.length]?.adId);
      if (count % 3 === 0) await control.act('ad', key, count % 2 === 0 ? 'pause' : 'resume').catch(() => undefined);
      if (count % 10 === 0) await control.create('ad', { name: `New ${count}` });
      return mock.fetch(input, init);
    };
    expect(await judged(mock, churning)).toEqual([]);
    expect(count).toBeGreaterThan(100);
  });

  test('while calls are counted', async () => {
    expect(await judged(mockOf({ rateLimit: 'partner' }))).toEqual([]);
  });
});
