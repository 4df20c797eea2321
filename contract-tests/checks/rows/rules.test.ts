// Rows whose own members contradict each other.
import { describe, expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import { ownContract } from '../../own-contract.ts';
import { type Change, listing, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();

describe.each([
  ['instants', 'at-or-after', '2001-01-01T00:00:00Z', '2002-02-02T00:00:00Z', 'WARN'],
  ['numbers', 'at-most', 9, 4, 'FAIL'],
] as const)('a relation between two %s', (_, relation, value, bound, verdict) => {
  const operation = theFirst(contract.operations, ({ rules }) => rules.some(({ test: each }) => each === relation));
  const { field, other } = theFirst(operation.rules, ({ test: each }) => each === relation);

  function judged(change: Change, options: MockOptions = {}) {
    const mock = createMock({ contract, ...options });
    return resultOf(mock, { check: 'rules', operation, fetch: change(createFetch(mock)) });
  }

  test('that every row keeps is right', async () => {
    const result = await judged(unchanged);
    expect(result).toMatchObject({ verdict: 'PASS', findings: [] });
    expect(result.message).toMatch(/^1 rules on [1-9]\d* rows$/);
  });

  test('that one row breaks is found with the row, both values and the call', async () => {
    const breaks = listing(operation, ([first, ...rows]) => [{ ...first, [field]: value, [other]: bound }, ...rows]);
    const result = await judged(breaks);
    expect(result.verdict).toBe(verdict);
    const [finding, ...others] = result.findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      subject: `${field} ${relation} ${other}`,
      level: verdict === 'FAIL' ? 'must' : 'should',
      message: `${field} is not ${relation} ${other}`,
    });
    expect(finding?.examples[0]).toMatchObject({
      where: expect.stringMatching(/\w{5}/),
      expected: `${field} ${relation} ${JSON.stringify(bound)}`,
      received: JSON.stringify(value),
      curl: [expect.stringMatching(/^curl -H/)],
    });
    expect(strayClauses(result)).toEqual([]);
  });

  test('that no row can break, because one of the two is missing everywhere, is not exercised', async () => {
    const bare = listing(operation, (rows) => rows.map((row) => ({ ...row, [field]: null })));
    const result = await judged(bare);
    expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [] });
    expect(result.reason).toMatch(new RegExp(`^needs one \\w+ with ${field} and ${other}$`));
  });
});
