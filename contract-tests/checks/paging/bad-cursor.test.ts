// Cursors that nobody issued, answered with something else than the first page.
import { expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import { at, type Row, withValue } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { type Change, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ list }) => list.paging.style === 'cursor');

function judged(change: Change, options: MockOptions = {}) {
  const mock = createMock({ contract, ...options });
  return resultOf(mock, { check: 'bad-cursor', operation, fetch: change(createFetch(mock)) });
}

/** Cursors that were not issued are answered in another way. */
const forged =
  (answer: () => Response): Change =>
  (send) => {
    const issued = new Set<unknown>();
    return async (input, init) => {
      const cursor = new URL(String(input)).searchParams.get('cursor');
      if (cursor !== null && !issued.has(cursor)) return answer();
      const reply = await send(input, init);
      issued.add(at(await reply.clone().json(), '/nextCursor'));
      return reply;
    };
  };

test('cursors that nobody issued and that give the first page are right', async () => {
  const result = await judged(unchanged);
  expect(result).toMatchObject({ verdict: 'PASS', findings: [] });
  expect(result.message).toMatch(/^\d+ bad cursors$/);
});

test.each([
  ['refused', () => Response.json({ error: { code: 'VALIDATION' } }, { status: 422 }), 'status 422'],
  ['answered with nothing', () => Response.json({ items: [], nextCursor: null }), 'an empty page'],
])(
  'cursors that nobody issued and that are %s are found, each by what is wrong with it',
  async (_, answer, received) => {
    const result = await judged(forged(answer));
    expect(result.verdict).toBe('FAIL');
    const [finding] = result.findings;
    expect(finding).toMatchObject({ subject: 'cursor', level: 'must' });
    expect(finding?.count).toBeGreaterThanOrEqual(3);
    expect(finding?.message).toMatch(/^a cursor .+ does not give the first page$/);
    expect(finding?.examples[0]).toMatchObject({ expected: 'status 200 with the rows of the first page', received });
    expect(finding?.examples[0]?.curl[0]).toContain('cursor=');
    expect(strayClauses(result)).toEqual([]);
  },
);

test.each([
  ['lacks its last row', (rows: readonly Row[]) => rows.slice(0, -1)],
  ['shows a row otherwise', ([first, ...rows]: readonly Row[]) => [{ ...first, name: 'another' }, ...rows]],
])('a first page that %s is found, where the call without the cursor is right', async (_, change) => {
  const issued = new Set<string | null>([null]);
  const result = await judged((send) => async (input, init) => {
    const cursor = new URL(String(input)).searchParams.get('cursor');
    const body = await (await send(input, init)).json();
    const isGenuine = issued.has(cursor);
    issued.add(at(body, '/nextCursor') as string | null);
    const rows = at(body, operation.list.items) as Row[];
    return Response.json(isGenuine || rows.length === 0 ? body : withValue(body, operation.list.items, change(rows)));
  });
  expect(result.verdict).toBe('FAIL');
  expect(result.findings[0]?.message).toMatch(/^a cursor .+ does not give the first page$/);
  expect(strayClauses(result)).toEqual([]);
});

test('in a list without a second page the first one tells nothing', async () => {
  expect(await judged(unchanged, { scenario: 'empty' })).toMatchObject({
    verdict: 'NOT_EXERCISED',
    findings: [],
    reason: 'needs two campaigns, so that there is a second page',
  });
});
