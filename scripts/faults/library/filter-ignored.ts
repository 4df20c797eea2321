// Filters that do nothing: each of each list, one after the other, or all behind the page size.
import { asking, without } from '../ask.ts';
import type { Fault } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { LIST_NAMES, LISTS } from '../lists.ts';

const fault = faultOf('filters');

const ignored = LIST_NAMES.flatMap((list) =>
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

/** What sets the size of a page. */
const SIZES: readonly string[] = ['limit', 'page_size'];

const behindTheSize = LIST_NAMES.filter((list) => list !== 'adAccounts').map((list) =>
  fault({
    list,
    name: 'filters-behind-the-size-ignored',
    clause: Object.values(LISTS[list].filterClauses)[0] ?? '',
    summary: 'filters that stand behind the page size are ignored',
    wrap: asking((query) => {
      const names = [...query.keys()];
      const place = names.findIndex((name) => SIZES.includes(name));
      const behind = place < 0 ? [] : names.slice(place).filter((name) => name in LISTS[list].filters);
      for (const name of behind) if (names.indexOf(name) > place) query.delete(name);
    }),
  }),
);

export const filterIgnored: readonly Fault[] = [...ignored, ...behindTheSize];
