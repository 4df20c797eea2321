// Defects that show in some replies only, whatever is asked: a lagging replica, a race, one bad server of several.

import { without } from '../ask.ts';
import { CLAUSES } from '../clauses.ts';
import { deploying } from '../deployment.ts';
import type { Fault, Wrap } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { CURSOR_LISTS, LISTS } from '../lists.ts';
import { numbering } from '../numbering.ts';
import { createRandom } from '../randomness.ts';

const fault = faultOf('filters');
const inPaging = faultOf('paging');

/** A share of the calls, drawn at random, is served by another deployment. */
const sometimes =
  (share: number, seed: number, wrap: Wrap): Wrap =>
  (handler, mock) => {
    const random = createRandom(seed);
    const changed = wrap(handler, mock);
    const plain = deploying({})(handler, mock);
    return { handle: (call) => (random() < share ? changed : plain).handle(call) };
  };

const filters = CURSOR_LISTS.map((list, index) =>
  fault({
    list,
    name: 'filters-ignored-sometimes',
    clause: LISTS[list].filterClauses.status ?? '',
    summary: 'one call in ten ignores its filters',
    wrap: sometimes(1 / 10, 61 + index, deploying({ filters: () => [] })),
  }),
);

const replicas = CURSOR_LISTS.map((list, index) =>
  inPaging({
    list,
    name: 'replica-lags',
    clause: CLAUSES[list].everything,
    summary: 'one call in eight does not see the three newest rows',
    wrap: sometimes(1 / 8, 71 + index, deploying({ order: (rows) => rows.slice(3) })),
  }),
);

const accounts = [
  fault({
    list: 'accounts',
    name: 'status-ignored-sometimes',
    clause: 'KLY-05',
    summary: 'one call in four ignores status',
    wrap: sometimes(1 / 4, 81, without('status')),
  }),
  inPaging({
    list: 'accounts',
    name: 'replica-lags',
    clause: 'KLY-02',
    summary: 'one call in four does not see the newest account, and counts without it',
    wrap: sometimes(1 / 4, 82, numbering({ order: (rows) => rows.slice(1) })),
  }),
];

export const sometimesFaults: readonly Fault[] = [...filters, ...replicas, ...accounts];
