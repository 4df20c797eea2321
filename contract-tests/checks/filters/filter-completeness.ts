// A filter lets every row through that passes it: the answer is the whole list, filtered by the same meaning.

import type { ProbeRun } from '../../evidence/probe-run.ts';
import { leavesDefault } from '../../walk/lifted-defaults.ts';
import type { Check } from '../check.ts';
import { isAtBound } from './bounds.ts';
import { differenceFlaws } from './filter-flaws.ts';
import { type FilterGap, gapsOf, unansweredTrials, unusedValues } from './filter-gaps.ts';

const id = 'filter-completeness';

export const filterCompleteness: Check = {
  id,
  title: 'A filter lets every row through that passes it',
  applies: ({ filters }) => filters.length > 0,
  needs: ['probes'],
  judge: (evidence) => {
    const trials = evidence.probes.filter(({ probe }) => probe.kind === 'value' || probe.kind === 'bound');
    const flawsOf = (trial: ProbeRun) =>
      differenceFlaws(
        id,
        evidence,
        trial,
        (difference) => ['missing', 'different'].includes(difference.kind) && !isAtBound(trial, difference),
      );
    const { rows, complete } = evidence.snapshot;
    const seen = [...rows, ...trials.flatMap(({ walk }) => walk.rows)];
    const unused = complete ? unusedValues(evidence.operation, seen) : [];
    const unanswered = [
      ...(complete ? [] : ['the whole list could not be walked to its end']),
      ...unansweredTrials(trials, evidence),
    ];
    return {
      flaws: trials.flatMap(flawsOf),
      ...gapsOf(id, evidence, [...unused, ...incomparable(trials)], unanswered),
      message: `${trials.length} values of one filter against the ${rows.length} rows of the list`,
    };
  },
};

/** Values that show what the list leaves out by default: whether all of it is there can be told by no other list. */
function incomparable(trials: readonly ProbeRun[]): FilterGap[] {
  const left = trials.flatMap(({ probe }) => probe.args.filter((argument) => leavesDefault([argument])));
  return [...new Set(left.map(({ filter }) => filter))].map((filter) => ({
    filters: [filter],
    text: `${filter.name}: what is left out by default is in no other list to be compared with`,
  }));
}
