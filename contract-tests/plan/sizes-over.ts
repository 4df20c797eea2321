// Page sizes over the maximum: far over it is over every bound of a deployment's own.
import type { Operation } from '../../spec/index.ts';
import type { Depth } from '../walk/context.ts';
import { isNumbered } from '../walk/page.ts';

/** As multiples of the maximum, and one more. */
const TIMES = { standard: [5], full: [1, 1.25, 5] } as const;

/** The sizes that are asked for; none at the standard depth where no answer could be wrong. */
export function sizesOver(operation: Operation, rows: number, depth: Depth): readonly number[] {
  const { paging, size: { maximum } = {} } = operation.list;
  if (maximum === undefined) return [];
  const isTelling = paging.overMaximum !== undefined || rows > maximum || isNumbered(operation) || depth === 'full';
  return isTelling ? TIMES[depth].map((times) => Math.floor(maximum * times) + 1) : [];
}
