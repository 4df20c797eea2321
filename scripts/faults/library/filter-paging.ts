// Filters that depend on the page, or on what was asked before.
import type { Reply } from '../../../mock/index.ts';
import { all, askOf, filtered, given, not, type Where, within, without } from '../ask.ts';
import { CLAUSES } from '../clauses.ts';
import { deploying, PARTS } from '../deployment.ts';
import type { Fault, Wrap } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { CURSOR_LISTS, LISTS, type ListName } from '../lists.ts';

const fault = faultOf('filters');

/** Pages are cut from the whole list, and then filtered: pages are short, or empty, and rows are not lost. */
const afterPaging = (where: Where): Wrap =>
  within(
    where,
    deploying({
      filters: () => [],
      cut: (every, behind, size, ask) => {
        const { rows, next } = PARTS.cut(every, behind, size, ask);
        const filters = PARTS.filters(ask);
        return { rows: rows.filter((row) => filters.every((filter) => PARTS.passes(row, filter, ask))), next };
      },
    }),
  );

/** The first page is cut from the whole list, filtered, and called the last. */
const firstPageOnly: Wrap = deploying({
  filters: () => [],
  cut: (every, behind, size, ask) => {
    const { rows, next } = PARTS.cut(every, behind, size, ask);
    const filters = PARTS.filters(ask);
    if (filters.length === 0) return { rows, next };
    return { rows: rows.filter((row) => filters.every((filter) => PARTS.passes(row, filter, ask))), next: undefined };
  },
});

const cutFirst = CURSOR_LISTS.flatMap((list) => [
  fault({
    list,
    name: 'filters-after-paging',
    clause: CLAUSES[list].limit,
    summary: 'pages are cut before they are filtered, so that they are short',
    wrap: afterPaging(filtered),
  }),
  fault({
    list,
    name: 'filters-on-first-page-only',
    clause: CLAUSES[list]['nothing left out'],
    summary: 'a filtered list is the first page of the whole list, filtered',
    wrap: firstPageOnly,
  }),
]);

/** Filters that hold only for some page sizes. */
const SIZES: readonly (readonly [string, string, Where])[] = [
  ['without-limit', 'where limit is not given', not(given('limit'))],
  ['at-limit-1', 'where limit is 1', ({ query }) => query.get('limit') === '1'],
  ['at-limit-200', 'where limit is 200', ({ query }) => query.get('limit') === '200'],
  ['under-limit-10', 'where limit is below 10', ({ query }) => query.has('limit') && Number(query.get('limit')) < 10],
];

const bySize = CURSOR_LISTS.flatMap((list) =>
  SIZES.map(([name, when, where]) =>
    fault({
      list,
      name: `filters-ignored-${name}`,
      clause: LISTS[list].filterClauses.status ?? '',
      summary: `all filters are ignored ${when}`,
      wrap: within(where, without(...Object.keys(LISTS[list].filters))),
    }),
  ),
);

/** A cache whose key lacks a parameter: whoever asks first decides what the next one gets. */
const cached =
  (...forgotten: readonly string[]): Wrap =>
  (handler) => {
    const cache = new Map<string, Reply>();
    return {
      handle: (call) => {
        const ask = askOf(call);
        if (ask === undefined) return handler.handle(call);
        const key = new URLSearchParams(ask.query);
        for (const name of forgotten) key.delete(name);
        key.sort();
        const hit = cache.get(key.toString());
        if (hit !== undefined) return hit;
        const reply = handler.handle(call);
        if (reply.status === 200) cache.set(key.toString(), reply);
        return reply;
      },
    };
  };

const CACHES: readonly (readonly [ListName, string])[] = [
  ['campaigns', 'status'],
  ['campaigns', 'since'],
  ['adsets', 'campaignId'],
  ['adsets', 'platforms'],
  ['ads', 'adsContentId'],
  ['ads', 'adAccountId'],
  ['accounts', 'status'],
];

const stale = CACHES.map(([list, filter]) =>
  fault({
    list,
    name: `${filter}-missing-in-cache-key`,
    clause: LISTS[list].filterClauses[filter] ?? '',
    summary: `a cache does not know ${filter}: one value gets the list of another`,
    // Only calls that have the filter, so that the whole list is right.
    wrap: within(all(given(filter), not(given('cursor'))), cached(filter)),
  }),
);

export const filterPaging: readonly Fault[] = [...cutFirst, ...bySize, ...stale];
