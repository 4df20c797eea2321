// Cursors that do not lead on, or forget what was asked.

import { bodies } from '../answer.ts';
import { given, within, without } from '../ask.ts';
import { CLAUSES } from '../clauses.ts';
import { deploying, PARTS, sealed, unsealed } from '../deployment.ts';
import type { Fault, Wrap } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { CURSOR_LISTS, LISTS } from '../lists.ts';

const fault = faultOf('paging');

/** Pages behind the first forget one filter, or all. */
const forgetting = (filters: readonly string[]): Wrap =>
  deploying({
    filters: (ask) => PARTS.filters(ask).filter((filter) => !ask.query.has('cursor') || !filters.includes(filter)),
  });

const oneForgotten = CURSOR_LISTS.flatMap((list) =>
  Object.keys(LISTS[list].filters).map((filter) =>
    fault({
      list,
      name: `cursor-forgets-${filter}`,
      clause: CLAUSES[list]['cursor keeps filters'],
      summary: `from the second page on ${filter} is forgotten`,
      wrap: forgetting([filter]),
    }),
  ),
);

const allForgotten = CURSOR_LISTS.flatMap((list) => [
  fault({
    list,
    name: 'cursor-forgets-filters',
    clause: CLAUSES[list]['cursor keeps filters'],
    summary: 'from the second page on all filters are forgotten',
    wrap: forgetting(Object.keys(LISTS[list].filters)),
  }),
  fault({
    list,
    name: 'cursor-forgets-filters-later',
    clause: CLAUSES[list]['cursor keeps filters'],
    summary: 'from the third page on all filters are forgotten',
    wrap: (handler, mock) => {
      const second = new Set<string>();
      return deploying({
        filters: (ask) => (second.has(ask.query.get('cursor') ?? '') ? [] : PARTS.filters(ask)),
        write: (place, ask) => {
          const cursor = sealed(`${place}${ask.query.has('cursor') ? ' later' : ''}`);
          if (ask.query.has('cursor')) second.add(cursor);
          return cursor;
        },
        read: (cursor) => {
          const place = Number.parseInt(unsealed(cursor) ?? '', 10);
          return Number.isNaN(place) ? undefined : place;
        },
      })(handler, mock);
    },
  }),
  fault({
    list,
    name: 'cursor-forgets-limit',
    clause: CLAUSES[list].limit,
    summary: 'from the second page on limit is ignored',
    wrap: deploying({
      size: (ask) => (ask.query.has('cursor') ? 100 : PARTS.size(ask)),
    }),
  }),
  fault({
    list,
    name: 'cursor-ignored-under-filters',
    clause: CLAUSES[list]['cursor advances'],
    summary: 'a cursor is ignored where a filter is given',
    wrap: within(given('status'), without('cursor')),
  }),
  fault({
    list,
    name: 'cursor-ignored',
    clause: CLAUSES[list]['cursor advances'],
    summary: 'a cursor is ignored',
    wrap: without('cursor'),
  }),
]);

/** The deployment remembers one cursor: whichever it gave last. */
const latestOnly: readonly Fault[] = CURSOR_LISTS.map((list) =>
  fault({
    list,
    name: 'latest-cursor-only',
    clause: CLAUSES[list]['cursor advances'],
    summary: 'a cursor gives the first page once another list has been begun',
    wrap: (handler, mock) => {
      let latest = '';
      return deploying({
        write: (place, ask, rows) => {
          latest = PARTS.write(place, ask, rows);
          return latest;
        },
        read: (cursor, ask, rows) => (cursor === latest ? PARTS.read(cursor, ask, rows) : undefined),
      })(handler, mock);
    },
  }),
);

const ends: readonly Fault[] = CURSOR_LISTS.flatMap((list) => [
  fault({
    list,
    name: 'no-cursor-ever',
    clause: CLAUSES[list].nextCursor,
    summary: 'nextCursor is always null',
    wrap: bodies((body) => ({ ...body, nextCursor: null })),
  }),
  fault({
    list,
    name: 'cursor-absent',
    clause: CLAUSES[list].nextCursor,
    summary: 'nextCursor is never there',
    wrap: bodies(({ nextCursor: _, ...body }) => body),
  }),
  fault({
    list,
    name: 'no-cursor-under-filters',
    clause: CLAUSES[list]['nothing left out'],
    summary: 'a filtered list has one page only',
    wrap: within(
      ({ query }) => Object.keys(LISTS[list].filters).some((filter) => query.has(filter)),
      bodies((body) => ({ ...body, nextCursor: null })),
    ),
  }),
]);

export const pagingCursor: readonly Fault[] = [...oneForgotten, ...allForgotten, ...latestOnly, ...ends];
