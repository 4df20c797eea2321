// Orders that do not hold from one page to the next.
import type { Row } from '../../../spec/index.ts';
import { CLAUSES } from '../clauses.ts';
import { deploying, PARTS, sealed, unsealed } from '../deployment.ts';
import type { Fault, Wrap } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { CURSOR_LISTS } from '../lists.ts';
import { createRandom, shuffled } from '../randomness.ts';

const fault = faultOf('paging');

/** The rows by when they were created, those of one instant in another order each time. */
function tiesShuffled(rows: readonly Row[], random: () => number): Row[] {
  return shuffled(rows, random).sort((one, other) => String(other.createdAt).localeCompare(String(one.createdAt)));
}

const reordering = (seed: number, order: (rows: readonly Row[], random: () => number) => readonly Row[]): Wrap => {
  return (handler, mock) => {
    const random = createRandom(seed);
    return deploying({ order: (rows) => order(rows, random) })(handler, mock);
  };
};

/** A cursor that holds nothing but an instant: rows of one instant are kept together or lost. */
const byInstant = (isBehind: (created: string, cursor: string) => boolean): Wrap =>
  deploying({
    write: (place, _, rows) => sealed(String(rows[place]?.createdAt)),
    read: (cursor, _, rows) => {
      const instant = unsealed(cursor);
      if (instant === undefined) return undefined;
      const next = rows.findIndex((row) => isBehind(String(row.createdAt), instant));
      return next < 0 ? rows.length : next - 1;
    },
  });

type Kind = {
  readonly name: string;
  readonly summary: string;
  readonly clause: 'everything' | 'each row once';
  readonly wrap: Wrap;
};

const KINDS: readonly Kind[] = [
  {
    name: 'ties-shuffled',
    summary: 'rows of one instant are in another order in each reply',
    clause: 'each row once',
    wrap: reordering(11, tiesShuffled),
  },
  {
    name: 'order-shuffled',
    summary: 'all rows are in another order in each reply',
    clause: 'each row once',
    wrap: reordering(12, shuffled),
  },
  {
    name: 'ties-shuffled-sometimes',
    summary: 'in one reply of eight the rows of one instant are in another order',
    clause: 'each row once',
    wrap: reordering(13, (rows, random) => (random() < 1 / 8 ? tiesShuffled(rows, random) : rows)),
  },
  {
    name: 'keyset-without-ties',
    summary: 'a page begins behind the instant of the last row, and loses the others of that instant',
    clause: 'everything',
    wrap: byInstant((created, cursor) => created < cursor),
  },
  {
    name: 'keyset-with-ties',
    summary: 'a page begins with the instant of the last row, and repeats the rows of that instant',
    clause: 'each row once',
    wrap: byInstant((created, cursor) => created <= cursor),
  },
  {
    name: 'order-turns',
    summary: 'the pages behind the first are cut from the reversed list',
    clause: 'each row once',
    wrap: deploying({ order: (rows, { query }) => (query.has('cursor') ? rows.toReversed() : rows) }),
  },
  {
    name: 'order-by-size',
    summary: 'offsets count in one order for the first page and in another for the next, for limits over 25',
    clause: 'each row once',
    wrap: deploying({
      order: (rows, ask) =>
        ask.query.has('cursor') && PARTS.size(ask) > 25
          ? rows.toSorted((one, other) => String(one.name).localeCompare(String(other.name)))
          : rows,
    }),
  },
];

export const pagingOrder: readonly Fault[] = CURSOR_LISTS.flatMap((list) =>
  KINDS.map(({ name, summary, clause, wrap }) => fault({ list, name, clause: CLAUSES[list][clause], summary, wrap })),
);
