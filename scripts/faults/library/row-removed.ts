// One row, the same for ever, is left out under one filter, or for one page size.
import type { Row } from '../../../spec/index.ts';
import { pages } from '../answer.ts';
import { asks, given, not, type Where, within } from '../ask.ts';
import { CLAUSES } from '../clauses.ts';
import { deploying } from '../deployment.ts';
import type { Fault, Wrap } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { LIST_NAMES, LISTS, type ListName } from '../lists.ts';
import { numbering } from '../numbering.ts';
import { everyRow } from '../world.ts';

const fault = faultOf('filters');

const COMPLETE: Readonly<Record<ListName, string>> = {
  adAccounts: 'ACC-20',
  campaigns: CLAUSES.campaigns['nothing left out'],
  adsets: CLAUSES.adsets['nothing left out'],
  ads: CLAUSES.ads['nothing left out'],
  accounts: 'KLY-07',
};

/** Leaves out the row that stands at this share of the list; the pages close up. */
const removing = (list: ListName, share: number): Wrap => {
  const { key } = LISTS[list];
  return (handler, mock) => {
    const rows = everyRow(mock, list);
    const lost = rows[Math.floor(share * rows.length)]?.[key];
    const kept = (here: readonly Row[]) => here.filter((row) => row[key] !== lost);
    const wrap = { adAccounts: pages(kept), accounts: numbering({ order: kept }) }[String(list)];
    return (wrap ?? deploying({ order: kept }))(handler, mock);
  };
};

const underFilters = LIST_NAMES.flatMap((list) =>
  Object.keys(LISTS[list].filters).map((filter) =>
    fault({
      list,
      name: `row-left-out-under-${filter}`,
      clause: COMPLETE[list],
      summary: `${filter} leaves out one row that passes`,
      wrap: within(given(filter), removing(list, list === 'adAccounts' ? 0 : 0.4)),
    }),
  ),
);

const CORNERS: readonly (readonly [string, string, Where])[] = [
  ['at-limit-1', 'limit=1', asks('limit', '1')],
  ['at-limit-200', 'limit=200', asks('limit', '200')],
  ['without-limit', 'no limit', not(given('limit'))],
  ['under-two-filters', 'platforms and status', given('platforms', 'status')],
];

const inCorners = (['campaigns', 'adsets', 'ads'] as const).flatMap((list) =>
  CORNERS.map(([name, what, where]) =>
    fault({
      list,
      name: `row-left-out-${name}`,
      clause: COMPLETE[list],
      summary: `one row is left out with ${what}`,
      wrap: within(where, removing(list, 0.6)),
    }),
  ),
);

const everywhere = fault({
  list: 'ads',
  name: 'row-left-out-everywhere',
  clause: 'ADS-05',
  summary: 'one row is left out of every reply',
  unobservable: 'Nothing names an ad, so an ad that no list shows cannot be missed.',
  wrap: removing('ads', 0.6),
});

export const rowRemoved: readonly Fault[] = [...underFilters, ...inCorners, everywhere];
