// Without a filter nothing is left out: whatever a filter brings is in the whole list.
import type { Evidence } from '../../evidence/evidence.ts';
import type { ProbeRun } from '../../evidence/probe-run.ts';
import { type Difference, tell } from '../../model/difference.ts';
import type { Flaw } from '../../verdict/finding.ts';
import { describe } from '../../walk/filter-arguments.ts';
import { type Check, cite, clausesOn, listClauses } from '../check.ts';
import { pagesAgree } from '../paging/pages-agree.ts';
import { nounOf } from './filter-gaps.ts';
import { hiddenBehind, isOfList } from './lost-rows.ts';
import { byFilters } from './wrong-trials.ts';

const id = 'unfiltered-list';

export const unfilteredList: Check = {
  id,
  title: 'The list without filters holds whatever a filter brings',
  applies: ({ filters }) => filters.length > 0,
  needs: ['probes'],
  judge: (evidence) => {
    const compared = evidence.probes.filter(({ comparison, walk }) => comparison !== undefined && walk.rows.length > 0);
    const flaws = compared.toSorted(byFilters).flatMap((trial) => flawsOf(evidence, trial));
    const gaps = compared.length > 0 ? [] : [`needs one ${nounOf(evidence.operation)} that a filter brings`];
    return { flaws, gaps, message: `${compared.length} filtered lists with rows` };
  },
};

function flawsOf(evidence: Evidence, trial: ProbeRun): Flaw[] {
  const { comparison, walk } = trial;
  if (comparison === undefined) return [];
  const { snapshot } = comparison;
  return comparison.differences
    .filter((difference) => isOfList(trial, difference))
    .map((difference) => ({
      ...blame(evidence, trial, difference),
      level: 'must',
      where: difference.key,
      row: difference.key,
      expected: 'the row in the whole list too',
      received: tell(difference, comparison.walk),
      exchanges: [...snapshot.walk.pages.slice(0, 1), ...walk.pages].map(({ exchange }) => exchange),
    }));
}

/** What the list leaves out, and the statements that it breaks by it. */
function blame(
  evidence: Evidence,
  trial: ProbeRun,
  difference: Difference,
): Pick<Flaw, 'subject' | 'clauses' | 'message'> {
  const hidden = hiddenBehind(evidence.probes, trial, difference);
  const ofList = listClauses(id, evidence);
  const whole = ofList.length > 0 ? ofList : cite(pagesAgree.id, evidence);
  if (hidden === undefined)
    return { subject: 'whole list', clauses: whole, message: 'the whole list lacks rows that its filters show' };
  const { filter } = hidden;
  // Without a register all that is said of a filter is one statement.
  const ofFilter = evidence.operation.binding ? filter.clauses : clausesOn(id, evidence, filter.clauses);
  return {
    subject: filter.name,
    clauses: ofFilter.length > 0 ? ofFilter : whole,
    message: `without ${filter.name} the list lacks rows that ${describe([hidden])} brings`,
  };
}
