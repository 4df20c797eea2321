// Other orders of the rows, which the documentation leaves open.
import type { Row } from '../../../spec/index.ts';
import { deploying, sealed, unsealed } from '../../faults/deployment.ts';
import { both, type Wrap } from '../../faults/fault.ts';
import { numbering } from '../../faults/numbering.ts';
import { createRandom, hashOf } from '../../faults/randomness.ts';
import { BOTH, type Variation, wrapped } from '../variation.ts';

const by =
  (keyOf: (row: Row) => string | number) =>
  (rows: readonly Row[]): readonly Row[] =>
    rows.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));

const ordered = (order: (rows: readonly Row[]) => readonly Row[]): Wrap =>
  both(deploying({ order }), numbering({ order }));

/** Two servers, each with an order of its own: which one answers a first page is drawn, and a cursor leads back to its own. */
const twoServers =
  (draw: () => () => boolean): Wrap =>
  (handler, mock) => {
    const isOther = draw();
    let server = 'one';
    const behind = (cursor: string) => unsealed(cursor)?.split(' ');
    return deploying({
      order: (rows, { query }) => {
        const [own] = behind(query.get('cursor') ?? '') ?? [];
        server = own ?? (isOther() ? 'other' : 'one');
        return server === 'one' ? rows : rows.toReversed();
      },
      write: (place) => sealed(`${server} ${place}`),
      read: (cursor) => {
        const [, place] = behind(cursor) ?? [];
        return place === undefined ? undefined : Number(place);
      },
    })(handler, mock);
  };

export const orders: readonly Variation[] = [
  wrapped(
    'orders-in-turns',
    'two servers with an order each take turns at first pages',
    twoServers(() => {
      let turn = 0;
      return () => turn++ % 2 === 0;
    }),
  ),
  wrapped(
    'orders-at-random',
    'one of two servers with an order each answers a first page, by chance',
    twoServers(() => {
      const random = createRandom(14);
      return () => random() < 0.5;
    }),
  ),
  wrapped(
    'order-oldest-first',
    'the oldest row comes first',
    ordered((rows) => rows.toReversed()),
    BOTH,
  ),
  wrapped('order-by-name', 'rows are ordered by name', ordered(by(({ name }) => String(name))), BOTH),
  wrapped(
    'order-by-hash',
    'the order is arbitrary, and stays',
    ordered(by((row) => hashOf(JSON.stringify(row)))),
    BOTH,
  ),
  wrapped(
    'order-by-status',
    'rows are ordered by status, so that pages differ in it',
    ordered(by(({ status, connectionStatus }) => `${String(connectionStatus)}${String(status)}`)),
    BOTH,
  ),
  wrapped(
    'order-by-filters',
    'each filter brings an order of its own',
    deploying({
      order: (rows, { query }) => {
        const seed = [...query.keys()].filter((name) => name !== 'limit' && name !== 'cursor').join();
        return by((row) => hashOf(seed + JSON.stringify(row)))(rows);
      },
    }),
  ),
];
