import { expect, test } from 'vitest';
import type { Row } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { isId } from '../../walk/filter-arguments.ts';
import { bitsetOf, has } from '../bitset.ts';
import { inputModel } from '../input-model.ts';
import { partMutants } from './part-operators.ts';

const operation = ownContract().operations.find(
  ({ filters }) => filters.some(isId) && filters.some(({ allowed }) => allowed.length > 1),
);
const id = operation?.filters.find(isId);
const listed = operation?.filters.find(({ allowed }) => allowed.length > 1);

test('a filter loses the rows of another member’s value: of all its values, or of one where they are few', () => {
  if (id === undefined || listed === undefined)
    throw new Error('No list has both an id and a listed value to filter by.');
  const [one = '', other = ''] = listed.allowed.map(String);
  const rows: Row[] = [
    { [id.field]: 'a', [listed.field]: one },
    { [id.field]: 'a', [listed.field]: other },
    { [id.field]: 'b', [listed.field]: one },
  ];
  const { passing } = inputModel([id, listed], rows);
  const masks = {
    all: bitsetOf(rows, () => true),
    none: bitsetOf(rows, () => false),
    right: (filter: typeof id, values: Parameters<typeof passing>[0][number]['values']) =>
      passing([{ filter, values }]),
  };
  const mutants = new Map(partMutants(id, [listed], rows, masks));
  const kept = (name: string, ...values: readonly string[]) => {
    const mask = mutants.get(name)?.(values);
    return mask && rows.map((_, index) => has(mask, index));
  };
  const part = `${listed.name} ${one}`;
  expect(kept(`loses the rows of ${part}`, 'a')).toEqual([false, true, false]);
  expect(kept(`loses the rows of ${part}`, 'b')).toEqual([false, false, false]);
  expect(kept(`=a loses the rows of ${part}`, 'a')).toEqual([false, true, false]);
  expect(kept(`=a loses the rows of ${part}`, 'b')).toBeUndefined();
  expect(kept(`=a loses the rows of ${part}`, 'b', 'a')).toEqual([false, true, true]);
});
