// The same list at different page sizes holds the same rows: nothing is lost at the boundary between two pages.

import { type Flaw, shown } from '../../verdict/finding.ts';
import type { Context } from '../../walk/context.ts';
import { compareWhenStable, type Difference, type StableComparison, tell } from '../../walk/stable-comparison.ts';
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

const settled = new WeakMap<Context, Promise<readonly StableComparison[]>>();

/** Every sized walk against its list; made once for the checks that read it. */
export function compareSizes(context: Context): Promise<readonly StableComparison[]> {
  const known = settled.get(context) ?? compareAll(context);
  settled.set(context, known);
  return known;
}

async function compareAll(context: Context): Promise<readonly StableComparison[]> {
  const comparisons = (await probeRuns(context)).flatMap(({ cut }) => cut ?? []);
  for (const { walk, list, again } of await sizedWalks(context)) {
    if (walk.stop === 'end')
      comparisons.push(await compareWhenStable({ context, walk, again, list, belongs: () => true }));
  }
  return comparisons;
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
