// Walks that never come to an end.
import { expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import { at, placeParameter, withValue } from '../../../spec/index.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { ownContract } from '../../own-contract.ts';
import type { Flaw } from '../../verdict/finding.ts';
import type { Context } from '../../walk/context.ts';
import type { Page } from '../../walk/page.ts';
import type { Walk } from '../../walk/walk.ts';
import {
  asking,
  type Change,
  listing,
  replying,
  resultOf,
  strayClauses,
  theFirst,
  unchanged,
} from '../sample-deployment.ts';
import { cursorAdvances } from './cursor-advances.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ list }) => list.paging.style === 'cursor');
const { paging } = operation.list;
const next = 'next' in paging && paging.next !== undefined && 'value' in paging.next ? paging.next.value : '';

function judged(change: Change, options: MockOptions = {}) {
  const mock = createMock({ contract, ...options });
  return resultOf(mock, { check: 'cursor-advances', operation, fetch: change(createFetch(mock)) });
}

test('cursors that lead on and end are right', async () => {
  const result = await judged(unchanged);
  expect(result).toMatchObject({ verdict: 'PASS', findings: [] });
  expect(result.message).toMatch(/^[1-9]\d* walks of several pages$/);
});

test('a last page with a cursor that leads to the first one is found', async () => {
  const result = await judged(replying((body) => withValue(body, next, at(body, next) ?? 'once-more')));
  expect(result.verdict).toBe('FAIL');
  const [finding] = result.findings;
  expect(finding).toMatchObject({
    subject: 'endless walk',
    message: 'a walk does not come to an end: its cursors repeat, or bring no new row',
  });
  expect(finding?.examples[0]).toMatchObject({
    where: 'no filter',
    received: expect.stringMatching(/^\d+ pages, and/),
  });
  expect(finding?.examples[0]?.curl.at(-1)).toContain('cursor=once-more');
  // A page that is not full is the last one: what says so is broken, too.
  const ofEnd = operation.reply(200)?.clausesAt(next) ?? [];
  expect(strayClauses(result).length).toBeGreaterThan(0);
  expect(strayClauses(result).filter((stray) => !ofEnd.includes(stray))).toEqual([]);
});

test('a page of the default size that is not full ends the list too, whatever its number', async () => {
  const numbered = theFirst(contract.operations, ({ list }) => list.paging.style === 'page');
  const { more = '' } = numbered.list.paging.tells;
  const fetch = replying((body) => withValue(body, more, true))(createFetch(createMock({ contract })));
  const result = await resultOf(createMock({ contract }), { check: 'cursor-advances', operation: numbered, fetch });
  const usual = theFirst(result.findings, ({ examples }) => examples[0]?.where === 'no filter');
  const ofEnd = numbered.reply(200)?.clausesAt(more) ?? [];
  expect(usual.clauses.map(({ id }) => id).filter((id) => !ofEnd.includes(id))).toEqual([]);
});

test('a cursor that is not minded, so that the first page comes for ever, is found', async () => {
  const result = await judged(asking((url) => url.searchParams.delete('cursor')));
  expect(result.verdict).toBe('FAIL');
  expect(result.findings[0]?.examples[0]?.received).toBe('2 pages, and still a cursor');
  expect(strayClauses(result)).toEqual([]);
});

/** What a walk that goes round in circles comes to, where rows move or do not, and where it ends so when it is made again. */
async function circling(changing: boolean, again: Walk['stop'], pages: readonly Page[] = []): Promise<readonly Flaw[]> {
  const shared = { operation, register: contract.register };
  const walk = { args: [], size: undefined, start: undefined, place: undefined, more: [], pages, rows: [], at: 0 };
  const fresh = async (): Promise<Walk> => ({ ...walk, stop: again });
  // All that the check looks at where walks have gone round in circles.
  const context = { ...shared, run: { changing }, fresh } as unknown as Context;
  const evidence = { ...shared, sizes: [], walks: [{ ...walk, stop: 'loop' }] } as unknown as Evidence;
  if (!('ask' in cursorAdvances)) throw new Error('The check asks nothing.');
  return (await cursorAdvances.ask(context, evidence)).flaws;
}

test('a walk that goes round in circles once is wrong where nothing moves; where rows do, it must do so again', async () => {
  expect(await circling(false, 'end')).toHaveLength(1);
  expect(await circling(true, 'loop')).toHaveLength(1);
  expect(await circling(true, 'end')).toHaveLength(0);
});

test('numbered pages that bring no new row are endless behind the last that the total promises, for rows may move', async () => {
  const numbered = theFirst(contract.operations, ({ list }) => list.paging.style === 'page');
  const { limit = '' } = numbered.list.paging;
  const query = [
    [limit, '2'],
    [placeParameter(numbered.list.paging) ?? '', '3'],
  ] as const;
  // Nothing else is read of a page.
  const page = (total: number) =>
    ({
      exchange: { request: { operation: numbered, query } },
      rows: [{}, {}],
      next: '4',
      told: { total },
    }) as unknown as Page;
  expect(await circling(false, 'end', [page(7)])).toEqual([]);
  expect(await circling(false, 'end', [page(6)])).toMatchObject([{ subject: 'endless walk' }]);
});

test('a list that has grown since it was seen whole takes more pages, and comes to an end', async () => {
  let replies = 0;
  const grown = listing(operation, (rows) => {
    replies += 1;
    return replies === 1 ? rows.slice(0, 3) : rows;
  });
  const { findings } = await judged(grown);
  expect(findings).toEqual([]);
});

test('an empty list has no second page to lead to', async () => {
  expect(await judged(unchanged, { scenario: 'empty' })).toMatchObject({
    verdict: 'NOT_EXERCISED',
    findings: [],
    reason: 'needs more rows than one page of the smallest size holds',
  });
});

test('where pages do not end, a gap says that, and not that requests are missing', async () => {
  const circles = replying((body) => withValue(body, next, at(body, next) ?? 'once-more'));
  const mock = createMock({ contract });
  const { reason } = await resultOf(mock, { check: 'pages-agree', operation, fetch: circles(createFetch(mock)) });
  expect(reason).toBe('the pages of the whole list do not come to an end');
});
