// A filter lets every row through that passes it: the answer is the whole list, filtered by the same meaning.

import type { ProbeRun } from '../../evidence/probe-runs.ts';
import type { Check } from '../check.ts';
import { isAtBound } from './bounds.ts';
import { differenceFlaws } from './filter-flaws.ts';
import { gapsOf, unansweredTrials, unusedValues } from './filter-gaps.ts';

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
    const unused = complete ? unusedValues(evidence.operation, rows) : [];
    const unanswered = [
      ...(complete ? [] : ['the whole list could not be walked to its end']),
      ...unansweredTrials(trials),
    ];
    return {
      flaws: trials.flatMap(flawsOf),
      ...gapsOf(id, evidence, unused, unanswered),
      message: `${trials.length} values of one filter against the ${rows.length} rows of the list`,
    };
  },
};
