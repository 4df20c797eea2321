// Refusals in another shape than the vendor's one.
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../../mock/index.ts';
import { ownContract } from '../../own-contract.ts';
import { type Change, resultOf, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ refusals }) => refusals['insufficient-scope'] !== undefined);

/** Judged behind the check that has calls refused. */
function judged(change: Change, only: readonly string[] = ['authentication']) {
  const mock = createMock({ contract });
  return resultOf(mock, { check: 'error-body', operation, only, fetch: change(createFetch(mock)) });
}

/** Every refusal comes with another body. */
const refusing =
  (body: (json: { readonly error: object }) => string): Change =>
  (send) =>
  async (input, init) => {
    const reply = await send(input, init);
    if (reply.status === 200) return reply;
    return new Response(body((await reply.json()) as { readonly error: object }), reply);
  };

test('refusals in the documented shape are right', async () => {
  const result = await judged(unchanged);
  expect(result).toMatchObject({ verdict: 'PASS', findings: [] });
  expect(result.message).toMatch(/^[1-9]\d* refusals$/);
  expect(result.exercised?.length).toBeGreaterThan(0);
});

test('a refusal without a member of the shape is found with its place and the call', async () => {
  const result = await judged(refusing(({ error }) => JSON.stringify({ error: { ...error, message: undefined } })));
  expect(result.verdict).toBe('WARN');
  const [finding, ...others] = result.findings;
  expect(others).toEqual([]);
  expect(finding?.subject).toContain('/error/message');
  expect(finding?.count).toBeGreaterThan(1);
  expect(finding?.clauses.map(({ id }) => id)).not.toEqual([]);
  expect(finding?.examples[0]?.curl[0]).toMatch(/^curl '/);
});

test('a refusal that is no JSON document is found', async () => {
  const result = await judged(refusing(() => '<h1>Go away</h1>'));
  expect(result.verdict).toBe('WARN');
  const [finding] = result.findings;
  expect(finding).toMatchObject({ subject: 'error body', message: 'an error comes without the documented body' });
  expect(finding?.examples[0]).toMatchObject({ expected: 'a JSON document' });
  expect(finding?.clauses.map(({ id }) => id)).not.toEqual([]);
});

test('a refusal that comes as another kind of document breaks what is said of its media type as well', async () => {
  const page: Change = (send) => async (input, init) => {
    const reply = await send(input, init);
    return reply.status === 200
      ? reply
      : new Response('<h1>Go away</h1>', { status: reply.status, headers: { 'content-type': 'text/html' } });
  };
  const { findings } = await judged(page);
  const cited = findings.flatMap(({ clauses }) => clauses.map(({ id }) => id));
  const ofType = operation.reply(401)?.mediaClauses ?? [];
  expect(ofType.length).toBeGreaterThan(0);
  expect(cited).toEqual(expect.arrayContaining([...ofType]));
});

test('where no call was refused no shape was seen', async () => {
  const reason = 'no call was refused in a documented way';
  expect(await judged(unchanged, [])).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [], reason });
});
