import { expect, test } from 'vitest';
import type { Row } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { bitsetOf } from '../bitset.ts';
import { inputModel } from '../input-model.ts';
import { fieldMutants } from './field-operators.ts';
import type { Masks } from './mutation-operator.ts';

const filter = ownContract()
  .operations.flatMap(({ filters }) => filters)
  .find(({ test: how, allowed }) => how === 'equals' && allowed.length > 1);
if (filter === undefined) throw new Error('No filter of the contract has documented values.');
const [one, other] = filter.allowed;

/** The places of the rows that each mutant takes the value for. */
const readings = (rows: readonly Row[]) => {
  const { passing } = inputModel([filter], rows);
  const right: Masks['right'] = (of, values) => passing([{ filter: of, values }]);
  return fieldMutants(filter, rows, { right }).map(([name, misread]) => [name, misread([one ?? ''])]);
};

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
