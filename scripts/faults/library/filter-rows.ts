// Filters that are right about the members and wrong about some rows.
import type { Row } from '../../../spec/index.ts';
import { filtered, given, not, within } from '../ask.ts';
import { CLAUSES } from '../clauses.ts';
import { deploying } from '../deployment.ts';
import type { Fault } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { CURSOR_LISTS, type CursorList, LISTS } from '../lists.ts';
import { hashOf } from '../randomness.ts';

const fault = faultOf('filters');

type Hidden = { readonly name: string; readonly summary: string; readonly hides: (row: Row) => boolean };

const SOFT_DELETED: readonly Hidden[] = [
  { name: 'deleted-hidden', summary: 'deleted rows', hides: ({ status }) => status === 'deleted' },
  { name: 'archived-hidden', summary: 'archived rows', hides: ({ status }) => status === 'archived' },
  {
    name: 'rejected-hidden',
    summary: 'rejected rows',
    hides: ({ status }) => status === 'rejected',
  },
];

/** Rows that are in the list only where status asks for them. */
const hiddenUnlessAsked = CURSOR_LISTS.flatMap((list) =>
  SOFT_DELETED.map(({ name, summary, hides }) =>
    fault({
      list,
      name: `${name}-by-default`,
      clause: { campaigns: 'CMP-49', adsets: 'SET-59', ads: 'ADS-26' }[list],
      summary: `${summary} are listed only where status asks for them`,
      wrap: within(not(given('status')), deploying({ order: (rows) => rows.filter((row) => !hides(row)) })),
    }),
  ),
);

const hiddenUnderOthers = CURSOR_LISTS.map((list) =>
  fault({
    list,
    name: 'deleted-hidden-under-platforms',
    clause: CLAUSES[list]['nothing left out'],
    summary: 'platforms leaves out the rows that are deleted',
    wrap: within(given('platforms'), deploying({ order: (rows) => rows.filter(({ status }) => status !== 'deleted') })),
  }),
);

const isOdd = (row: Row, list: CursorList): boolean => hashOf(String(row[LISTS[list].key])) % 50 === 7;

/** One row in fifty is lost, or comes too, under any filter. */
const oneInFifty = CURSOR_LISTS.flatMap((list) => [
  fault({
    list,
    name: 'one-in-fifty-lost-under-filters',
    clause: CLAUSES[list]['nothing left out'],
    summary: 'every filter loses one row in fifty',
    wrap: within(filtered, deploying({ order: (rows) => rows.filter((row) => !isOdd(row, list)) })),
  }),
  ...(['platforms', 'status'] as const).map((filter) =>
    fault({
      list,
      name: `one-in-fifty-passes-${filter}`,
      clause: LISTS[list].filterClauses[filter] ?? '',
      summary: `one row in fifty passes ${filter} whatever it is`,
      wrap: deploying({
        passes: (row, name, { query }) =>
          (name === filter && isOdd(row, list)) || (LISTS[list].filters[name]?.(row, query.getAll(name)) ?? true),
      }),
    }),
  ),
]);

/** An inner join loses the rows that have nothing to join with. */
const JOINS: readonly (readonly [CursorList, string, string, (row: Row) => boolean])[] = [
  ['ads', 'status', 'the ads without adsContentId', (row) => row.adsContentId === null],
  ['ads', 'campaignId', 'the ads without adsContentId', (row) => row.adsContentId === null],
  ['ads', 'platforms', 'the ads whose name is their externalId', (row) => row.name === row.externalId],
  ['campaigns', 'status', 'the campaigns without a daily budget', (row) => row.dailyBudget === null],
  ['campaigns', 'adAccountId', 'the campaigns without any budget', (row) => !row.dailyBudget && !row.lifetimeBudget],
  ['campaigns', 'status', 'the campaigns on Apple', (row) => row.platform === 'apple_ads'],
  ['adsets', 'campaignId', 'the ad sets without an end', (row) => row.endTime === null],
  ['adsets', 'status', 'the ad sets on Apple', (row) => row.platform === 'apple_ads'],
];

const joined = JOINS.map(([list, filter, lost, hides], index) =>
  fault({
    list,
    name: `${filter}-join-${index + 1}`,
    clause: CLAUSES[list]['nothing left out'],
    summary: `${filter} leaves out ${lost}`,
    wrap: within(given(filter), deploying({ order: (rows) => rows.filter((row) => !hides(row)) })),
  }),
);

/** A filtered list ends after so many rows. */
const CAPS: readonly (readonly [CursorList, string, number])[] = [
  ['campaigns', 'platforms', 25],
  ['adsets', 'adAccountId', 50],
  ['ads', 'platforms', 200],
  ['ads', 'status', 100],
];

const capped = CAPS.map(([list, filter, most]) =>
  fault({
    list,
    name: `${filter}-capped-at-${most}`,
    clause: CLAUSES[list]['nothing left out'],
    summary: `${filter} lists ${most} rows at most`,
    wrap: within(
      given(filter),
      deploying({
        cut: (selected, behind, size) => {
          const rest = selected.slice(0, most).filter(({ place }) => place > behind);
          const page = rest.slice(0, size);
          return { rows: page.map(({ row }) => row), next: rest.length > size ? page.at(-1)?.place : undefined };
        },
      }),
    ),
  }),
);

export const filterRows: readonly Fault[] = [
  ...hiddenUnlessAsked,
  ...hiddenUnderOthers,
  ...oneInFifty,
  ...joined,
  ...capped,
];
