import { expect, test } from 'vitest';
import { ownContract } from '../own-contract.ts';
import { invalidValues } from './invalid-values.ts';

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
