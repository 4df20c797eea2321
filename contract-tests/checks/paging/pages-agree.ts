// The same list at different page sizes holds the same rows: nothing is lost at the boundary between two pages.

import { isReplaced } from '../../evidence/lost-by-pages.ts';
import { type Difference, tell } from '../../model/difference.ts';
import type { StableComparison } from '../../model/stable-comparison.ts';
import { type Flaw, shown } from '../../verdict/finding.ts';
import { whyIncomplete } from '../../walk/list-snapshot.ts';
import { isPaged } from '../../walk/page.ts';
import { type Check, cite, mustsOf, type Scope } from '../check.ts';
import { filterCompleteness } from '../filters/filter-completeness.ts';
import { failedBy, keptOutBy } from '../filters/filter-flaws.ts';
import { MOVING, nounOf } from '../filters/filter-gaps.ts';
import { isToldOtherwise } from '../rows/invalid-members.ts';
import { lostBetweenPages } from './lost-between-pages.ts';
import { fits } from './page-contradictions.ts';

const id = 'pages-agree';

export const pagesAgree: Check = {
  id,
  title: 'Walks of the same list, in pages of any size, hold the same rows',
  applies: isPaged,
  needs: ['comparisons'],
  judge: (evidence) => {
    const { comparisons, operation } = evidence;
    const { rows, complete } = evidence.snapshot;
    const isOwn = (difference: Difference) => difference.kind !== 'twice' && !isToldOtherwise(evidence, difference);
    const flaws = differencesOf(comparisons, isOwn)
      .filter((each) => !isLostFilter(each))
      .map((each) => walkFlaw(id, evidence, each));
    // Against a list that is not known whole nothing is seen to move.
    const gaps = complete && comparisons.some(({ moving }) => moving) ? [MOVING] : [];
    if (!complete) gaps.push(whyIncomplete(evidence.snapshot));
    else if (rows.length < 2) gaps.push(`needs two ${nounOf(operation)}s, so that a page can end between them`);
    return { flaws, gaps, message: `${rows.length} rows at ${comparisons.length} page sizes` };
  },
};

/** Whether the row stands on a later page against what the walk asks for: the cursor has lost it, which another check tells. */
function isLostFilter({ difference: { kind, walked }, comparison: { walk } }: Found): boolean {
  if (kind !== 'extra' || walked === undefined || failedBy(walked, walk.args).length === 0) return false;
  return walk.pages[0]?.rows.includes(walked) === false;
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
export function walkFlaw(checkId: string, scope: Scope, { difference, comparison }: Found): Flaw {
  const { walk, snapshot } = comparison;
  const ofPages = difference.kind === 'missing' ? lostBetweenPages(scope, difference, comparison) : [];
  return {
    subject: difference.kind === 'twice' ? 'repeated rows' : `${difference.kind} rows`,
    clauses: [...new Set([...brokenBy(checkId, scope, difference, comparison), ...ofPages])],
    level: 'must',
    message: MESSAGES[difference.kind],
    where: difference.key,
    row: difference.key,
    expected: difference.kind === 'missing' ? shown(difference.listed) : 'every row of the list, once and alike',
    received: tell(difference, walk),
    exchanges: [...snapshot.walk.pages.slice(0, 1), ...walk.pages].map(({ exchange }) => exchange),
  };
}

/**
 * What is missing behind filters breaks what is said of filters: no row that passes is left out. Where the pages contradict their
 * own total, or repeat others in its place, it is they that leave it out.
 */
function brokenBy(
  checkId: string,
  scope: Scope,
  { kind, walked }: Difference,
  comparison: StableComparison,
): readonly string[] {
  const { args, pages } = comparison.walk;
  const ofFilters = args.flatMap(({ filter }) => filter.clauses);
  const isOfFilters =
    kind === 'missing' && args.length > 0 && !isReplaced(comparison) && pages.every((page) => fits(scope, page));
  const held = isOfFilters ? cite(filterCompleteness.id, scope, ofFilters) : [];
  // A row that is listed against a filter breaks what is said of it.
  const against = kind === 'extra' && walked !== undefined ? keptOutBy(scope, failedBy(walked, args)) : [];
  if (against.length > 0) return against;
  const musts = mustsOf(scope, held);
  return musts.length > 0 ? musts : cite(checkId, scope);
}

const APART = 'two walks of the same list do not hold the same rows: some are';
const MESSAGES = {
  missing: `${APART} missing`,
  extra: `${APART} added`,
  different: `${APART} shown differently`,
  twice: 'a walk holds the same row on two of its pages',
} as const;
