// The worked example: a vendor in documents alone, the mock that executes them, and what the judge notices.
import { describe, expect, test } from 'vitest';
import { type JudgeOptions, judge, type Report } from '../../contract-tests/index.ts';
import { buildWorld, readData } from '../../fixtures/index.ts';
import { createFetch, createMock, type Handler, type Mock } from '../../mock/index.ts';
import { type Contract, loadContract } from '../../spec/index.ts';
import { DATA, FILES } from './bookshop.ts';
import { faults } from './faults.ts';
import { WORLD } from './misbehaviour.ts';

const contract: Contract = loadContract(...FILES);
/** `npm run example` takes every fault at both depths and five seeds; `npm test` a share, for all of them take minutes. */
const all = process.env.EXAMPLE_FULL !== undefined;
/** One fault of each word at least, and some of them at full depth. */
const STANDARD_EVERY = all ? 1 : 3;
const FULL_EVERY = all ? 1 : 45;
const SEEDS = all ? [1, 2, 3, 4, 5] : [1, 2];
/** Seeds that are judged at full depth; the others show at standard depth that another world is right too. */
const FULL_SEEDS = all ? SEEDS : [1];
/** The requests of the full depth: as many as it has by default, and as many as there is anything to ask. */
const [USUAL, MANY] = [4000, 40_000];
/** The world of the faults is the same for each: built once. */
const { rows: data } = buildWorld(contract, { seed: 1, ...WORLD });

function judged(mock: Mock, handler: Handler, options: Partial<JudgeOptions>): Promise<Report> {
  const { credentials } = mock;
  return judge({
    baseUrl: 'http://bookshop.test',
    contract,
    credentials,
    fetch: createFetch(handler),
    maxRequests: options.depth === 'full' ? MANY : 400,
    ...options,
  });
}

/** Everything that is not right, in words. */
function complaints({ results }: Report): readonly string[] {
  return results
    .filter(
      ({ verdict, reason = '' }) =>
        ['FAIL', 'WARN', 'ERROR'].includes(verdict) || (verdict === 'NOT_EXERCISED' && reason === ''),
    )
    .map(
      ({ check, operation, verdict, reason, findings }) =>
        `${verdict} ${check} ${operation} ${reason ?? findings[0]?.message}`,
    );
}

describe('the documents', () => {
  test('are one vendor with five lists and nothing of them is left out but formats', () => {
    expect([...new Set(contract.documents.map(({ api }) => api))]).toEqual(['bookshop']);
    expect(contract.operations).toHaveLength(5);
    expect(
      contract.documents.flatMap(({ leftOut }) => leftOut).filter((each) => !each.startsWith('the format')),
    ).toEqual([]);
  });

  test.each(SEEDS)('seed %i: the judge has nothing against the mock', async (seed) => {
    const mock = createMock({ contract, seed, checkReplies: true });
    expect(complaints(await judged(mock, mock, { depth: 'standard' }))).toEqual([]);
    const small = createMock({ contract, seed, ...WORLD, checkReplies: true });
    const depth = FULL_SEEDS.includes(seed) ? 'full' : 'standard';
    const requests = all || depth === 'standard' ? {} : { maxRequests: USUAL };
    expect(complaints(await judged(small, small, { depth, ...requests }))).toEqual([]);
  });

  test('rows from a file take the place of made ones', async () => {
    const data = readData(contract, DATA);
    const mock = createMock({ contract, data, checkReplies: true });
    expect(mock.stores.publisher?.count(new Map())).toBe(data.publisher?.length);
    expect(complaints(await judged(mock, mock, { depth: 'standard' }))).toEqual([]);
  });
});

describe('a deployment that misunderstands', () => {
  test('each word does so in three ways at least', () => {
    const words = faults.map(([word]) => word);
    expect(words.filter((word) => words.filter((each) => each === word).length < 3)).toEqual([]);
  });

  const chosen = faults.map((fault, index) => [fault[0], fault[1], fault[2], index] as const);
  test.each(chosen.filter(([, , , index]) => index % STANDARD_EVERY === 0))(
    '%s of %s: %s',
    async (_, list, __, index) => {
      const [, , , check, how] = faults[index] ?? [];
      const failed = async (options: Partial<JudgeOptions>) => {
        const mock = createMock({ contract, seed: 1, data });
        const handler = how?.(mock, list) ?? mock;
        const { results } = await judged(mock, handler, { ...options, operations: [list] });
        return results.filter(({ verdict }) => verdict === 'FAIL').map((result) => result.check);
      };
      // The standard depth may see it beside another filter only, where the check of pairs names it.
      const standard = await failed({ depth: 'standard' });
      expect(standard).not.toEqual([]);
      if (index % FULL_EVERY !== 0 && standard.includes(check ?? '')) return;
      const usual = await failed({ depth: 'full', maxRequests: USUAL });
      expect(usual.includes(check ?? '') ? usual : await failed({ depth: 'full' })).toContain(check);
    },
  );
});
