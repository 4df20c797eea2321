// Keys that are valid and must be refused all the same: without scope, revoked, of a plan without access.
import { describe, expect, test } from 'vitest';
import { createFetch, createMock } from '../../../mock/index.ts';
import { credentialFor } from '../../../spec/index.ts';
import { keyFor } from '../../http/credentials.ts';
import type { JudgeOptions } from '../../judge-options.ts';
import { ownContract } from '../../own-contract.ts';
import { type Change, resultOf, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();

describe.each([
  ['scope', 'insufficient-scope', 'a key without the scope'],
  ['revoked-key', 'revoked-credential', 'a revoked key'],
  ['plan', 'insufficient-plan', 'a key of a plan without API access'],
] as const)('the check %s', (check, role, key) => {
  const operation = theFirst(contract.operations, ({ refusals }) => refusals[role] !== undefined);
  const { name = '', option, variable } = credentialFor(operation, role) ?? {};
  const { status, code } = operation.refusals[role] ?? {};

  function judged(change: Change, options: Partial<JudgeOptions> = {}) {
    const mock = createMock({ contract });
    return resultOf(mock, { check, operation, fetch: change(createFetch(mock)), ...options });
  }

  /** What is refused is answered in another way. */
  const refusing =
    (answer: (again: () => Promise<Response>) => Promise<Response>): Change =>
    (send) => {
      let good: RequestInit | undefined;
      return async (input, init) => {
        good ??= init;
        const reply = await send(input, init);
        return reply.status === 200 ? reply : answer(() => send(input, good));
      };
    };

  test('passes a deployment that refuses the key as documented', async () => {
    const result = await judged(unchanged);
    expect(result).toMatchObject({ verdict: 'PASS', findings: [], message: key });
    expect(result.exercised?.length).toBeGreaterThan(0);
  });

  test('finds a deployment that serves the key', async () => {
    const result = await judged(refusing((again) => again()));
    expect(result.verdict).toBe('FAIL');
    const [finding, ...others] = result.findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ subject: role, message: `a call with ${key} is served` });
    expect(finding?.examples[0]?.expected).toContain(`status ${status} with code ${code}`);
    expect(finding?.examples[0]?.received).toMatch(/^status 200 with [1-9]\d* rows$/);
    expect(finding?.examples[0]?.curl[0]).toContain(`$${variable}`);
    expect(finding?.clauses.map(({ id }) => id)).not.toEqual([]);
  });

  test('finds a refusal with another status', async () => {
    const result = await judged(refusing(async () => Response.json({}, { status: 418 })));
    expect(result.findings).toMatchObject([
      { message: `a call with ${key} is refused with another status`, examples: [{ received: 'status 418' }] },
    ]);
    expect(result.findings[0]?.clauses.map(({ id }) => id)).not.toEqual([]);
  });

  test('warns of a refusal whose body has another form, in which the code may stand elsewhere', async () => {
    const result = await judged(refusing(async () => Response.json({ failure: code }, { status: status ?? 400 })));
    expect(result).toMatchObject({ verdict: 'WARN', findings: [{ level: 'should' }] });
  });

  test('asks for the key where none was given', async () => {
    const { credentials } = createMock({ contract });
    const { [name]: _, ...others } = credentials[operation.api] ?? {};
    const result = await judged(unchanged, { credentials: { [operation.api]: others } });
    expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', reason: `needs ${key} (--${option})` });
  });

  test('asks for another key where the good one was given in its place', async () => {
    const { credentials } = createMock({ contract });
    const good = keyFor(operation);
    const own = { ...credentials[operation.api] };
    const result = await judged(unchanged, {
      credentials: { [operation.api]: { ...own, [name]: own[good?.name ?? ''] } },
    });
    expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [] });
    expect(result.reason).toContain('the one that was given is the good key');
  });
});
