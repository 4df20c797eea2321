// What a row breaks that the pages of a walk do not have, beside what is said of the list.
import type { Operation } from '../../../spec/index.ts';
import type { Difference } from '../../model/difference.ts';
import type { StableComparison } from '../../model/stable-comparison.ts';
import { keyOf } from '../../walk/rows.ts';
import { clausesOf, type Scope } from '../check.ts';

/** The checks of what leads from page to page, and of how many rows a page holds. */
const [ADVANCING, SIZE] = ['cursor-advances', 'page-size'];

/**
 * The clauses of the page that lost the row: its size, where it is empty though it is the first; what leads to the next page, where
 * the row stands between two, or the next is empty; what says that there is none, where it stands behind the last one, which is full.
 */
export function lostBetweenPages(
  scope: Scope,
  { key }: Pick<Difference, 'key'>,
  { walk, snapshot }: Pick<StableComparison, 'walk' | 'snapshot'>,
): readonly string[] {
  const { operation, register } = scope;
  const musts = (ids: readonly string[]) => ids.filter((id) => register.get(id)?.level === 'must');
  const last = walk.rows.at(-1);
  if (last === undefined) return walk.size === undefined ? [] : musts(clausesOf(SIZE, operation, register));
  const places = new Map(snapshot.rows.map((row, place) => [keyOf(operation, row), place]));
  const isBefore = (places.get(key) ?? 0) < (places.get(keyOf(operation, last)) ?? 0);
  const length = walk.pages.at(-1)?.rows.length;
  const isPassedOver = walk.pages.length > 1 && (isBefore || length === 0);
  if (isPassedOver) return musts(clausesOf(ADVANCING, operation, register));
  const isFull = !isBefore && walk.stop === 'end' && length === walk.size;
  return isFull ? endClauses(scope) : [];
}

/** What says which page is the last one, in musts. */
export function endClauses({ operation, register }: Scope): readonly string[] {
  const told = (operation.reply(200)?.clausesAt(endOf(operation)) ?? []).filter(
    (id) => register.get(id)?.level === 'must',
  );
  // That it is there, and of which type, is not broken where a check holds what it says.
  const meant = told.filter((id) => register.get(id)?.holder.startsWith('check:'));
  return meant.length > 0 ? meant : told;
}

/** Where a reply says whether another page follows, as a JSON Pointer; empty where it says it in no member of its own. */
function endOf({ list: { paging } }: Operation): string {
  const next = 'next' in paging ? paging.next : undefined;
  return (next !== undefined && 'value' in next ? next.value : paging.tells.more) ?? '';
}
