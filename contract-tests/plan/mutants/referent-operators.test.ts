import { expect, test } from 'vitest';
import type { FilterValue, Row } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { isId } from '../../walk/filter-arguments.ts';
import { bitsetOf, has } from '../bitset.ts';
import { inputModel } from '../input-model.ts';
import { referentMutants } from './referent-operators.ts';

const filter = ownContract()
  .operations.flatMap(({ filters }) => filters)
  .find(isId);

test('a filter by id finds nothing where the id names something of one kind, and is right about others', () => {
  if (filter === undefined) throw new Error('No list is filtered by an id.');
  const rows: Row[] = ['a', 'b', 'b'].map((value) => ({ [filter.field]: value }));
  const { passing } = inputModel([filter], rows);
  const masks = {
    none: bitsetOf(rows, () => false),
    right: (_: typeof filter, values: readonly FilterValue[]) => passing([{ filter, values }]),
  };
  const byKind = new Map([['status deleted', ['a', 'c']]]);
  const [[name, misread] = ['', () => undefined], ...others] = referentMutants(
    filter,
    { listed: [], withoutRows: [], byKind },
    masks,
  );
  const kept = (...values: readonly string[]) => {
    const mask = misread(values);
    return mask && rows.map((_, index) => has(mask, index));
  };
  expect(name).toBe('finds nothing where it names something of status deleted');
  expect(others).toEqual([]);
  expect(kept('a')).toEqual([false, false, false]);
  expect(kept('b')).toBeUndefined();
  expect(kept('a', 'b')).toEqual([false, true, true]);
  expect(referentMutants(filter, undefined, masks)).toEqual([]);
});
