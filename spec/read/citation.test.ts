import { expect, test } from 'vitest';
import { loadContract } from '../load/load-contract.ts';
import type { Operation } from '../meaning/operation.ts';
import { clausesElsewhere } from './citation.ts';

const { operations } = loadContract();
const some = operations[0] as Operation;

const listWith = (clauses: readonly string[], ofFilter: readonly string[]): Operation => ({
  ...some,
  list: { ...some.list, clauses },
  filters: some.filters.slice(0, 1).map((filter) => ({ ...filter, clauses: ofFilter })),
});

test('what only filters of other operations say is said elsewhere', () => {
  const operation = listWith([], ['ONE']);
  const other = listWith([], ['ONE', 'TWO']);
  expect([...clausesElsewhere(operation, [operation, other])]).toEqual(['TWO']);
});

test('what the operation says itself, of a filter or not, is not said elsewhere', () => {
  const operation = listWith(['TWO'], []);
  const other = listWith([], ['TWO']);
  expect([...clausesElsewhere(operation, [operation, other])]).toEqual([]);
});

test('ids as filters are nothing to a list without such a filter', () => {
  const withoutIds = operations.filter(({ elsewhere }) => elsewhere.has('LAY-43')).map(({ id }) => id);
  expect(withoutIds).toEqual(['listAdAccounts']);
});
