// Cursors that nobody issued, where the documentation refuses them.
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../../mock/index.ts';
import { readContract } from '../../../spec/index.ts';
import { sampleDocument } from '../../../spec/load/sample-document.ts';
import { type Change, resultOf, theFirst, unchanged } from '../sample-deployment.ts';

const contract = readContract([{ name: 'shop.yaml', value: sampleDocument(), lineOf: () => undefined }]);
const operation = theFirst(
  contract.operations,
  ({ list: { paging } }) => paging.style === 'cursor' && paging.badCursor === 'refused',
);

const judged = (change: Change) => {
  const mock = createMock({ contract });
  return resultOf(mock, { check: 'bad-cursor', operation, fetch: change(createFetch(mock)) });
};

/** Refusals for what is asked come with another status or body. */
const refusing =
  (status: number, body?: unknown): Change =>
  (send) =>
  async (input, init) => {
    const reply = await send(input, init);
    if (reply.status !== 400) return reply;
    return Response.json(body ?? (await reply.json()), { status, headers: reply.headers });
  };

test('a cursor that is refused as documented is right', async () => {
  expect(await judged(unchanged)).toMatchObject({ verdict: 'PASS', findings: [] });
});

test.each([
  ['another status', refusing(422), 'FAIL', 'must', 'status 400', 'status 422'],
  [
    'another code',
    refusing(400, { code: 'odd', message: 'No.' }),
    'FAIL',
    'must',
    'status 400 with code invalid',
    'code "odd"',
  ],
  // Of a body of another form the check of error bodies speaks.
  [
    'no code at its place',
    refusing(400, { error: 'No.' }),
    'WARN',
    'should',
    'status 400 with code invalid',
    'code nothing',
  ],
])('a cursor that is refused with %s is found', async (_, change, verdict, level, expected, received) => {
  const result = await judged(change);
  expect(result.verdict).toBe(verdict);
  expect(result.findings[0]?.level).toBe(level);
  expect(result.findings[0]?.examples[0]).toMatchObject({ expected, received });
  expect(result.findings[0]?.message).toMatch(/^a cursor .+ is not refused as documented$/);
});
