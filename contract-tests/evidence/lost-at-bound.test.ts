// Rows that are missing at the bound that was asked for: is it the bound that keeps them out?
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../mock/index.ts';
import { instant, memberOf } from '../../spec/index.ts';
import { readTexts, TEXT } from '../../spec/load/sample-document.ts';
import { type Change, listing, resultOf, theFirst } from '../checks/sample-deployment.ts';
import { ownContract } from '../own-contract.ts';
import { isBound } from '../walk/filter-arguments.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ filters }) => filters.some(isBound));
const { name, field } = theFirst(operation.filters, isBound);

const verdictOf = async (check: string, change: Change) =>
  (await resultOf(createMock({ contract }), { check, operation, fetch: change(createFetch(createMock({ contract }))) }))
    .verdict;

test('a row that comes with an earlier bound is kept out by its own', async () => {
  const exclusive = listing(operation, (rows, url) =>
    rows.filter((row) => instant(memberOf(row, field)) !== instant(url.searchParams.get(name))),
  );
  expect(await verdictOf('filter-bounds', exclusive)).toBe('FAIL');
});

test('a row that does not come with an earlier bound either is missing for another reason', async () => {
  // The last of all rows stands on many bounds that are asked for.
  const lacksLast = listing(operation, (rows, url) => (url.searchParams.has(name) ? rows.slice(0, -1) : rows));
  expect(await verdictOf('filter-bounds', lacksLast)).toBe('PASS');
  expect(await verdictOf('filter-completeness', lacksLast)).toBe('FAIL');
});

test('no bound is asked for that the parameter cannot have', async () => {
  const text = TEXT.replace('schema: { type: number }, x-filter', 'schema: { type: number, minimum: 0 }, x-filter');
  const shop = readTexts({ 'shop.yaml': text });
  const orders = theFirst(shop.operations, ({ id }) => id === 'listOrders');
  const mock = createMock({ contract: shop });
  const asked = new Set<number>();
  const losesFree: Change = (send) => (input, init) => {
    const cheapest = new URL(String(input)).searchParams.get('cheapest');
    if (cheapest !== null) asked.add(Number(cheapest));
    return listing(orders, (rows) => {
      const free = rows.map((row, index) => (index % 7 === 0 ? { ...row, price: 0 } : row));
      return cheapest === null ? free : free.filter(({ price }) => price !== 0);
    })(send)(input, init);
  };
  const { findings } = await resultOf(mock, {
    check: 'filter-completeness',
    operation: orders,
    fetch: losesFree(createFetch(mock)),
  });
  expect(findings.length).toBeGreaterThan(0);
  expect([...asked].filter((value) => value < 0)).toEqual([]);
});
