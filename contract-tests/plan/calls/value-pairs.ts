// One value of one filter beside one value of another: what most callers ask, and where most of what goes wrong with two filters
// shows. Every two documented values, and each of these beside an id or a bound with which both decide.
import { isId } from '../../walk/filter-arguments.ts';
import { and, type Bitset, count, same } from '../bitset.ts';
import { spread } from '../spread.ts';
import type { CallSpace, Way } from './call-space.ts';

/** Calls for two filters: where many values are documented, some of them stand for all. */
const MOST = 40;

/** The ways of such calls, by the filters' places. */
export function valuePairs({ ways, model }: CallSpace): (readonly (Way | undefined)[])[] {
  const single = ways.map((byClass) => byClass.flat().filter(({ values }) => values.length === 1));
  const pairs = single.flatMap((some, place) =>
    single.slice(place + 1).flatMap((others) => spread(pairsOf(some, others), MOST)),
  );
  return pairs.map((pair) => model.filters.map((filter) => pair.find((way) => way.filter === filter)));
}

/** Values that are few enough to be asked beside each of the other filter's, where they are not documented. */
const FEW = 6;

function pairsOf(some: readonly Way[], others: readonly Way[]): Way[][] {
  const [few, fewOthers] = [fewOf(some), fewOf(others)];
  if (few !== undefined && fewOthers !== undefined) return few.flatMap((way) => fewOthers.map((each) => [way, each]));
  if (few !== undefined) return few.flatMap((way) => telling(way, others));
  if (fewOthers !== undefined) return fewOthers.flatMap((way) => telling(way, some));
  return some.flatMap((way) => telling(way, others)).slice(0, 1);
}

/** The documented values of a filter, or those that rows have where they are few; undefined where they are many. */
function fewOf(ways: readonly Way[]): readonly Way[] | undefined {
  if (ways.every(({ filter }) => filter.allowed.length > 0)) return ways;
  const shown = ways.filter(({ mask }) => count(mask) > 0);
  return ways.every(({ filter }) => isId(filter)) && shown.length <= FEW ? shown : undefined;
}

/** The way beside one of the others with which both decide, and most rows are left; else beside one with rows of which it leaves none. */
function telling(way: Way, others: readonly Way[]): Way[][] {
  const left = (other: Way): Bitset => and(way.mask, other.mask);
  const rowsOf = (other: Way): number => {
    const both = left(other);
    return same(both, way.mask) || same(both, other.mask) ? 0 : count(both);
  };
  const best = others.reduce<Way | undefined>(
    (found, other) => (rowsOf(other) > (found === undefined ? 0 : rowsOf(found)) ? other : found),
    undefined,
  );
  const chosen = best ?? others.find((other) => count(other.mask) > 0 && count(left(other)) === 0);
  return chosen === undefined ? [] : [[way, chosen]];
}
