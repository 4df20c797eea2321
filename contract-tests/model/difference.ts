// How a walk differs from the list that it is a part of.
import type { Operation, Row } from '../../spec/index.ts';
import { describe } from '../walk/filter-arguments.ts';
import { hasKey, keyOf, NO_KEY, type RowMap, sameRow, steadyRows } from '../walk/rows.ts';
import type { Walk } from '../walk/walk.ts';

/** One row that a walk shows wrongly. */
export type Difference = {
  readonly kind: 'missing' | 'extra' | 'different' | 'twice';
  readonly key: string;
  /** The row as the whole list shows it. */
  readonly listed: Row | undefined;
  /** The row as the walk shows it. */
  readonly walked: Row | undefined;
};

/** The walk against the rows that stand unchanged in all of these lists; a row without a key is any of those that one side lacks. */
export function differ(
  operation: Operation,
  belongs: (row: Row) => boolean,
  walk: Walk,
  lists: readonly RowMap[],
): Difference[] {
  const steady = lists.length === 1 ? (lists[0] ?? new Map<string, Row>()) : steadyRows(lists);
  const found: Difference[] = [];
  const seen = new Set<string>();
  const isListBlurred = lists.some((list) => list.has(NO_KEY));
  for (const walked of walk.rows) {
    if (!hasKey(operation, walked)) {
      seen.add(NO_KEY);
      continue;
    }
    const key = keyOf(operation, walked);
    const listed = steady.get(key);
    if (seen.has(key)) found.push({ kind: 'twice', key, listed, walked });
    else if (listed !== undefined && !sameRow(listed, walked)) found.push({ kind: 'different', key, listed, walked });
    else if (!isListBlurred && !lists.some((list) => list.has(key)))
      found.push({ kind: 'extra', key, listed: undefined, walked });
    seen.add(key);
  }
  // A walk that was cut short may still have come to the rows that it lacks.
  if (walk.stop === 'cut' || seen.has(NO_KEY)) return found;
  for (const [key, listed] of steady) {
    if (key !== NO_KEY && belongs(listed) && !seen.has(key))
      found.push({ kind: 'missing', key, listed, walked: undefined });
  }
  return found;
}

/** The sentence that says what a difference is. */
export function tell({ kind, key }: Difference, walk: Walk): string {
  const where = `${describe(walk.args)}${walk.size === undefined ? '' : `, ${walk.size} rows a page`}`;
  if (kind === 'missing') return `${key} is missing from the list (${where})`;
  if (kind === 'extra') return `${key} is in this list (${where}) and not in the whole one`;
  if (kind === 'twice') return `${key} comes twice in one walk (${where})`;
  return `${key} is shown differently here (${where}) than in the whole list`;
}
