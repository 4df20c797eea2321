// The same list at different page sizes holds the same rows: nothing is lost at the boundary between two pages.

import { compareWhenStable, type Difference, type StableComparison, tell } from '../../model/stable-comparison.ts';
import { type Flaw, shown } from '../../verdict/finding.ts';
import type { Context } from '../../walk/context.ts';
import { describe } from '../../walk/filter-arguments.ts';
import type { Walk } from '../../walk/walk.ts';
import { type Check, cite, isPaged } from '../check.ts';
import { nounOf } from '../filters/filter-gaps.ts';
import { probeRuns } from '../filters/probe-runs.ts';
import { sizedWalks } from './paging-walks.ts';

const id = 'pages-agree';

export const pagesAgree: Check = {
  id,
  title: 'Walks at different page sizes hold the same rows',
  applies: isPaged,
  run: async (context) => {
    const comparisons = await compareSizes(context);
    const { rows, complete } = await context.snapshot();
    const flaws = differencesOf(comparisons, ({ kind }) => kind !== 'twice').map((each) => walkFlaw(id, context, each));
    const gaps = comparisons.some(({ moving }) => moving) ? ['the data never stood still (moving)'] : [];
    if (!complete) gaps.push('the whole list is too long for the budget of requests');
    else if (rows.length < 2) gaps.push(`needs two ${nounOf(context.operation)}s, so that a page can end between them`);
    return { flaws, gaps, message: `${rows.length} rows at ${comparisons.length} page sizes` };
  },
};

/** Every sized walk against its list; made once for the checks that read it. */
export function compareSizes(context: Context): Promise<readonly StableComparison[]> {
  return context.memo('compareSizes', () => compareAll(context));
}

async function compareAll(context: Context): Promise<readonly StableComparison[]> {
  const comparisons = (await probeRuns(context)).flatMap(({ cut }) => cut ?? []);
  const sized = await sizedWalks(context);
  for (const { walk, list, again } of sized)
    if (isComparable(walk))
      comparisons.push(await compareWhenStable({ context, walk, again, list, belongs: () => true }));
  // Pages that other checks have asked for are pages of the same list.
  const snapshot = await context.snapshot();
  const whole = describe(snapshot.base);
  const others = context.walks.filter(
    (walk) =>
      isComparable(walk) &&
      walk !== snapshot.walk &&
      walk.start === undefined &&
      walk.more.length === 0 &&
      describe(walk.args) === whole &&
      !sized.some((each) => each.walk === walk),
  );
  for (const walk of snapshot.complete ? others : []) {
    const again = () => context.fresh(walk.args, walk.size, { maxPages: walk.pages.length, expect: 'open' });
    comparisons.push(await compareWhenStable({ context, walk, again, belongs: () => true }));
  }
  return comparisons;
}

/** Whether a walk says something of the list: it was not refused, and did not go round in circles. */
function isComparable({ stop }: Walk): boolean {
  return stop === 'end' || stop === 'cut';
}

type Found = { readonly difference: Difference; readonly comparison: StableComparison };

/** The differences of some kind, with the walk that shows each. */
export function differencesOf(
  comparisons: readonly StableComparison[],
  wanted: (difference: Difference) => boolean,
): Found[] {
  return comparisons.flatMap((comparison) =>
    comparison.differences.filter(wanted).map((difference) => ({ difference, comparison })),
  );
}

/** A row that a walk of pages loses, adds, changes or repeats. */
export function walkFlaw(checkId: string, context: Context, { difference, comparison }: Found): Flaw {
  const { walk, snapshot } = comparison;
  return {
    subject: `${difference.kind} rows`,
    clauses: cite(checkId, context),
    level: 'must',
    message: `walks at different page sizes do not hold the same rows: some are ${WORDS[difference.kind]}`,
    where: difference.key,
    expected: difference.kind === 'missing' ? shown(difference.listed) : 'every row of the list, once and alike',
    received: tell(difference, walk),
    exchanges: [...snapshot.walk.pages.slice(0, 1), ...walk.pages].map(({ exchange }) => exchange),
  };
}

const WORDS = { missing: 'missing', extra: 'added', different: 'shown differently', twice: 'repeated' } as const;
