// Headers that are promised and do not come, and headers that come though they are not sent.
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../../mock/index.ts';
import type { Operation } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { type Change, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();
const promising = theFirst(contract.operations, ({ api }) => api === 'layers');
const silent = theFirst(contract.operations, ({ api }) => api === 'klayrai');

function judged(operation: Operation, change: Change) {
  const mock = createMock({ contract });
  return resultOf(mock, { check: 'response-headers', operation, fetch: change(createFetch(mock)) });
}

/** Every reply comes with other headers. */
const heading =
  (change: (headers: Headers) => void): Change =>
  (send) =>
  async (input, init) => {
    const reply = await send(input, init);
    change(reply.headers);
    return reply;
  };

test.each([
  ['promises headers', promising],
  ['promises that there are none', silent],
])('a deployment that keeps to a documentation which %s is right', async (_, operation) => {
  const result = await judged(operation, unchanged);
  expect(result).toMatchObject({ verdict: 'PASS', findings: [] });
  expect(result.exercised?.length).toBeGreaterThan(0);
});

test.each([
  ['is missing', (headers: Headers) => headers.delete('X-RateLimit-Endpoint-Class')],
  ['has another value', (headers: Headers) => headers.set('X-RateLimit-Endpoint-Class', 'write-heavy')],
])('a promised header that %s is found with the call', async (_, change) => {
  const result = await judged(promising, heading(change));
  expect(result.verdict).toBe('WARN');
  const [finding, ...others] = result.findings;
  expect(others).toEqual([]);
  expect(finding?.subject.toLowerCase()).toContain('x-ratelimit-endpoint-class');
  expect(finding?.examples[0]?.curl[0]).toMatch(/^curl -H "authorization: Bearer \$ADS_KIT_TOKEN" 'http/);
  expect(strayClauses(result)).toEqual([]);
});

test('a header that comes though the documentation says that it does not is found', async () => {
  const result = await judged(
    silent,
    heading((headers) => headers.set('X-RateLimit-Remaining', '7')),
  );
  expect(result.verdict).toBe('WARN');
  expect(result.findings).toHaveLength(1);
  expect(result.findings[0]?.subject.toLowerCase()).toContain('x-ratelimit-remaining');
  expect(strayClauses(result)).toEqual([]);
});

test('replies whose headers are documented nowhere show nothing', async () => {
  const teapot: Change = () => async () => Response.json({}, { status: 418 });
  const reason = 'no reply came whose headers are documented';
  expect(await judged(promising, teapot)).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [], reason });
});
