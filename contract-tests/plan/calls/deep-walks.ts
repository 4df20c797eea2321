// Walks behind one filter that go on for many pages: a cursor that forgets on a later page what it was issued for shows it there.
import type { Arguments } from '../../walk/filter-arguments.ts';
import { count, same } from '../bitset.ts';
import type { CallSpace, Way } from './call-space.ts';

/** Pages of such a walk. */
const PAGES = 6;
/** Rows of a list that is short enough to be walked row by row behind every documented value. */
const SHORT = 60;

type DeepWalk = { readonly args: Arguments; readonly size: number };

/**
 * For each filter, by itself, the values that let most rows through, but not all; none where they fill too few pages. In a short
 * list every documented value too, row by row.
 */
export function deepWalks(space: CallSpace): DeepWalk[] {
  const { ways, all, smallest, largest, model } = space;
  if (smallest === undefined || largest === undefined) return [];
  const fine = model.rows.length > SHORT ? [] : documented(space).map((way) => ({ args: [way], size: smallest }));
  const deep = ways.flatMap((byClass): DeepWalk[] => {
    const most = mostOf(byClass.flat().filter(({ mask }) => !same(mask, all)));
    const rows = most === undefined ? 0 : count(most.mask);
    const size = Math.max(smallest, Math.min(largest, Math.ceil(rows / PAGES)));
    return most === undefined || rows <= size * (PAGES - 1) ? [] : [{ args: [most], size }];
  });
  return [...deep, ...fine];
}

/** The ways to ask for one documented value that several rows have. */
function documented({ ways }: CallSpace): readonly Way[] {
  return ways
    .flat(2)
    .filter(({ filter, values, mask }) => filter.allowed.length > 0 && values.length === 1 && count(mask) > 1);
}

function mostOf(ways: readonly Way[]): Way | undefined {
  return ways.reduce<Way | undefined>(
    (best, way) => (best === undefined || count(way.mask) > count(best.mask) ? way : best),
    undefined,
  );
}
