// Cursors lead on, and come to an end.

import type { Evidence } from '../../evidence/evidence.ts';
import type { Context } from '../../walk/context.ts';
import { describe } from '../../walk/filter-arguments.ts';
import { isNumbered, isPaged, placeOf } from '../../walk/page.ts';
import { sameWay, type Walk } from '../../walk/walk.ts';
import { type Check, cite, clausesOf, flawsAbout } from '../check.ts';
import { endClauses } from './end-clauses.ts';
import { placeClauses } from './place-clauses.ts';

const id = 'cursor-advances';

export const cursorAdvances: Check = {
  id,
  title: 'Cursors lead to the next page, and end',
  applies: isPaged,
  needs: ['sizes'],
  ask: async (context, evidence) => {
    const { operation, sizes, walks } = evidence;
    const circling = walks.filter((walk) => walk.stop === 'loop' && !isPromisedMore(walk));
    const endless = [
      ...((await isLasting(context, circling)) ? circling : []),
      ...sizes.flatMap(({ walk, isEndless }) => (isEndless ? walk : [])),
    ];
    const [leads, lead] = isNumbered(operation) ? ['pages', 'page to follow'] : ['cursors', 'cursor'];
    const flaws = endless.map((walk) => {
      const { args, pages } = walk;
      const exchanges = pages.slice(-2).map(({ exchange }) => exchange);
      const clauses = brokenBy(evidence, walk);
      return flawsAbout(id, evidence, { subject: 'endless walk', where: describe(args), clauses, exchanges })(
        `a walk does not come to an end: its ${leads} repeat, or bring no new row`,
        `new rows on every page, and no ${lead} after the last`,
        `${pages.length} pages, and still a ${lead}`,
      );
    });
    const followed = walks.filter(({ pages }: Walk) => pages.length > 1).length;
    const gaps = followed === 0 ? ['needs more rows than one page of the smallest size holds'] : [];
    return { flaws, gaps, message: `${followed} walks of several pages` };
  },
};

/** What leads on, and what says that there is more behind a page that is not full; where nothing says either, what says where a page stands. */
function brokenBy(evidence: Evidence, walk: Walk): readonly string[] {
  const ofLead = clausesOf(id, evidence.operation, evidence.register);
  const said = [...new Set([...ofLead, ...(hasShortPage(walk) ? endClauses(evidence) : [])])];
  if (said.length > 0) return said;
  const ofPlace = placeClauses(evidence);
  return ofPlace.length > 0 ? ofPlace : cite(id, evidence);
}

function hasShortPage({ pages }: Walk): boolean {
  return pages.some(
    ({ exchange, rows, next }) => next !== undefined && rows.length < (placeOf(exchange.request).size ?? 0),
  );
}

/** Whether the pages so far are fewer than the total promises: they have their numbers, and rows that move may stand on many of them. */
function isPromisedMore({ pages }: Walk): boolean {
  const last = pages.at(-1);
  if (last?.told.total === undefined) return false;
  const { request } = last.exchange;
  const { offset, size = last.rows.length } = placeOf(request);
  return isNumbered(request.operation) && offset + size < last.told.total;
}

/** Walks that are made again, until one goes round in circles as it did before. */
const TRIALS = 4;

/**
 * Whether one of these walks goes round in circles for good. Where rows were seen to move, they may look like that once while
 * pages are counted, and a walk must do it again; where nothing moves, once is enough.
 */
async function isLasting(context: Context, circling: readonly Walk[]): Promise<boolean> {
  if (!context.run.changing) return true;
  for (const walk of circling.slice(0, TRIALS)) {
    const { stop } = await context.fresh(walk.args, walk.size, sameWay(walk));
    if (stop === 'loop') return true;
  }
  return false;
}
