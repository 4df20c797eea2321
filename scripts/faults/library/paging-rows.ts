// Rows that are lost, or come twice, where one page ends and the next begins.
import { given, not, within } from '../ask.ts';
import { CLAUSES } from '../clauses.ts';
import { type Cut, deploying, type Entry, PARTS } from '../deployment.ts';
import type { Fault, Wrap } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { CURSOR_LISTS } from '../lists.ts';

const fault = faultOf('paging');

/** Where the next page begins, other than behind this page's last row. */
type Slip = (
  cut: Cut,
  page: readonly Entry[],
  rest: readonly Entry[],
  selected: readonly Entry[],
) => number | undefined;

const slipping = (slip: Slip): Wrap =>
  deploying({
    cut: (selected, behind, size, ask) => {
      const cut = PARTS.cut(selected, behind, size, ask);
      const rest = selected.filter(({ place }) => place > behind);
      return { rows: cut.rows, next: slip(cut, rest.slice(0, size), rest.slice(size), selected) };
    },
  });

/** Cuts pages from rows that are not all of the rows. */
const cutting = (choose: (selected: readonly Entry[], behind: number, size: number) => readonly Entry[]): Wrap =>
  deploying({ cut: (selected, behind, size, ask) => PARTS.cut(choose(selected, behind, size), behind, size, ask) });

type Kind = {
  readonly name: string;
  readonly summary: string;
  readonly clause: 'everything' | 'each row once';
  readonly wrap: Wrap;
};

const KINDS: readonly Kind[] = [
  {
    name: 'boundary-row-lost',
    summary: 'the row behind each page is lost',
    clause: 'everything',
    wrap: slipping(({ next }, _, rest) => (next === undefined ? undefined : rest[0]?.place)),
  },
  {
    name: 'boundary-row-twice',
    summary: 'each page begins with the last row of the page before',
    clause: 'each row once',
    wrap: slipping(({ next }, page) => (next === undefined ? undefined : (page.at(-2)?.place ?? next))),
  },
  {
    name: 'two-rows-twice',
    summary: 'each page repeats the last two rows of the page before',
    clause: 'each row once',
    wrap: slipping(({ next }, page) => (next === undefined ? undefined : (page.at(-3)?.place ?? next))),
  },
  {
    name: 'second-boundary-row-lost',
    summary: 'the row behind the second page is lost',
    clause: 'everything',
    wrap: slipping(({ next }, page, rest, selected) => {
      const isSecond = selected[page.length] === page[0];
      return next !== undefined && isSecond ? rest[0]?.place : next;
    }),
  },
  {
    name: 'last-row-lost',
    summary: 'the last row of all is lost',
    clause: 'everything',
    wrap: cutting((selected) => selected.slice(0, -1)),
  },
  {
    name: 'last-row-lost-behind-first-page',
    summary: 'the last row of all is lost where it does not stand on the first page',
    clause: 'everything',
    wrap: cutting((selected, behind, size) =>
      behind >= 0 || selected.length > size ? selected.slice(0, -1) : selected,
    ),
  },
  {
    name: 'first-row-lost',
    summary: 'the first row is lost where limit is given',
    clause: 'everything',
    wrap: within(
      given('limit'),
      cutting((selected) => selected.slice(1)),
    ),
  },
  {
    name: 'first-row-lost-by-default',
    summary: 'the first row is lost where limit is not given',
    clause: 'everything',
    wrap: within(
      not(given('limit')),
      cutting((selected) => selected.slice(1)),
    ),
  },
  {
    name: 'boundary-row-lost-by-default',
    summary: 'the row behind each page is lost where limit is not given',
    clause: 'everything',
    wrap: within(
      not(given('limit')),
      slipping(({ next }, _, rest) => (next === undefined ? undefined : rest[0]?.place)),
    ),
  },
  {
    name: 'last-page-lost',
    summary: 'the last page is not announced',
    clause: 'everything',
    wrap: slipping(({ next }, page, rest) => (rest.length <= page.length ? undefined : next)),
  },
  {
    name: 'single-last-row-lost',
    summary: 'a last page of one row is not announced',
    clause: 'everything',
    wrap: slipping(({ next }, _, rest) => (rest.length === 1 ? undefined : next)),
  },
  {
    name: 'ends-behind-second-page',
    summary: 'the list ends behind the second page',
    clause: 'everything',
    wrap: slipping(({ next }, page, _, selected) => (selected[0] === page[0] ? next : undefined)),
  },
  {
    name: 'row-twice-on-a-page',
    summary: 'the middle row of a page comes twice',
    clause: 'each row once',
    wrap: deploying({
      cut: (selected, behind, size, ask) => {
        const { rows, next } = PARTS.cut(selected, behind, size, ask);
        const middle = Math.floor(rows.length / 2);
        return { rows: [...rows.slice(0, middle), ...rows.slice(Math.max(0, middle - 1), -1)], next };
      },
    }),
  },
];

const kinds = CURSOR_LISTS.flatMap((list) =>
  // All campaigns fit on one page of the default size.
  KINDS.filter(({ name }) => list !== 'campaigns' || name !== 'boundary-row-lost-by-default').map(
    ({ name, summary, clause, wrap }) => fault({ list, name, clause: CLAUSES[list][clause], summary, wrap }),
  ),
);

/** A row is lost for some page sizes only. */
const SIZES = [1, 10, 25, 50, 99, 100, 101, 199, 200];

const bySize = SIZES.map((size) =>
  fault({
    list: 'ads',
    name: `row-lost-at-limit-${size}`,
    clause: 'ADS-05',
    summary: `the row behind each page is lost where limit is ${size}`,
    wrap: within(
      ({ query }) => query.get('limit') === String(size),
      slipping(({ next }, _, rest) => (next === undefined ? undefined : rest[0]?.place)),
    ),
  }),
);

/** Lists that end too early, wherever the pages are cut. */
const CAPS = [
  ['campaigns', 60],
  ['adsets', 150],
  ['ads', 200],
  ['ads', 400],
] as const;

const capped = CAPS.map(([list, most]) =>
  fault({
    list,
    name: `ends-at-${most}`,
    clause: CLAUSES[list].everything,
    summary: `nothing behind row ${most} is ever listed without filters`,
    wrap: within(
      ({ query }) => [...query.keys()].every((name) => name === 'limit' || name === 'cursor'),
      cutting((selected) => selected.slice(0, most)),
    ),
  }),
);

export const pagingRows: readonly Fault[] = [...kinds, ...bySize, ...capped];
