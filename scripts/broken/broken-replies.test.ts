// Every run ends with a report or with a sentence, however broken the replies are; the whole table is `npm run broken`.
import { describe, expect, test } from 'vitest';
import { CannotJudge, judge } from '../../contract-tests/index.ts';
import { ownContract } from '../../contract-tests/own-contract.ts';
import { createMock } from '../../mock/index.ts';
import { type Share, serveBroken } from './broken-server.ts';
import type { Kind } from './kind.ts';
import { kinds } from './kinds/table.ts';

const contract = ownContract();
/** Milliseconds after which a run of a few calls hangs, be the machine as busy as it may; some calls take the whole timeout of 100. */
const BOUND = 60_000;

/** What a run comes to: nothing failed, something did, or no verdict is possible. */
async function endOf(kind: Kind, share: Share): Promise<string> {
  const mock = createMock({ contract });
  const { url, close } = await serveBroken(mock, kind, share);
  try {
    // One list: with a cursor where it matters, for what is in a row or a cursor is sent again.
    const scope = kind.id.startsWith('value-') ? { operations: ['listCampaigns'] } : { apis: ['klayrai'] };
    const options = { contract, ...scope, timeout: 100, maxRequests: 24 };
    const report = await judge({ baseUrl: url, credentials: mock.credentials, ...options });
    const broke = report.results.filter(({ verdict }) => verdict === 'ERROR').map(({ reason }) => reason);
    return broke.length > 0 ? String(broke) : 'report';
  } catch (error) {
    if (!(error instanceof CannotJudge)) throw error;
    return error.message.length < 400 && !error.message.includes('\n') ? 'sentence' : error.message;
  } finally {
    await close();
  }
}

const quick = kinds.filter(({ slow }) => slow !== true);

describe.each(['each', 'one in five'] as const)('%s of the replies is broken', (share) => {
  test.concurrent.each(quick)('$id', { timeout: BOUND }, async (kind) => {
    expect(['report', 'sentence']).toContain(await endOf(kind, share));
  });
});

test('the table names each kind once, and has the sixty that are promised', () => {
  expect(new Set(kinds.map(({ id }) => id)).size).toBe(kinds.length);
  expect(kinds.length).toBeGreaterThan(60);
});
