// The classes of ids that a filter is asked for.
import { expect, test } from 'vitest';
import type { Filter } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { isId } from '../../walk/filter-arguments.ts';
import { idClassifier, idValues } from './identifier-classes.ts';

const filter = ownContract()
  .operations.flatMap(({ filters }) => filters)
  .find(isId) as Filter;
const rowsOf = (...ids: readonly string[]) => ids.map((id) => ({ [filter.field]: id }));
/** The classes of the values that are asked for where rows have these ids. */
const classesFor = (...ids: readonly string[]) => {
  const classOf = idClassifier(filter, rowsOf(...ids), new Set());
  return new Map(idValues(filter, rowsOf(...ids)).map((value) => [classOf(value), value]));
};

test('an id that a URL escapes is asked for where others are written as they are', () => {
  const escaped = 'an id that is escaped in a URL';
  expect(classesFor('cmp_1', 'cmp_2', 'cmp+3').get(escaped)).toBe('cmp+3');
  expect(classesFor('cmp_1', 'cmp_2').has(escaped)).toBe(false);
  expect(classesFor('cmp+1', 'cmp+2').has(escaped)).toBe(false);
  expect(classesFor('cmp_1', 'cmp_\ud800').get(escaped)).toBe('cmp_\ud800');
});

test('the same number with a zero before it is asked for where ids are numbers, unless it is one of them', () => {
  const number = 'an id as another writes its number';
  expect(classesFor('600', '601').get(number)).toBe('0600');
  expect(classesFor('600', '0600').has(number)).toBe(false);
  expect(classesFor('600a', '601a').has(number)).toBe(false);
});
