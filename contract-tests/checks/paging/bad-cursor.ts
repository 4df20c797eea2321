// A cursor that is malformed or forged counts as none: the first page comes.

import { placeParameter } from '../../../spec/index.ts';
import { foreignCursor, genuineCursor, piggybacksOf } from '../../evidence/piggybacked-cursors.ts';
import { type InvalidCursor, invalidCursors } from '../../plan/invalid-cursors.ts';
import type { Flaw } from '../../verdict/finding.ts';
import { type Context, listIndex } from '../../walk/context.ts';
import { whyIncomplete } from '../../walk/list-snapshot.ts';
import { textIn } from '../../walk/rows.ts';
import type { Walk } from '../../walk/walk.ts';
import { type Check, cite } from '../check.ts';
import { nounOf } from '../filters/filter-gaps.ts';
import { badCursorDeviation } from './bad-cursor-reply.ts';

const id = 'bad-cursor';
/** The place of the row whose id is sent as a cursor: it stands on the first page of any usual size. */
const EARLY = 10;
/** How many malformed ones are tried at least. */
const LEAST = 2;
/** How many of those that did not piggyback well are judged. */
const DOUBTS = { standard: 3, full: 40 } as const;

export const badCursor: Check = {
  id,
  title: 'A malformed or forged cursor is answered as documented',
  applies: ({ list: { paging } }) => paging.style === 'cursor' && paging.badCursor !== 'open',
  needs: ['sizes', 'probes'],
  ask: async (context, { sizes }) => {
    const walks = sizes.map(({ walk }) => walk);
    // A walk of several pages, so that the first page differs from the others.
    const walk = walks.find(({ pages, size }) => pages.length > 1 && size !== undefined) ?? walks[0];
    if (walk === undefined) return { flaws: [], gaps: [whyIncomplete(await context.snapshot())], message: 'no walk' };
    const piggybacks = await piggybacksOf(context);
    const genuine = walk.pages[0]?.next ?? genuineCursor(context);
    const ids = walk.rows.map((row) => textIn(row, context.operation.list.key));
    // Where cursors are ids of rows, any of them is genuine.
    const row = ids.some((each) => genuine?.includes(each)) ? undefined : ids[Math.min(EARLY, ids.length >> 1)];
    const all = invalidCursors(listIndex(context), genuine, {
      foreign: foreignCursor(context),
      row,
    });
    const breaches: Breach[] = [];
    // What rode well on a filter has been answered; what did not is judged beside the same filter.
    const isBreach = (flaw: Flaw, { certain }: InvalidCursor) =>
      certain || flaw.exchanges.some(({ status }) => status !== 200);
    const judge = async (walk: Walk, invalid: InvalidCursor): Promise<Flaw | undefined> => {
      const deviation = await badCursorDeviation(context, walk, invalid);
      return deviation && { ...flawOf(context), ...deviation };
    };
    for (const each of piggybacks.filter(({ right }) => !right).slice(0, DOUBTS[context.depth])) {
      const first = await context.walk(each.walk.args, each.walk.size, { expect: 'open', maxPages: 1 });
      const flaw = await judge(first, each);
      if (flaw !== undefined && isBreach(flaw, each)) breaches.push({ flaw, invalid: each });
    }
    const untried = all.filter(({ cursor }) => !piggybacks.some((each) => each.cursor === cursor));
    // One that is made from a genuine one shows most in a list of several pages; where it went with a filter, one is asked
    // that nothing could carry, for it may be genuine.
    const made =
      untried.find((each) => each.class === 'with a changed tail') ?? untried.find(({ certain }) => !certain);
    const few = [...(made === undefined ? [] : [made]), ...untried.slice(0, Math.max(0, LEAST - piggybacks.length))];
    const left = context.depth === 'standard' ? few : all;
    // At the full depth in pages of the default size too.
    const usual = context.depth === 'standard' ? undefined : await context.walk(walk.args, undefined);
    const asked = [walk, ...(usual === undefined ? [] : [usual])].flatMap((one) =>
      left.map((each) => ({ one, ...each })),
    );
    for (const { one, ...each } of asked) {
      const flaw = await judge(one, each);
      if (flaw !== undefined && isBreach(flaw, each)) breaches.push({ flaw, invalid: each });
      else if (flaw !== undefined) context.observe(`a cursor ${each.class} → ${flaw.received}`);
    }
    const isShort = walk.rows.length < 2;
    const why =
      walk.stop === 'budget'
        ? context.client.whyUnsent(context.operation)
        : `needs two ${nounOf(context.operation)}s, so that there is a second page`;
    return {
      flaws: flawsOf(breaches),
      gaps: isShort ? [why] : [],
      message: `${piggybacks.length + left.length} bad cursors`,
    };
  },
};

type Breach = { readonly flaw: Flaw; readonly invalid: InvalidCursor };

/** Kinds of cursors that a sentence names. */
const NAMED = 3;

/** The breaches as one sentence, which names their kinds; the shortest cursor shows it best. */
function flawsOf(breaches: readonly Breach[]): Flaw[] {
  const sorted = breaches.toSorted((one, other) => one.invalid.cursor.length - other.invalid.cursor.length);
  const kinds = [...new Set(sorted.map(({ invalid }) => invalid.class))];
  const more = kinds.length > NAMED ? ` (and ${kinds.length - NAMED} more kinds)` : '';
  const named = kinds.slice(0, NAMED).join(', or ');
  return sorted.map(({ flaw }) => ({ ...flaw, message: `a cursor ${named}${more} ${flaw.message}` }));
}

/** The clauses of the parameter are broken. */
function flawOf(context: Context): Pick<Flaw, 'subject' | 'clauses' | 'level'> {
  const { parameters, list } = context.operation;
  const cursor = parameters.find(({ name }) => name === placeParameter(list.paging));
  return { subject: cursor?.name ?? 'cursor', clauses: cite(id, context, cursor?.clauses), level: 'must' };
}
