// Cursors lead on, and come to an end.

import { describe } from '../../walk/filter-arguments.ts';
import { isPaged } from '../../walk/page.ts';
import type { Walk } from '../../walk/walk.ts';
import { type Check, flawsAbout } from '../check.ts';

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
    const flaws = endless.map(({ args, pages }) => {
      const exchanges = pages.slice(-2).map(({ exchange }) => exchange);
      return flawsAbout(id, evidence, { subject: 'endless walk', where: describe(args), exchanges })(
        'a walk does not come to an end: its cursors repeat, or bring no new row',
        'new rows on every page, and no cursor after the last',
        `${pages.length} pages, and still a cursor`,
      );
    });
    const followed = walks.filter(({ pages }: Walk) => pages.length > 1).length;
    const gaps = followed === 0 ? ['needs more rows than one page of the smallest size holds'] : [];
    return { flaws, gaps, message: `${followed} walks of several pages` };
  },
};
