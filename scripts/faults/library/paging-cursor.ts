// Cursors that do not lead on, do not end, or forget what was asked.

import { bodies } from '../answer.ts';
import { given, within, without } from '../ask.ts';
import { CLAUSES } from '../clauses.ts';
import { deploying, PARTS, sealed, unsealed } from '../deployment.ts';
import type { Fault, Wrap } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { CURSOR_LISTS, LISTS } from '../lists.ts';

const fault = faultOf('paging');

type Endless = { readonly name: string; readonly summary: string; readonly wrap: Wrap };

/** A cursor that never stands for a place: how often it was asked is all it says. */
const counting: Pick<typeof PARTS, 'write' | 'read'> = {
  write: (place) => sealed(String(place)),
  read: (cursor) => Number(unsealed(cursor) ?? -1),
};

const ENDLESS: readonly Endless[] = [
  {
    name: 'same-cursor-for-ever',
    summary: 'every page has the cursor of the second page',
    wrap: deploying({
      cut: (selected, behind, size, ask) => {
        const first = PARTS.cut(selected, -1, size, ask).next;
        return { rows: PARTS.cut(selected, behind, size, ask).rows, next: first };
      },
    }),
  },
  {
    name: 'first-page-for-ever',
    summary: 'every page is the first, with another cursor each time',
    wrap: (handler, mock) => {
      let asked = 0;
      return deploying({
        ...counting,
        cut: (selected, _, size, ask) => {
          const { rows, next } = PARTS.cut(selected, -1, size, ask);
          asked += 1;
          return { rows, next: next === undefined ? undefined : asked };
        },
      })(handler, mock);
    },
  },
  {
    name: 'empty-pages-for-ever',
    summary: 'behind the last page come empty pages, each with a new cursor',
    wrap: deploying({
      cut: (selected, behind, size, ask) => {
        const { rows, next } = PARTS.cut(selected, behind, size, ask);
        return { rows, next: next ?? Math.max(behind, selected.length) + 1000 };
      },
    }),
  },
  {
    name: 'last-page-for-ever',
    summary: 'the last page comes again and again, each time with a new cursor',
    wrap: deploying({
      cut: (selected, behind, size, ask) => {
        const { rows, next } = PARTS.cut(selected, behind % 10_000, size, ask);
        return { rows, next: next ?? behind + 10_000 };
      },
    }),
  },
  {
    name: 'starts-over',
    summary: 'behind the last page the first one comes again',
    wrap: deploying({
      cut: (selected, behind, size, ask) => {
        const { rows, next } = PARTS.cut(selected, behind, size, ask);
        return { rows, next: next ?? -1 };
      },
    }),
  },
  {
    name: 'stuck-on-second-page',
    summary: 'the cursor of the second page gives the second page again',
    wrap: deploying({
      cut: (selected, behind, size, ask) => {
        const { rows, next } = PARTS.cut(selected, behind, size, ask);
        return { rows, next: behind >= 0 && next !== undefined ? behind : next };
      },
    }),
  },
];

const endless = CURSOR_LISTS.flatMap((list) =>
  ENDLESS.map(({ name, summary, wrap }) =>
    fault({ list, name, clause: CLAUSES[list]['cursor advances'], summary, wrap }),
  ),
);

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

export const pagingCursor: readonly Fault[] = [...endless, ...oneForgotten, ...allForgotten, ...ends];
