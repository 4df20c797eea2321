import { expect, test } from 'vitest';
import { memberOf, type Row } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { bitsetOf, has } from '../bitset.ts';
import { inputModel } from '../input-model.ts';
import { manyMutants } from './filter-operators.ts';
import type { Masks } from './mutation-operator.ts';

test('a value that is given twice brings its rows twice, and one that is given once does not', () => {
  const filter = ownContract()
    .operations.flatMap(({ filters }) => filters)
    .find(({ many, allowed }) => many && allowed.length > 1);
  if (filter === undefined) throw new Error('No list has a filter of several listed values.');
  const [one = '', other = ''] = filter.allowed;
  const rows: Row[] = [{ [filter.field]: one }, { [filter.field]: other }];
  const { passing } = inputModel([filter], rows);
  const right: Masks['right'] = (of, values) => passing([{ filter: of, values }]);
  const masks = { all: bitsetOf(rows, () => true), none: bitsetOf(rows, () => false), right };
  const [, twice] = manyMutants(filter, masks).find(([name]) => name.includes('twice')) ?? [];
  const kept = (...values: readonly (typeof one)[]) => {
    const mask = twice?.(values);
    return mask && rows.filter((_, index) => has(mask, index)).map((row) => memberOf(row, filter.field));
  };
  expect(kept(one, other, one)).toEqual([other]);
  expect(kept(one, one)).toEqual([]);
  expect(kept(one, other)).toBeUndefined();
});
