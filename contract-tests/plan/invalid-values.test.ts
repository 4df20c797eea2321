import { expect, test } from 'vitest';
import type { Operation } from '../../spec/index.ts';
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

test('the standard depth asks one list for a value of every parameter, and the next for those alone that may be read', () => {
  const open = ownContract().operations.find(
    (each) => each.refusals['invalid-parameter']?.observed !== false && new Set(certainties(each)).size === 2,
  );
  if (open === undefined) throw new Error('No list leaves open what becomes of an invalid value.');
  const [[whole = []], [doubtful = []]] = [
    invalidCalls(open, [], 'standard', 0),
    invalidCalls(open, [], 'standard', 1),
  ];
  expect(whole.map((each) => each.certain)).toEqual(expect.arrayContaining([true, false]));
  expect(doubtful.map((each) => each.name)).toEqual(whole.filter(({ certain }) => !certain).map((each) => each.name));
});

function certainties(each: Operation): boolean[] {
  return invalidValues(each, []).map(({ certain }) => certain);
}
