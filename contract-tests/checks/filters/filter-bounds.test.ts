// Whether the row that stands exactly on a bound is in the list.
import { expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import { ownContract } from '../../own-contract.ts';
import { isBound } from '../../walk/filter-arguments.ts';
import { asking, type Change, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ filters }) => filters.some(isBound));
const { name } = theFirst(operation.filters, isBound);

/** The bound is read as one that leaves its own instant out. */
const exclusive = asking(({ searchParams }) => {
  const bound = searchParams.get(name);
  if (bound !== null) searchParams.set(name, new Date(Date.parse(bound) + 1).toISOString());
});

function judged(change: Change, options: MockOptions = {}, check = 'filter-bounds') {
  const mock = createMock({ contract, ...options });
  return resultOf(mock, { check, operation, fetch: change(createFetch(mock)) });
}

test('a bound whose own instant belongs to the list is right', async () => {
  expect(await judged(unchanged)).toMatchObject({ verdict: 'PASS', findings: [] });
});

test('a bound that leaves its own instant out is found with the row that stands on it', async () => {
  const result = await judged(exclusive);
  expect(result.verdict).toBe('FAIL');
  expect(result.findings.filter(({ subject }) => !subject.split(' and ').includes(name))).toEqual([]);
  const [finding] = result.findings;
  const [example] = finding?.examples ?? [];
  const [, bound = ''] = new RegExp(`${name}=([\\w:.-]+).* does not hold the rows`).exec(finding?.message ?? '') ?? [];
  expect(example?.expected).toContain(`"${operation.list.key}":"${example?.where}"`);
  expect(example?.received).toMatch(new RegExp(`^${example?.where} is missing from the list .*${name}=${bound}`));
  expect(example?.curl.at(-1)).toContain(`${name}=${encodeURIComponent(bound)}`);
  expect(strayClauses(result)).toEqual([]);
});

test('where an instant of another zone is refused, a plain one shows whether its own instant is in the list', async () => {
  const refusing: Change = (send) => async (input, init) => {
    const bound = new URL(String(input)).searchParams.get(name);
    const refusal = () => send(String(input).replace(name, `${name}=never&was-${name}`), init);
    return bound === null || /:\d\dZ$/.test(bound) ? send(input, init) : refusal();
  };
  expect(await judged(refusing)).toMatchObject({ verdict: 'PASS', findings: [] });
  expect((await judged((send) => refusing(exclusive(send)))).verdict).toBe('FAIL');
});

test('a bound that is wrong at its own instant alone is no finding of the check that looks for lost rows', async () => {
  expect(await judged(exclusive, {}, 'filter-completeness')).toMatchObject({ verdict: 'PASS', findings: [] });
});

test('without a row there is no instant to ask for', async () => {
  const result = await judged(unchanged, { scenario: 'empty' });
  expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [] });
  expect(result.reason).toContain('needs one campaign to ask for by its own instant');
});
