// For tests: the space of calls of a list with cursors and many filters, over the rows of a world.
import type { Operation, Row } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { inputModel } from '../input-model.ts';
import { type CallSpace, callSpace } from './call-space.ts';

export function sampleSpace(world: Readonly<Record<string, readonly Row[]>>): {
  readonly operation: Operation;
  readonly rows: readonly Row[];
  readonly space: CallSpace;
} {
  const contract = ownContract();
  const operation = contract.operations.find(
    ({ filters, list }) => filters.length > 3 && list.paging.style === 'cursor',
  );
  if (operation === undefined) throw new Error('The contract has no list with cursors and many filters.');
  const rows = world[operation.list.name] ?? [];
  return { operation, rows, space: callSpace(operation, inputModel(operation.filters, rows)) };
}
