// A walk that is cut short may still have come to the rows that it lacks. Where it lacks one that the whole list shows before
// the last that it has, or has fewer than its pages hold, it has probably lost some: it is walked to its end, which proves
// it. Only doubt costs requests.
import type { Operation, Row } from '../../spec/index.ts';
import { keyOf } from '../walk/rows.ts';
import type { Walk } from '../walk/walk.ts';
import { type Comparison, compareWhenStable, type StableComparison } from './stable-comparison.ts';

/** How often walks of one list are walked on without a finding: whose order changes from call to call is not doubted for ever. */
const MOST_IN_VAIN = 3;
/** Pages of a walk that is walked to its end; and beyond those that its rows fill, for a list that grows. */
const MOST_PAGES = 40;
const SPARE_PAGES = 2;

/** Compares, where there is doubt with the same walk to its end; `walkOn` makes it, of so many pages at most. */
export async function compareOnDoubt(
  comparison: Comparison,
  walkOn: (maxPages: number) => Promise<Walk>,
): Promise<StableComparison> {
  const { context, walk, belongs } = comparison;
  if (walk.stop !== 'cut') return compareWhenStable(comparison);
  const { rows } = comparison.list?.snapshot ?? (await context.snapshot());
  const due = rows.filter(belongs);
  const size = walk.size ?? context.operation.list.size?.default ?? Math.max(1, due.length);
  const pages = Math.ceil(due.length / size) + SPARE_PAGES;
  const doubts = await context.memo('doubts', async () => ({ inVain: 0 }));
  const isShort = walk.rows.length < Math.min(due.length, walk.pages.length * size);
  const isDoubted = doubts.inVain < MOST_IN_VAIN && (isShort || leavesOut(context.operation, due, walk.rows));
  if (!isDoubted || pages > MOST_PAGES) return compareWhenStable(comparison);
  const again = () => walkOn(pages);
  const found = await compareWhenStable({ ...comparison, walk: await again(), again });
  if (found.differences.length === 0) doubts.inVain += 1;
  return found;
}

/** Whether a row that stands before the last of these in the whole list is not among them. */
function leavesOut(operation: Operation, all: readonly Row[], some: readonly Row[]): boolean {
  const seen = new Set(some.map((row) => keyOf(operation, row)));
  const places = [...all.entries()].filter(([, row]) => seen.has(keyOf(operation, row))).map(([place]) => place);
  return places.length > 0 && (places.at(-1) ?? 0) >= places.length;
}
