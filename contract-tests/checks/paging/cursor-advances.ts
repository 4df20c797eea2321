// Cursors lead on, and come to an end.

import { describe } from '../../walk/filter-arguments.ts';
import { isPaged } from '../../walk/page.ts';
import type { Walk } from '../../walk/walk.ts';
import { type Check, cite } from '../check.ts';

const id = 'cursor-advances';

export const cursorAdvances: Check = {
  id,
  title: 'Cursors lead to the next page, and end',
  applies: isPaged,
  needs: ['sizes'],
  judge: (evidence) => {
    const { sizes, walks } = evidence;
    const endless = [
      ...walks.filter(({ stop }) => stop === 'loop'),
      ...sizes.flatMap(({ walk, isEndless }) => (isEndless ? walk : [])),
    ];
    const flaws = endless.map((walk) => ({
      subject: 'endless walk',
      clauses: cite(id, evidence),
      level: 'must' as const,
      message: 'a walk does not come to an end: its cursors repeat, or bring no new row',
      where: describe(walk.args),
      expected: 'new rows on every page, and no cursor after the last',
      received: `${walk.pages.length} pages, and still a cursor`,
      exchanges: walk.pages.slice(-2).map(({ exchange }) => exchange),
    }));
    const followed = walks.filter(({ pages }: Walk) => pages.length > 1).length;
    const gaps = followed === 0 ? ['needs more rows than one page of the smallest size holds'] : [];
    return { flaws, gaps, message: `${followed} walks of several pages` };
  },
};
