// Walks behind one filter that go on for many pages: a cursor that forgets on a later page what it was issued for shows it there.
import type { Arguments } from '../../walk/filter-arguments.ts';
import { count, same } from '../bitset.ts';
import type { CallSpace, Way } from './call-space.ts';

/** Pages of such a walk. */
const PAGES = 6;

/** For each filter, by itself, the values that let most rows through, but not all; none where they fill too few pages. */
export function deepWalks({ ways, all, smallest, largest }: CallSpace): {
  readonly args: Arguments;
  readonly size: number;
}[] {
  if (smallest === undefined || largest === undefined) return [];
  return ways.flatMap((byClass) => {
    const most = mostOf(byClass.flat().filter(({ mask }) => !same(mask, all)));
    const rows = most === undefined ? 0 : count(most.mask);
    const size = Math.max(smallest, Math.min(largest, Math.ceil(rows / PAGES)));
    return most === undefined || rows <= size * (PAGES - 1) ? [] : [{ args: [most], size }];
  });
}

function mostOf(ways: readonly Way[]): Way | undefined {
  return ways.reduce<Way | undefined>(
    (best, way) => (best === undefined || count(way.mask) > count(best.mask) ? way : best),
    undefined,
  );
}
