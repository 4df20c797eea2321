import { expect, test } from 'vitest';
import { ownContract } from '../../own-contract.ts';
import { bitsetOf } from '../bitset.ts';
import { fieldMutants } from './field-operators.ts';

const filter = ownContract()
  .operations.flatMap(({ filters }) => filters)
  .find(({ test: how, allowed }) => how === 'equals' && allowed.length > 1);
if (filter === undefined) throw new Error('No filter of the contract has documented values.');
const [one, other] = filter.allowed;

/** The places of the rows that each mutant takes the value for. */
function readings(rows: readonly Readonly<Record<string, unknown>>[]) {
  return fieldMutants(filter as NonNullable<typeof filter>, rows).map(([name, misread]) => [
    name,
    misread([one ?? '']),
  ]);
}

test('another member is tested always, or only where the row has a value there', () => {
  const rows = [
    { [filter.field]: one, like: other },
    { [filter.field]: other, like: one },
    { [filter.field]: one, like: null },
    { [filter.field]: other, like: null },
  ];
  expect(readings(rows)).toEqual([
    ['tests like', bitsetOf(rows, (_, index) => index === 1)],
    ['tests like where it has a value', bitsetOf(rows, (_, index) => index === 1 || index === 2)],
  ]);
});

test('a member that every row has is tested always', () => {
  expect(readings([{ [filter.field]: one, like: other }]).map(([name]) => name)).toEqual(['tests like']);
});
