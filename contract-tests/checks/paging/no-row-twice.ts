// No row comes twice in one walk; within one reply that is wrong whatever else changes.

import { compareWhenStable } from '../../model/stable-comparison.ts';
import { type Flaw, shown } from '../../verdict/finding.ts';
import type { Context } from '../../walk/context.ts';
import type { Page } from '../../walk/page.ts';
import { keyOf } from '../../walk/rows.ts';
import { type Check, cite } from '../check.ts';
import { nounOf } from '../filters/filter-gaps.ts';
import { compareSizes, differencesOf, walkFlaw } from './pages-agree.ts';

const id = 'no-row-twice';

export const noRowTwice: Check = {
  id,
  title: 'No row comes twice in one walk',
  applies: () => true,
  run: async (context) => {
    const snapshot = await context.snapshot();
    const comparisons = context.operation.list.paging.style === 'none' ? [] : await compareSizes(context);
    const whole = await compareWhenStable({
      context,
      walk: snapshot.walk,
      belongs: () => true,
      again: () => context.fresh(snapshot.base, snapshot.walk.size),
    });
    const across = differencesOf([...comparisons, whole], ({ kind }) => kind === 'twice').map((each) =>
      walkFlaw(id, context, each),
    );
    const within = context.walks.flatMap(({ pages }) => pages.flatMap((page) => repeatedIn(context, page)));
    const gaps = snapshot.rows.length < 2 ? [`needs two ${nounOf(context.operation)}s`] : [];
    return { flaws: within.length > 0 ? within : across, gaps, message: `${context.walks.length} walks` };
  },
};

function repeatedIn(context: Context, page: Page): Flaw[] {
  const seen = new Set<string>();
  return page.rows.flatMap((row): Flaw[] => {
    const key = keyOf(context.operation, row);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      {
        subject: 'repeated rows',
        clauses: cite(id, context),
        level: 'must',
        message: 'one reply holds the same row twice',
        where: key,
        expected: 'each row once',
        received: shown(row),
        exchanges: [page.exchange],
      },
    ];
  });
}
