// Deployments that insist on a header which may be left out.
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../../mock/index.ts';
import { ownContract } from '../../own-contract.ts';
import { type Change, hasty, listing, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();
const isOptionalHeader = (each: { readonly in: string; readonly required: boolean }) =>
  each.in === 'header' && !each.required;
const operation = theFirst(contract.operations, ({ parameters }) => parameters.some(isOptionalHeader));
const { name } = theFirst(operation.parameters, isOptionalHeader);

function judged(change: Change) {
  const mock = createMock({ contract });
  return resultOf(mock, { check: 'version-header', operation, fetch: change(createFetch(mock)), clock: hasty });
}

/** Calls without the header are answered with a status. */
const insisting =
  (status: number): Change =>
  (send) =>
  async (input, init) =>
    new Headers(init?.headers).has(name) ? send(input, init) : Response.json({}, { status });

test('a call that is served with the header and without it is right', async () => {
  const result = await judged(unchanged);
  expect(result).toMatchObject({ verdict: 'PASS', findings: [], message: `without ${name}` });
  expect(result.exercised).toEqual(result.clauses);
});

test('a call that is refused without the header is a warning', async () => {
  const result = await judged(insisting(400));
  expect(result.verdict).toBe('WARN');
  expect(result.findings).toMatchObject([
    { subject: name, level: 'should', message: `a call without ${name} is not served` },
  ]);
  const [example] = result.findings[0]?.examples ?? [];
  expect(example).toMatchObject({ expected: 'status 200', received: 'status 400' });
  expect(example?.curl[0]).toMatch(/^curl -H "x-api-key: /);
  expect(example?.curl[0]).not.toContain(name);
  expect(strayClauses(result)).toEqual([]);
});

test('a call that is refused with the header, and served without it, is a breach', async () => {
  const result = await judged(
    (send) => async (input, init) =>
      new Headers(init?.headers).has(name) ? Response.json({}, { status: 400 }) : send(input, init),
  );
  expect(result.verdict).toBe('FAIL');
  expect(result.findings).toMatchObject([
    { subject: name, level: 'must', message: `a call with ${name} is refused, and served without` },
  ]);
  const [example] = result.findings[0]?.examples ?? [];
  expect(example).toMatchObject({ expected: 'status 200', received: 'status 400' });
  expect(example?.curl.map((line) => line.includes(name))).toEqual([true, false]);
  expect(strayClauses(result)).toEqual([]);
});

test('a call that gets another list without the header is a warning', async () => {
  const shorter = listing(operation, (rows) => rows.slice(1));
  const result = await judged(
    (send) => (input, init) => (new Headers(init?.headers).has(name) ? send(input, init) : shorter(send)(input, init)),
  );
  expect(result.verdict).toBe('WARN');
  expect(result.findings).toMatchObject([
    { subject: name, level: 'should', message: `a call without ${name} is answered with another list` },
  ]);
  expect(strayClauses(result)).toEqual([]);
});

test('a call that is redirected without the header shows nothing', async () => {
  const result = await judged(insisting(304));
  expect(result.findings).toEqual([]);
  expect(result.verdict).toBe('NOT_EXERCISED');
  expect(result.reason).toContain(`a call without ${name} was answered with`);
});

test('where the list is served to nobody, the header is not to blame', async () => {
  const teapot: Change = () => async () => Response.json({}, { status: 418 });
  const reason = expect.stringContaining(`a call without ${name} was answered with 418`);
  expect(await judged(teapot)).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [], reason });
});
