// Cursors that lead round in circles, or on for ever.
import { CLAUSES } from '../clauses.ts';
import { deploying, PARTS, sealed, unsealed } from '../deployment.ts';
import type { Fault, Wrap } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { CURSOR_LISTS } from '../lists.ts';

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

export const pagingEndless: readonly Fault[] = CURSOR_LISTS.flatMap((list) =>
  ENDLESS.map(({ name, summary, wrap }) =>
    fault({ list, name, clause: CLAUSES[list]['cursor advances'], summary, wrap }),
  ),
);
