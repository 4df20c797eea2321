// Filters by id that compare wrongly, or forget rows.
import type { Row } from '../../../spec/index.ts';
import { CLAUSES } from '../clauses.ts';
import { deploying } from '../deployment.ts';
import type { Fault } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { type CursorList, LISTS } from '../lists.ts';

const fault = faultOf('filters');

const ID_FILTERS: readonly (readonly [CursorList, string])[] = [
  ['campaigns', 'adAccountId'],
  ['adsets', 'campaignId'],
  ['adsets', 'adAccountId'],
  ['ads', 'adsetId'],
  ['ads', 'campaignId'],
  ['ads', 'adAccountId'],
  ['ads', 'adsContentId'],
];

type Comparison = (actual: string, wanted: string) => boolean;

/** Comparisons that are not equality. */
const COMPARISONS: readonly (readonly [string, string, Comparison])[] = [
  ['by-prefix', 'lists rows whose id begins with the value', (actual, wanted) => actual.startsWith(wanted)],
  ['within', 'lists rows whose id holds the value somewhere', (actual, wanted) => actual.includes(wanted)],
  [
    'by-ten-letters',
    'compares the first ten letters only, which is when the thing was made',
    (actual, wanted) => actual.slice(0, 10) === wanted.slice(0, 10),
  ],
];

const comparing = (list: CursorList, filter: string, compare: Comparison) =>
  deploying({
    passes: (row, name, ask) => {
      const values = ask.query.getAll(name);
      const actual = row[name];
      if (name !== filter) return LISTS[list].filters[name]?.(row, values) ?? true;
      return typeof actual === 'string' && compare(actual, values[0] ?? '');
    },
  });

const misread = ID_FILTERS.flatMap(([list, filter]) =>
  COMPARISONS.map(([name, summary, compare]) =>
    fault({
      list,
      name: `${filter}-${name}`,
      clause: LISTS[list].filterClauses[filter] ?? '',
      summary: `${filter} ${summary}`,
      wrap: comparing(list, filter, compare),
    }),
  ),
);

/** An id that no row has restricts nothing: the lookup failed and was taken for "not given". */
const unknownId = ID_FILTERS.map(([list, filter]) =>
  fault({
    list,
    name: `${filter}-unknown-lists-all`,
    clause: CLAUSES[list]['impossible value'],
    summary: `${filter} with an id that no row has restricts nothing`,
    wrap: deploying({
      order: (rows, { query }) => {
        const value = query.get(filter);
        if (value !== null && !rows.some((row) => row[filter] === value)) query.delete(filter);
        return rows;
      },
    }),
  }),
);

/** The first so many ids are indexed, and rows of the others are not found. */
const halfIndexed = ID_FILTERS.map(([list, filter]) =>
  fault({
    list,
    name: `${filter}-one-id-finds-nothing`,
    clause: CLAUSES[list]['nothing left out'],
    summary: `${filter} finds nothing for one of the ids, that of the last row`,
    wrap: deploying({
      order: (rows, { query }) => {
        const last = rows.findLast((row) => row[filter] !== null)?.[filter];
        return query.get(filter) === last ? [] : rows;
      },
    }),
  }),
);

const SOFT_DELETED: readonly unknown[] = ['deleted', 'archived'];

/** Filters that join with the live parents only. */
const JOINS = [
  ['adsets', 'campaignId', 'campaign', 'campaignId'],
  ['ads', 'campaignId', 'campaign', 'campaignId'],
  ['ads', 'adsetId', 'adset', 'adsetId'],
] as const;

const deletedParents = JOINS.map(([list, filter, parent, key]) =>
  fault({
    list,
    name: `${filter}-of-deleted-finds-nothing`,
    clause: CLAUSES[list]['nothing left out'],
    summary: `${filter} finds nothing where the ${parent} is deleted or archived`,
    wrap: (handler, mock) => {
      const isGone = (row: Row) => SOFT_DELETED.includes(mock.stores[parent].get(String(row[key]))?.status);
      return deploying({
        order: (rows, { query }) => (query.has(filter) ? rows.filter((row) => !isGone(row)) : rows),
      })(handler, mock);
    },
  }),
);

export const filterIds: readonly Fault[] = [...misread, ...unknownId, ...halfIndexed, ...deletedParents];
