// Rows in another order than the documentation says, or than was asked for.
import { expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import { compareRows } from '../../../spec/index.ts';
import { teas } from '../../sample-teas.ts';
import { asking, type Change, listing, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

/** A list with an order of its own, and others that can be asked for. */
const contract = teas({
  paging: 'style: offset, offset: from',
  parameters: [
    '{ name: from, in: query, schema: { type: integer, minimum: 0, default: 0 } }',
    '{ name: sort, in: query, schema: { type: string, enum: [id, price] }, x-sort: { orders: { id: [id], price: [price, id] } } }',
    '{ name: way, in: query, schema: { type: string, enum: [up, down] }, x-sort: { directions: { up: ascending, down: descending } } }',
    '{ name: dear, in: query, schema: { type: integer, minimum: 1, maximum: 900 }, x-filter: { field: price, test: at-least } }',
  ],
  size: { minimum: 1, maximum: 50 },
});
const operation = theFirst(contract.operations, ({ list }) => list.resource === 'tea');

function judged(change: Change, options: MockOptions = {}) {
  const mock = createMock({ contract, size: { tea: 30 }, ...options });
  return resultOf(mock, { check: 'order', operation, fetch: change(createFetch(mock)) });
}

test('rows in the documented orders are right', async () => {
  const result = await judged(unchanged);
  expect(result).toMatchObject({ verdict: 'PASS', findings: [], message: '2 orders that can be asked for' });
});

test('an order that is asked for and not minded is found with two neighbours', async () => {
  const result = await judged(asking((url) => url.searchParams.delete('sort')));
  expect(result.verdict).toBe('FAIL');
  const finding = theFirst(result.findings, ({ subject }) => subject.startsWith('sort=price'));
  expect(finding.message).toMatch(/^rows do not stand in the documented order with sort=price/);
  const [example] = finding.examples;
  expect(example?.where).not.toBe('');
  expect(example?.expected).toMatch(/^rows by price (a|de)scending, then id ascending/);
  expect(example?.received).toMatch(/^\d+ behind \d+$/);
  expect(example?.curl[0]).toMatch(/^curl '.*sort=price/);
  expect(strayClauses(result)).toEqual([]);
});

test('rows that are alike in the first member are told by the one in which they differ', async () => {
  const turned = listing(operation, (rows, url) => {
    const alike = rows.map((row) => ({ ...row, price: 4 }));
    return url.searchParams.get('sort') === 'price' ? alike.toReversed() : alike;
  });
  const { findings } = await judged(turned);
  expect(findings.length).toBeGreaterThan(0);
  for (const { examples } of findings) expect(examples[0]?.received).toMatch(/^id ".+" behind ".+"$/);
});

test('a default order that is another one is found', async () => {
  const byPrice = listing(operation, (rows, { searchParams }) =>
    searchParams.has('sort')
      ? rows
      : [...rows].sort((one, other) => compareRows([{ field: 'price', descending: false }], one, other)),
  );
  const result = await judged(byPrice);
  expect(result.verdict).toBe('FAIL');
  expect(result.findings).toMatchObject([
    { subject: 'default order', message: 'rows do not stand in the documented order' },
  ]);
  expect(result.findings[0]?.examples[0]?.expected).toBe('rows by id ascending (no filter)');
  expect(strayClauses(result)).toEqual([]);
});

test('an order that is refused is found with its status', async () => {
  const refuses =
    (send: typeof fetch): typeof fetch =>
    async (input, init) =>
      String(input).includes('sort=price') ? Response.json({}, { status: 400 }) : send(input, init);
  const result = await judged(refuses);
  expect(result.verdict).toBe('FAIL');
  expect(result.findings[0]?.message).toMatch(/^the documented order sort=price\S* is not answered with a list$/);
  expect(result.findings[0]?.examples[0]).toMatchObject({ expected: 'status 200', received: 'status 400' });
});

test('rows that are all alike show no order', async () => {
  const alike = listing(operation, (rows) => rows.map((row) => ({ ...row, price: 7 })));
  const unsorted = asking(({ searchParams }) => ['sort', 'way'].forEach((name) => void searchParams.delete(name)));
  const result = await judged((send) => alike(unsorted(send)));
  expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [] });
  expect(result.reason).toMatch(/^sort=price\S*: needs two teas that differ in price$/);
});

test('an order that is forgotten beside a filter is found, for filters are asked in every order', async () => {
  const forgets = asking(({ searchParams }) => {
    if (searchParams.has('dear')) searchParams.delete('sort');
  });
  const mock = createMock({ contract, size: { tea: 30 } });
  const options = { only: ['filter-soundness'], fetch: forgets(createFetch(mock)) };
  const result = await resultOf(mock, { check: 'order', operation, ...options });
  expect(result.verdict).toBe('FAIL');
  expect(result.findings.map(({ subject }) => subject).join()).toContain('sort=price');
  expect(result.findings[0]?.examples[0]?.curl[0]).toMatch(/dear=.*sort=|sort=.*dear=/);
});
