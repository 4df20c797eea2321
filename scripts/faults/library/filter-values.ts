// One value of a filter is taken for another, restricts nothing, or finds nothing.

import { pages } from '../answer.ts';
import { all, asks, turning, within, without } from '../ask.ts';
import type { Fault } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { LISTS, type ListName } from '../lists.ts';

const fault = faultOf('filters');
const clauseOf = (list: ListName, filter: string): string => LISTS[list].filterClauses[filter] ?? '';

/** Values that are easily mistaken for one another. */
const MISTAKES: readonly (readonly [ListName, string, string, string])[] = [
  ['adAccounts', 'platforms', 'apple_ads', 'meta_ads'],
  ['adAccounts', 'platforms', 'meta_ads', 'tiktok_ads'],
  ['campaigns', 'status', 'deleted', 'archived'],
  ['campaigns', 'status', 'in_review', 'paused'],
  ['campaigns', 'platforms', 'apple_ads', 'tiktok_ads'],
  ['adsets', 'status', 'archived', 'deleted'],
  ['adsets', 'status', 'rejected', 'paused'],
  ['adsets', 'platforms', 'tiktok_ads', 'meta_ads'],
  ['ads', 'status', 'archived', 'paused'],
  ['ads', 'status', 'rejected', 'in_review'],
  ['ads', 'status', 'active', 'in_review'],
  ['ads', 'platforms', 'tiktok_ads', 'meta_ads'],
  ['accounts', 'status', 'token_expired', 'disconnected'],
  ['accounts', 'status', 'disconnected', 'active'],
];

const mistaken = MISTAKES.map(([list, filter, value, other]) =>
  fault({
    list,
    name: `${filter}-${value}-means-${other}`,
    clause: clauseOf(list, filter),
    summary: `${filter}=${value} lists the rows that are ${other}`,
    wrap: turning(filter, (values) => values.map((each) => (each === value ? other : each))),
  }),
);

/** Pairs of values that the filter does not keep apart. */
const MERGED: readonly (readonly [ListName, string, string, string])[] = [
  ['campaigns', 'status', 'active', 'in_review'],
  ['campaigns', 'platforms', 'meta_ads', 'apple_ads'],
  ['adsets', 'status', 'paused', 'archived'],
  ['ads', 'status', 'paused', 'rejected'],
];

const merged = MERGED.map(([list, filter, value, other]) =>
  fault({
    list,
    name: `${filter}-${value}-brings-${other}`,
    clause: clauseOf(list, filter),
    summary: `${filter}=${value} also lists the rows that are ${other}`,
    wrap: turning(filter, (values) => (values.includes(value) ? [...new Set([...values, other])] : values)),
  }),
);

const VALUES: readonly (readonly [ListName, string, string])[] = [
  ['adAccounts', 'platforms', 'tiktok_ads'],
  ['campaigns', 'status', 'archived'],
  ['campaigns', 'platforms', 'apple_ads'],
  ['adsets', 'status', 'in_review'],
  ['adsets', 'platforms', 'apple_ads'],
  ['ads', 'status', 'deleted'],
  ['ads', 'platforms', 'meta_ads'],
  ['accounts', 'status', 'token_expired'],
];

const unrestricted = VALUES.map(([list, filter, value]) =>
  fault({
    list,
    name: `${filter}-${value}-restricts-nothing`,
    clause: clauseOf(list, filter),
    summary: `${filter}=${value} restricts nothing`,
    wrap: within(asks(filter, value), without(filter)),
  }),
);

const findsNothing = VALUES.map(([list, filter, value]) =>
  fault({
    list,
    name: `${filter}-${value}-finds-nothing`,
    clause: clauseOf(list, filter),
    summary: `${filter}=${value} finds nothing although there are such rows`,
    wrap: within(
      all(asks(filter, value), ({ query }) => query.getAll(filter).length === 1),
      pages(() => []),
    ),
  }),
);

const partly = VALUES.map(([list, filter, value]) =>
  fault({
    list,
    name: `${filter}-${value}-dropped-beside-others`,
    clause: clauseOf(list, filter),
    summary: `${filter}=${value} is dropped where another value of ${filter} is given`,
    wrap: turning(filter, (values) => (values.length > 1 ? values.filter((each) => each !== value) : values)),
  }),
).filter(({ api }) => api === 'layers');

export const filterValues: readonly Fault[] = [...mistaken, ...merged, ...unrestricted, ...findsNothing, ...partly];
