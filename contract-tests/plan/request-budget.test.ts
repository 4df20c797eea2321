import { expect, test } from 'vitest';
import { buildWorld } from '../../fixtures/index.ts';
import { loadContract } from '../../spec/index.ts';
import { inputModel } from './input-model.ts';
import { probeBudget, vendorsShare } from './request-budget.ts';

const { operations } = loadContract();
const [first] = operations;
const ofOne = operations.filter(({ api }) => api === first?.api);
const plenty = 100_000;

test('vendors share the requests by what their lists would take', () => {
  const apis = [...new Set(operations.map(({ api }) => api))];
  const shares = apis.map((api) => vendorsShare(api, operations, 1000));
  expect(shares.every((share) => share > 100)).toBe(true);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThan(1000);
  expect(vendorsShare(first?.api ?? '', ofOne, 1000)).toBeLessThan(1000);
  expect(vendorsShare(first?.api ?? '', ofOne, 1000)).toBeGreaterThan(shares[0] ?? plenty);
});

test('every list has probes where there are fewer requests than the lists would take', () => {
  const { rows } = buildWorld(loadContract());
  const lists = ofOne.map((operation) => {
    const own = rows[operation.list.name] ?? [];
    return { operation, model: inputModel(operation.filters, own), pages: 1, sent: 1 };
  });
  const budgets = (most: number) => lists.map((list) => probeBudget(list, lists, most, 'standard'));
  const [all, few] = [budgets(plenty), budgets(100)];
  expect(few.every((budget) => budget > 0)).toBe(true);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  expect(sum(few)).toBeLessThan(sum(all));
  expect(budgets(2 * plenty)).toEqual(all);
  expect(sum(few)).toBeLessThan(100);
});

test('the last list has its share, however much the others took to prove what is wrong with them', () => {
  const { rows } = buildWorld(loadContract());
  const listsOf = (sent: number) =>
    ofOne.map((operation) => {
      const own = rows[operation.list.name] ?? [];
      return { operation, model: inputModel(operation.filters, own), pages: 1, sent };
    });
  const budgets = (sent: number) => listsOf(sent).map((list, _, all) => probeBudget(list, all, plenty, 'standard'));
  const [usual, much] = [budgets(1), budgets(100)];
  expect(much.at(-1)).toBeGreaterThan(10);
  expect(much).toEqual(usual);
});
