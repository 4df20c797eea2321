// Queries that a list was not asked, and could be: for callers who must be refused whatever they ask.
import type { Operation, QueryPair } from '../../../spec/index.ts';
import { queryOf } from '../../walk/filter-arguments.ts';
import { sizeQuery } from '../../walk/walk.ts';
import { count } from '../bitset.ts';
import type { CallersQuery } from '../callers/queries-for-callers.ts';
import type { InputModel } from '../input-model.ts';
import { walkClasses } from '../page-classes.ts';
import { createRandom } from '../random.ts';
import { callPool } from './call-pool.ts';
import { callSpace } from './call-space.ts';
import { argumentsOf } from './made-call.ts';

/** The same queries in every run. */
const SEED = 1;

/** The filters of the pool, each with two page sizes, and with the place of some later page beside one of them. */
export function madeQueries(operation: Operation, model: InputModel, places: readonly QueryPair[]): CallersQuery[] {
  const random = createRandom(SEED);
  const space = callSpace(operation, model);
  return callPool(space, random).flatMap((ways, index): CallersQuery[] => {
    const args = argumentsOf(ways);
    const sizes = space.sizesFor(count(model.passing(args)));
    return [random.pick(sizes), random.pick(sizes)].map((size, turn) => {
      const walk = { args, size: size?.size, place: undefined, pages: [], stop: 'cut' } as const;
      const { own, rows, placeOf } = walkClasses(operation, model, walk);
      const later = (index + turn) % 2 === 0 ? random.pick(places) : undefined;
      return {
        query: [...queryOf(args), ...sizeQuery(operation, walk.size), ...(later === undefined ? [] : [later])],
        classes: [...own, ...placeOf(later === undefined ? 0 : 1)],
        showsRows: rows > 0,
        filters: args.length,
      };
    });
  });
}
