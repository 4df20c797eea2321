// A path through the space of calls: again and again the call that lets most classes meet that have not met yet, for
// what it costs. Neighbours on the path often differ in one factor, which shows what is remembered by too short a key.

import { type Filter, memberOf } from '../../../spec/index.ts';
import { isId } from '../../walk/filter-arguments.ts';
import type { InputModel } from '../input-model.ts';
import { createRandom } from '../random.ts';
import { candidates, type Path } from './call-candidates.ts';
import type { CallSpace, Way } from './call-space.ts';
import { coveredClasses, type Worth } from './covered-classes.ts';
import { earlierCalls } from './earlier-calls.ts';
import { type Choice, FEW, formsOf, type MadeCall, makeCall, NOTHING, rowsOf } from './made-call.ts';

/** Rare meetings first. */
const WORTH: Worth = {
  ...{ single: 30, decided: 4, pair: 5, matter: 4, later: 80 },
  ...{ factor: 3, memory: 2, triple: 0.1, hidden: 0.05 },
};
/** What counts before all else: every class, and every two of them; and each factor once in which alone a call differs from another. */
const PAIRS: Worth = {
  ...{ single: 30, decided: 0, pair: 5, matter: 0, later: 0 },
  ...{ factor: 30, memory: 0.5, triple: 0, hidden: 0.5 },
};
/** What a page behind the first weighs: to come there costs several requests. */
const BEHIND = 8;
/** Pages that are read with a bad cursor: every class meets so many that the page behind would cost more than it tells. */
const WITH_CURSOR = 1;
/** A reply costs something whatever it holds: fewer and fuller ones are better. */
const COST_OF_A_CALL = 0.15;
/** Steps one after the other that add nothing, before the path ends: what could be next is drawn anew in each. */
const IN_VAIN = 20;

/**
 * Calls in the order in which they are best made, until nothing is left that has not met: as many of them as one can
 * afford. `made` have been made before; `first` come first, in this order, whatever they add: only their sizes are chosen; and
 * so do `later`, behind every two classes.
 */
export function* fullPath(
  space: CallSpace,
  made: readonly MadeCall[],
  first: readonly (readonly (Way | undefined)[])[],
  later: readonly (readonly (Way | undefined)[])[],
  seed: number,
): Generator<MadeCall, void> {
  const filters = space.ways.length;
  const path: Path = {
    space,
    random: createRandom(seed),
    covered: coveredClasses(space.size, filters + 1, WORTH, weightsOf(space)),
    earlier: earlierCalls(filters),
  };
  const pairs: Path = { ...path, covered: coveredClasses(space.size, filters + 1, PAIRS) };
  const take = (call: MadeCall): MadeCall => {
    path.covered.add(call);
    pairs.covered.add(call);
    path.earlier.add(call);
    return call;
  };
  for (const call of made) take(call);
  const finest = finestOf(space.model);
  const each = function* (given: readonly (readonly (Way | undefined)[])[]) {
    for (const ways of given) yield take(best(path, sizesOf(path, ways, finest)));
  };
  const greedily = function* (own: Path) {
    for (let inVain = 0; filters > 0 && inVain < IN_VAIN; inVain += 1) {
      const call = best(own, candidates(own));
      if (own.covered.gain(call) <= 0) continue;
      inVain = 0;
      yield take(call);
    }
  };
  yield* each(first);
  yield* greedily(pairs);
  yield* each(later);
  yield* greedily(path);
}

function weightsOf({ places }: CallSpace): ReadonlyMap<number, number> {
  return new Map([places.second, places.middle, places.last].map((place) => [place, BEHIND]));
}

/** The choice that adds most for its cost. */
function best({ space, covered, earlier }: Path, choices: readonly Choice[]): MadeCall {
  let found: { readonly call: MadeCall; readonly worth: number } | undefined;
  for (const choice of choices) {
    const call = makeCall(space, choice, earlier.differsIn, WITH_CURSOR);
    const worth = covered.gain(call) / (call.read + COST_OF_A_CALL);
    if (found === undefined || worth > found.worth) found = { call, worth };
  }
  return found?.call ?? makeCall(space, { ...NOTHING, ways: space.ways.map(() => undefined) }, earlier.differsIn);
}

/** These filters with every size that fits their answer, and a cursor now and then. */
function sizesOf(path: Path, ways: readonly (Way | undefined)[], finest: Filter | undefined): Choice[] {
  const { space, random } = path;
  const rows = rowsOf(space, ways);
  const [only, ...others] = ways.filter((way) => way !== undefined);
  // Row by row through the finest parts of the list, which together are all of it.
  if (
    only !== undefined &&
    only.filter === finest &&
    only.values.length === 1 &&
    others.length === 0 &&
    rows > 1 &&
    rows <= FEW
  )
    return [{ ...NOTHING, ways, size: space.smallest }];
  const cursor = random.pick(space.cursors)?.name;
  return [...formsOf(space, ways), ...(cursor === undefined ? [] : [{ ...NOTHING, ways, cursor }])];
}

/** Rows of a list that is walked row by row, part by part. */
const ROW_BY_ROW = 200;

/** The filter by id that cuts the list into most parts; none where there are too many rows to walk one by one. */
function finestOf({ filters, rows }: InputModel): Filter | undefined {
  if (rows.length > ROW_BY_ROW) return undefined;
  const parts = (filter: Filter) => new Set(rows.map((row) => memberOf(row, filter.field))).size;
  return filters.filter(isId).sort((one, other) => parts(other) - parts(one))[0];
}
