// How many rows a page holds.

import { bodies } from '../answer.ts';
import { turning, within } from '../ask.ts';
import { CLAUSES } from '../clauses.ts';
import { deploying } from '../deployment.ts';
import type { Fault } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { CURSOR_LISTS, type CursorList } from '../lists.ts';
import { createRandom } from '../randomness.ts';

const fault = faultOf('paging');

/** The size of a page, given what was asked for. */
type Sizing = {
  readonly name: string;
  readonly summary: string;
  readonly clause: 'limit' | 'maximum' | 'default';
  readonly size: (limit: number | undefined) => number;
  /** The lists that are long enough to show it. @default all */
  readonly lists?: readonly CursorList[];
};

/** How many rows the lists of the default world have. */
const ROWS = { campaigns: 70, adsets: 180, ads: 450 } as const;

const SIZINGS: readonly Sizing[] = [
  { name: 'limit-ignored', summary: 'limit is ignored', clause: 'limit', size: () => 100 },
  {
    name: 'limit-one-less',
    summary: 'a page holds one row less than limit',
    clause: 'limit',
    size: (limit = 100) => Math.max(1, limit - 1),
  },
  {
    name: 'limit-one-more',
    summary: 'a page holds one row more than limit',
    clause: 'limit',
    size: (limit) => (limit === undefined ? 100 : limit + 1),
  },
  {
    name: 'limit-doubled',
    summary: 'a page holds twice as many rows as limit, up to 200',
    clause: 'limit',
    size: (limit) => (limit === undefined ? 100 : Math.min(200, 2 * limit)),
  },
  {
    name: 'limit-rounded-up',
    summary: 'limit is rounded up to tens',
    clause: 'limit',
    size: (limit = 100) => Math.ceil(limit / 10) * 10,
  },
  {
    name: 'limit-at-least-10',
    summary: 'a page holds ten rows at least',
    clause: 'limit',
    size: (limit = 100) => Math.max(10, limit),
  },
  ...[20, 25, 50, 100, 150, 199].map(
    (most): Sizing => ({
      name: `limit-capped-at-${most}`,
      summary: `a page holds ${most} rows at most`,
      clause: 'maximum',
      size: (limit = 100) => Math.min(most, limit),
      lists: CURSOR_LISTS.filter((list) => ROWS[list] > most),
    }),
  ),
  ...[10, 20, 25, 50, 99, 101, 200].map(
    (usual): Sizing => ({
      name: `default-${usual}`,
      summary: `without limit a page holds ${usual} rows`,
      clause: 'default',
      size: (limit = usual) => limit,
      // A list that fits on both pages shows nothing.
      lists: CURSOR_LISTS.filter((list) => ROWS[list] > Math.min(usual, 100)),
    }),
  ),
];

const sizes = SIZINGS.flatMap(({ name, summary, clause, size, lists = CURSOR_LISTS }) =>
  lists.map((list) =>
    fault({
      list,
      name,
      clause: CLAUSES[list][clause],
      summary,
      wrap: deploying({
        size: ({ query }) => size(query.has('limit') ? Number(query.get('limit')) : undefined),
      }),
    }),
  ),
);

const unseenDefault = fault({
  list: 'campaigns',
  name: 'default-200',
  clause: 'CMP-28',
  summary: 'without limit a page holds 200 rows',
  unobservable: 'All 70 campaigns of this world fit on one page of either size.',
  wrap: within(
    ({ query }) => !query.has('limit'),
    (handler) => handler,
  ),
});

/** Limits above the documented maximum that are honoured. */
const exceeded = [201, 250, 1000].map((least) =>
  fault({
    list: 'ads',
    name: `limit-${least}-honoured`,
    clause: 'ADS-33',
    summary: `limit=${least} and more gives pages of more than 200 rows`,
    wrap: within(
      ({ query }) => Number(query.get('limit')) >= least,
      deploying({ trusted: ['cursor', 'limit'], size: ({ query }) => Number(query.get('limit')) }),
    ),
  }),
);

/** Limits inside the bounds that are refused. */
const refused = CURSOR_LISTS.flatMap((list) =>
  [1, 200].map((limit) =>
    fault({
      list,
      name: `limit-${limit}-refused`,
      clause: CLAUSES[list][limit === 1 ? 'limit' : 'maximum'],
      summary: `limit=${limit} is refused`,
      wrap: within(
        ({ query }) => query.get('limit') === String(limit),
        turning('limit', () => ['0']),
      ),
    }),
  ),
);

const atBounds = CURSOR_LISTS.flatMap((list) => [
  fault({
    list,
    name: 'limit-1-gives-two',
    clause: CLAUSES[list].limit,
    summary: 'limit=1 gives two rows',
    wrap: deploying({ size: ({ query }) => Math.max(2, Number(query.get('limit') ?? 100)) }),
  }),
  fault({
    list,
    name: 'limit-1-gives-nothing',
    clause: CLAUSES[list].limit,
    summary: 'limit=1 gives an empty page that is the last',
    wrap: within(({ query }) => query.get('limit') === '1', empty()),
  }),
]);

function empty() {
  return bodies((body) => ({ ...body, items: [], nextCursor: null }));
}

const short = CURSOR_LISTS.map((list) =>
  fault({
    list,
    name: 'short-pages',
    clause: CLAUSES[list].limit,
    summary: 'pages are one to three rows short, each differently',
    // A page of another length loses nothing: the toolkit's design holds it to be a should.
    expect: 'WARN',
    wrap: (handler, mock) => {
      const random = createRandom(5);
      const parts = deploying({
        size: ({ query }) => Math.max(1, Number(query.get('limit') ?? 100) - 1 - Math.floor(random() * 3)),
      });
      return parts(handler, mock);
    },
  }),
);

export const pagingSize: readonly Fault[] = [...sizes, unseenDefault, ...exceeded, ...refused, ...atBounds, ...short];
