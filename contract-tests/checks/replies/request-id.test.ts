// Request ids that say one thing in the header and another in the body, or belong to several requests.
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../../mock/index.ts';
import { withValue } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { type Change, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ error }) => error.requestId !== undefined);
const { header = '', body: place = '' } = operation.error.requestId ?? {};

/** Judged behind the check that has calls refused. */
function judged(change: Change, only: readonly string[] = ['authentication']) {
  const mock = createMock({ contract });
  return resultOf(mock, { check: 'request-id', operation, only, fetch: change(createFetch(mock)) });
}

test('ids that are told alike and belong to one request each are right', async () => {
  const result = await judged(unchanged);
  expect(result).toMatchObject({ verdict: 'PASS', findings: [] });
  expect(result.message).toMatch(/^[1-9]\d* ids in headers, [1-9]\d* of them in bodies too$/);
});

test('an id in the body that is not the one in the header is found with both', async () => {
  const apart: Change = (send) => async (input, init) => {
    const reply = await send(input, init);
    return reply.status === 200 ? reply : Response.json(withValue(await reply.json(), place, 'req_other'), reply);
  };
  const result = await judged(apart);
  expect(result.findings).toMatchObject([{ subject: 'the id in the error body is not the one in the header' }]);
  expect(result.verdict).toBe('WARN');
  const [example] = result.findings[0]?.examples ?? [];
  expect(example).toMatchObject({ expected: expect.stringMatching(/^req_\w+$/), received: 'req_other' });
  expect(example?.curl[0]).toMatch(/^curl '/);
  expect(strayClauses(result)).toEqual([]);
});

test('one id for every reply is found with the calls of two', async () => {
  const shared: Change = (send) => async (input, init) => {
    const reply = await send(input, init);
    reply.headers.set(header, 'req_always');
    return reply;
  };
  const result = await judged(shared);
  const finding = theFirst(result.findings, ({ subject }) => subject === 'two replies have the same request id');
  expect(finding.examples[0]).toMatchObject({ expected: 'an id of its own', received: 'req_always' });
  expect(finding.examples[0]?.curl).toHaveLength(2);
  expect(strayClauses(result)).toEqual([]);
});

test('ids that were not seen twice tell nothing', async () => {
  const bare: Change = (send) => async (input, init) => {
    const reply = await send(input, init);
    reply.headers.delete(header);
    return reply;
  };
  const reason = 'needs two replies with an id';
  expect(await judged(unchanged, [])).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [], reason });
  expect(await judged(bare)).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [], reason });
});
