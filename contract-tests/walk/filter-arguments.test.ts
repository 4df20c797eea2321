import { expect, test } from 'vitest';
import { theFirst } from '../checks/sample-deployment.ts';
import { ownContract } from '../own-contract.ts';
import { isId, isPartOf } from './filter-arguments.ts';

const { filters } = theFirst(
  ownContract().operations,
  ({ filters: all }) => all.some(isId) && all.some(({ many }) => many),
);
const id = theFirst(filters, isId);
const several = theFirst(filters, ({ many }) => many);
const [one = '', two = '', three = ''] = several.allowed;

const asked = (...values: readonly (string | number | boolean)[]) => ({ filter: several, values });
const named = (...values: readonly string[]) => ({ filter: id, values });

test.each([
  ['one value is part of several', [asked(one)], [asked(one, two)], true],
  ['and of the same beside another filter', [asked(one)], [named('a'), asked(one)], true],
  ['another value is not', [asked(three)], [asked(one, two)], false],
  ['several are part of the same several', [asked(one, two)], [asked(one, two), named('a')], true],
  ['and of no others', [asked(one, two)], [asked(one, two, three)], false],
  ['any id stands for any other', [named('a')], [named('b')], true],
  ['several ids do not stand for one', [named('a', 'b')], [named('a')], false],
  ['what is not asked is no part', [named('a')], [asked(one)], false],
])('%s', (_, some, others, expected) => {
  expect(isPartOf(some, others)).toBe(expected);
});
