// What a row breaks that the pages of a walk do not have, beside what is said of the list.
import { cached } from '../../../spec/index.ts';
import { isReplaced } from '../../evidence/lost-by-pages.ts';
import type { Difference } from '../../model/difference.ts';
import { isLastByTotal } from '../../model/page-facts.ts';
import type { StableComparison } from '../../model/stable-comparison.ts';
import type { Snapshot } from '../../walk/list-snapshot.ts';
import { keyOf } from '../../walk/rows.ts';
import { clausesOf, mustsOf, type Scope } from '../check.ts';
import { cursorAdvances } from './cursor-advances.ts';
import { endClauses } from './end-clauses.ts';
import { pageSize } from './page-size.ts';

/** Where each row stands in a list; of the same list it is asked for row by row. */
const places = new WeakMap<Snapshot, ReadonlyMap<string, number>>();

/**
 * The clauses of the page that lost the row: its size, where it is empty though it is the first; what leads to the next page, where
 * the row stands between two, or the next is empty; what says that there is none, where it stands behind the last one, which is full.
 */
export function lostBetweenPages(
  scope: Scope,
  { key }: Pick<Difference, 'key'>,
  comparison: Pick<StableComparison, 'walk' | 'snapshot'>,
): readonly string[] {
  const { operation, register } = scope;
  const { walk, snapshot } = comparison;
  const mustsOfCheck = (checkId: string) => mustsOf(scope, clausesOf(checkId, operation, register));
  const last = walk.rows.at(-1);
  if (last === undefined) return walk.size === undefined ? [] : mustsOfCheck(pageSize.id);
  const placeOf = cached(
    places,
    snapshot,
    () => new Map(snapshot.rows.map((row, place) => [keyOf(operation, row), place])),
  );
  const isBefore = (placeOf.get(key) ?? 0) < (placeOf.get(keyOf(operation, last)) ?? 0);
  const length = walk.pages.at(-1)?.rows.length;
  const isPassedOver = walk.pages.length > 1 && (isBefore || length === 0 || isReplaced(comparison));
  if (isPassedOver) return mustsOfCheck(cursorAdvances.id);
  const isFull = !isBefore && walk.stop === 'end' && length === (walk.size ?? operation.list.size?.default);
  return isFull && !walk.pages.slice(-1).some(isLastByTotal) ? endClauses(scope) : [];
}
