import { expect, test } from 'vitest';
import { firstPlace, placeParameter } from '../../spec/index.ts';
import { readTexts, TEXT } from '../../spec/load/sample-document.ts';
import { ownContract } from '../own-contract.ts';
import { invalidCalls, invalidValues } from './invalid-values.ts';

const operation = ownContract().operations.find(({ filters }) => filters.some(({ name, field }) => name !== field));
const filter = operation?.filters.find(({ name, field }) => name !== field);
if (operation === undefined || filter === undefined) throw new Error('No parameter is about a member of another name.');
const { name, field, allowed } = filter;

const triedWith = (rows: Parameters<typeof invalidValues>[1]) =>
  invalidValues(operation, rows).find((each) => each.name === name);

test('a value of the member that has the name of the parameter is tried, if the parameter is about another one', () => {
  const rows = [
    { [field]: allowed[0], [name]: 'zeta' },
    { [field]: allowed[0], [name]: 'beta' },
  ];
  expect(triedWith(rows)).toEqual({ name, value: 'beta', certain: true });
});

test('a value that the parameter can have is not tried', () => {
  expect(triedWith([{ [name]: allowed[0] }])?.value).toBe('no-such-value');
});

test('where the refusal is documented, the full depth tries each value beside every other parameter as well', () => {
  const documented = ownContract().operations.find(
    ({ refusals, filters }) => refusals['invalid-parameter']?.observed === false && filters.length > 0,
  );
  if (documented === undefined) throw new Error('No list documents how an invalid parameter is refused.');
  const calls = invalidCalls(documented, [], 'full', 0);
  const alone = calls.filter(({ beside }) => beside.length === 0);
  expect(alone.map(({ values }) => values)).toEqual(invalidValues(documented, []).map((each) => [each]));
  const besides = calls.filter(({ beside }) => beside.length > 0);
  expect(besides.every(({ values, beside }) => values[0]?.name !== beside[0]?.[0])).toBe(true);
  const others = new Set(besides.map(({ beside }) => beside[0]?.[0]));
  expect([...others].sort()).toEqual(
    documented.parameters.flatMap((each) => (each.in === 'query' ? [each.name] : [])).sort(),
  );
  // A later page, for the first is what comes without a place too.
  const { paging } = documented.list;
  const places = besides.flatMap(({ beside }) => beside.filter(([name]) => name === placeParameter(paging)));
  expect(places.length).toBeGreaterThan(0);
  expect(places.filter(([, value]) => value === firstPlace(paging))).toEqual([]);
  expect(invalidCalls(documented, [], 'standard', 0)).toEqual(alone);
});

test('a document without a register rules out what the types of its filters do not hold, and no size', () => {
  const orders = readTexts({ 'shop.yaml': TEXT }).operations.find(({ id }) => id === 'listOrders');
  if (orders === undefined) throw new Error('The shop has no orders.');
  const certain = invalidValues(orders, []).filter((each) => each.certain);
  expect(certain.map((each) => `${each.name}=${each.value}`)).toEqual([
    ...['state=no-such-value', 'sort=no-such-value', 'cheapest=abc', 'from=yesterday'],
  ]);
});

test('a text that has not the form of its filter is ruled out as well', () => {
  const text = TEXT.replace(
    'search, in: query, schema: { type: string }',
    'search, in: query, schema: { type: string, pattern: "^[a-z-]+$" }',
  );
  const orders = readTexts({ 'shop.yaml': text }).operations.find(({ id }) => id === 'listOrders');
  if (orders === undefined) throw new Error('The shop has no orders.');
  expect(invalidValues(orders, []).find((each) => each.name === 'search')).toEqual({
    name: 'search',
    value: '?',
    certain: true,
  });
});

test('of very many invalid values beside others some stand for all', () => {
  const orders = readTexts({ 'shop.yaml': TEXT }).operations.find(({ id }) => id === 'listOrders');
  if (orders === undefined) throw new Error('The shop has no orders.');
  const filters = orders.filters.flatMap((filter) => Array.from({ length: 9 }, () => filter));
  const besides = invalidCalls({ ...orders, filters }, [], 'full', 0).filter(({ beside }) => beside.length > 0);
  expect(besides).toHaveLength(120);
});
