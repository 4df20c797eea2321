import { expect, test } from 'vitest';
import type { Filter, FilterValue } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { severalSets } from './several-values.ts';

const filters: readonly Filter[] = ownContract().operations.flatMap((operation) => operation.filters);
const many = filters.find((filter) => filter.many && filter.allowed.length > 3);
const setsOf = (values: readonly FilterValue[], turn: number) => {
  if (many === undefined) throw new Error('No filter takes more than three listed values.');
  return severalSets(many, values, turn);
};

test('of any two of many values some set in the documented order has one and not the other', () => {
  const values = many?.allowed ?? [];
  const sets = values.flatMap((_, turn) => setsOf(values, turn)).filter((set) => set.length > 2);
  const rising = sets.filter((set) => set.every((value, place) => values.indexOf(value) >= place));
  for (const one of values)
    for (const other of values)
      if (one !== other) expect(rising.some((set) => set.includes(one) && !set.includes(other))).toBe(true);
});

test('all values are among the sets of every turn, one of them twice in some', () => {
  const values = ['a', 'b', 'c'];
  for (const turn of values.keys()) expect(new Set(setsOf(values, turn).flat())).toEqual(new Set(values));
  const repeated = values.flatMap((_, turn) => setsOf(values, turn)).filter((set) => new Set(set).size < set.length);
  expect(repeated.length).toBeGreaterThan(0);
});

test('one value alone makes no set', () => {
  expect(setsOf(['a'], 0)).toEqual([]);
});
