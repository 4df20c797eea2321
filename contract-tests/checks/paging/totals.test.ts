// Totals that count something else than the filtered list.
import { expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import { at, placeParameter, withValue } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { type Change, listing, replying, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ list }) => list.paging.tells.total !== undefined);
const total = operation.list.paging.tells.total ?? '';
const names = operation.filters.map(({ name }) => name);
const WHOLE = 47;

function judged(change: Change, options: MockOptions = {}) {
  const mock = createMock({ contract, size: { account: WHOLE }, ...options });
  return resultOf(mock, { check: 'totals', operation, fetch: change(createFetch(mock)) });
}

test('a total that counts the filtered list is right', async () => {
  const result = await judged(unchanged);
  expect(result).toMatchObject({ verdict: 'PASS', findings: [] });
  expect(result.message).toMatch(/^[1-9]\d* walks counted$/);
});

test('a total that counts the rows of the page alone is found', async () => {
  const counted = (body: unknown) => Object.keys(at(body, operation.list.items) ?? []).length;
  const result = await judged(replying((body) => withValue(body, total, counted(body))));
  expect(result.verdict).toBe('FAIL');
  const [finding] = result.findings;
  expect(finding).toMatchObject({ subject: 'total', message: 'the total is not the number of rows in the list' });
  expect(finding?.examples[0]?.where).toBe('no filter');
  expect(strayClauses(result)).toEqual([]);
});

test('a total that forgets the filters is found under a filter, with both numbers', async () => {
  const forgets = replying((body, { searchParams }) =>
    names.some((name) => searchParams.has(name)) ? withValue(body, total, WHOLE) : body,
  );
  const result = await judged(forgets);
  expect(result.verdict).toBe('FAIL');
  const examples = result.findings.flatMap((finding) => finding.examples);
  expect(examples.filter(({ where }) => !names.some((name) => where.startsWith(`${name}=`)))).toEqual([]);
  expect(examples[0]?.received).toBe(String(WHOLE));
  expect(Number(examples[0]?.expected)).toBeLessThan(WHOLE);
  expect(examples[0]?.curl[0]).toMatch(new RegExp(`^curl -H "x-api-key: .*[?&](${names.join('|')})=`));
  expect(strayClauses(result)).toEqual([]);
});

test('a total of none behind the last page, as a count beside the rows comes to, is found', async () => {
  const counted = replying((body) => {
    const rows = at(body, operation.list.items);
    return Array.isArray(rows) && rows.length === 0 ? withValue(body, total, 0) : body;
  });
  const result = await judged(counted);
  expect(result.verdict).toBe('FAIL');
  expect(result.findings[0]?.examples).toMatchObject([
    { where: 'a page behind the last', expected: String(WHOLE), received: '0' },
  ]);
  expect(strayClauses(result)).toEqual([]);
});

test('in an empty list there is nothing to count', async () => {
  const result = await judged(unchanged, { scenario: 'empty', size: {} });
  expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [], reason: 'needs one account' });
});

test('pages that give rows twice in place of others are no fault of a total that counts them right', async () => {
  const { paging } = operation.list;
  const [place, size] = [placeParameter(paging) ?? '', paging.limit ?? ''];
  // The last row of every later page is the one before it once more.
  const repeats = listing(operation, (rows, { searchParams }) => {
    const isLater = Number(searchParams.get(place) ?? 1) > 1 && Number(searchParams.get(size) ?? 2) > 1;
    return isLater && rows.length > 1 ? rows.with(-1, rows.at(-2) ?? {}) : rows;
  });
  expect((await judged(repeats, { size: { account: 130 } })).findings).toEqual([]);
});

test('rows that are lost in pages of the largest size are no fault of a total that counts them, for others show them', async () => {
  const { list } = operation;
  const loses = listing(operation, (rows, { searchParams }) =>
    searchParams.get(list.paging.limit ?? '') === String(list.size?.maximum) ? rows.slice(0, -7) : rows,
  );
  expect((await judged(loses)).findings).toEqual([]);
});

test('a total that is lost where the same call comes again is found, for what other checks ask is counted as well', async () => {
  const asked = new Set<string>();
  const forgetful = replying((body, { search }) => {
    const isKnown = asked.has(search);
    asked.add(search);
    return isKnown ? withValue(body, total, 0) : body;
  });
  const mock = createMock({ contract, size: { account: WHOLE } });
  const options = { operation, only: ['filter-soundness', 'version-header'], fetch: forgetful(createFetch(mock)) };
  expect(await resultOf(mock, { check: 'totals', ...options })).toMatchObject({ verdict: 'FAIL' });
});
