// A value that no row has: nothing, or a refusal; never the whole list.
import { expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import { at, type Row, withValue } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { isBound, isId } from '../../walk/filter-arguments.ts';
import { type Change, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ filters }) => filters.some(isId) && filters.some(isBound));
const { name, field } = theFirst(operation.filters, isId);

function judged(change: Change, options: MockOptions = {}) {
  const mock = createMock({ contract, ...options });
  return resultOf(mock, { check: 'filter-impossible', operation, fetch: change(createFetch(mock)) });
}

/** Calls with the filter that nothing passes are answered in another way. */
const whereNothingPasses =
  (answer: (url: URL, send: (url: URL) => Promise<Response>) => Promise<Response>): Change =>
  (send) =>
  async (input, init) => {
    const reply = await send(input, init);
    const url = new URL(String(input));
    if (reply.status !== 200 || !url.searchParams.has(name)) return reply;
    const rows = at(await reply.clone().json(), operation.list.items);
    return Array.isArray(rows) && rows.length === 0 ? answer(url, (to) => send(to, init)) : reply;
  };

test('a value that nothing has and that gives nothing is right', async () => {
  expect(await judged(unchanged)).toMatchObject({ verdict: 'PASS', findings: [] });
});

test('a value that nothing has and that is refused is right too', async () => {
  const error = { error: { code: 'NOT_FOUND', message: 'No such row.', requestId: 'req_1' } };
  const refuses = whereNothingPasses(async () => Response.json(error, { status: 404 }));
  expect(await judged(refuses)).toMatchObject({ verdict: 'PASS', findings: [] });
});

test('two filters of which one is enough are told as that, and not of the values that nothing has', async () => {
  const other = theFirst(operation.filters, (filter) => filter.many);
  const either: Change = (send) => async (input, init) => {
    const url = new URL(String(input));
    if (!url.searchParams.has(name) || !url.searchParams.has(other.name)) return send(input, init);
    url.searchParams.delete(name);
    return send(url, init);
  };
  expect(await judged(either)).toMatchObject({ verdict: 'PASS', findings: [] });
  const mock = createMock({ contract });
  const pairs = await resultOf(mock, { check: 'filter-pairs', operation, fetch: either(createFetch(mock)) });
  expect(pairs.verdict).toBe('FAIL');
});

test('a value that nothing has and that gives the whole list is found with its rows', async () => {
  const result = await judged(
    whereNothingPasses((url, send) => {
      url.searchParams.delete(name);
      return send(url);
    }),
  );
  expect(result.verdict).toBe('FAIL');
  const finding = theFirst(result.findings, ({ subject }) => subject.split(' and ').includes(name));
  expect(finding.message).toMatch(new RegExp(`${name}=\\S+ lists rows that it should keep out: the answer is that of`));
  expect(finding.examples[0]?.expected).toMatch(new RegExp(`^only rows that pass ${name}=`));
  expect(finding.examples[0]?.received).toMatch(new RegExp(`^${field}: "`));
  expect(finding.examples[0]?.curl[1]).toContain(`${name}=`);
  // Rows that are listed against a filter break what is said of it, too.
  const stray = strayClauses(result).map((each) => contract.register.get(each)?.holder);
  expect(new Set(stray)).toEqual(new Set(['check:filter-soundness']));
});

test('a value that nothing has and that gives a row of its own, which no other call shows, is found', async () => {
  const result = await judged(
    whereNothingPasses(async (url, send) => {
      const all = new URL(url);
      for (const each of operation.filters) all.searchParams.delete(each.name);
      const body = (await (await send(all)).json()) as Row;
      const [row] = at(body, operation.list.items) as Row[];
      const asked = Object.fromEntries(operation.filters.map((each) => [each.field, url.searchParams.get(each.name)]));
      const hidden = { ...row, ...asked, [operation.list.key]: 'hidden', [field]: url.searchParams.get(name) };
      return Response.json(withValue({ ...body, nextCursor: null }, operation.list.items, [hidden]));
    }),
  );
  expect(result.verdict).toBe('FAIL');
  const wheres = result.findings.flatMap(({ examples }) => examples.map(({ where }) => where));
  expect(wheres).toContain('hidden');
  expect(strayClauses(result)).toEqual([]);
});

test('in an empty list every value gives nothing', async () => {
  const result = await judged(unchanged, { scenario: 'empty' });
  expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [] });
  expect(result.reason).toBe('needs one campaign, which the filter would keep out');
});
