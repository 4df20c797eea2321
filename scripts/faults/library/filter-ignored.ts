// Each filter of each list, one after the other, does nothing.
import { without } from '../ask.ts';
import type { Fault } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { LIST_NAMES, LISTS } from '../lists.ts';

const fault = faultOf('filters');

export const filterIgnored: readonly Fault[] = LIST_NAMES.flatMap((list) =>
  Object.entries(LISTS[list].filterClauses).map(([filter, clause]) =>
    fault({
      list,
      name: `${filter}-ignored`,
      clause,
      summary: `${filter} is ignored`,
      wrap: without(filter),
    }),
  ),
);
