import { beforeAll, describe, expect, test } from 'vitest';
import { createFetch, createMock } from '../../mock/index.ts';
import type { Contract } from '../../spec/index.ts';
import { judge } from '../judge.ts';
import { ownContract } from '../own-contract.ts';

let contract: Contract;
beforeAll(() => {
  contract = ownContract();
});

/** Judges the campaigns of a mock that answers forged cursors in its own way; what was sent with them comes back too. */
async function judgeWith(onForged: (url: URL, plain: (url: URL) => Promise<Response>) => Promise<Response>) {
  const mock = createMock({ contract });
  const send = createFetch(mock);
  const issued = new Set<unknown>();
  const forged: URL[] = [];
  const report = await judge({
    baseUrl: 'http://mock',
    credentials: mock.credentials,
    operations: ['listCampaigns'],
    apis: ['layers'],
    contract,
    fetch: async (input, init) => {
      const url = new URL(String(input));
      const plain = (to: URL) => send(to, init);
      const cursor = url.searchParams.get('cursor');
      if (cursor !== null && !issued.has(cursor)) {
        forged.push(url);
        return onForged(url, plain);
      }
      const reply = await plain(url);
      issued.add(((await reply.clone().json()) as { nextCursor?: unknown }).nextCursor);
      return reply;
    },
  });
  const verdicts = new Map(report.results.map(({ check, verdict }) => [check, verdict]));
  return { report, verdicts, forged };
}

const FILTERS = ['platforms', 'status', 'adAccountId', 'since'];

describe('forged cursors piggyback on the probes of the filters', () => {
  test('where a deployment takes them for none, and cost nothing of their own', async () => {
    const { report, forged } = await judgeWith((url, plain) => plain(url));
    expect(report.results.filter(({ verdict }) => verdict !== 'PASS' && verdict !== 'NOT_APPLICABLE')).toEqual([]);
    const riding = forged.filter(({ searchParams }) => FILTERS.some((name) => searchParams.has(name)));
    expect(new Set(riding.map(({ searchParams }) => searchParams.get('cursor'))).size).toBeGreaterThanOrEqual(5);
    expect(forged.length - riding.length).toBeLessThanOrEqual(2);
  });

  test('and do not spoil the filters where the deployment refuses them', async () => {
    const { report, verdicts } = await judgeWith(async () =>
      Response.json({ error: { code: 'VALIDATION', message: 'Bad cursor.', requestId: 'req_1' } }, { status: 422 }),
    );
    const failed = report.results.filter(({ verdict }) => verdict === 'FAIL').map(({ check }) => check);
    expect(failed).toEqual(['bad-cursor']);
    expect(verdicts.get('filter-soundness')).toBe('PASS');
    expect(verdicts.get('filter-completeness')).toBe('PASS');
  });

  test('and show a deployment that forgets the filters with them', async () => {
    const { report } = await judgeWith((url, plain) => {
      for (const name of FILTERS) url.searchParams.delete(name);
      return plain(url);
    });
    expect(report.results.filter(({ verdict }) => verdict === 'FAIL').map(({ check }) => check)).toEqual([
      'bad-cursor',
    ]);
  });
});
