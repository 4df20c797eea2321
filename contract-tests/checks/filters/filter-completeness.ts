// A filter lets every row through that passes it: the answer is the whole list, filtered by the same meaning.
import type { Check } from '../check.ts';
import { isAtBound } from './bounds.ts';
import { differenceFlaws } from './filter-flaws.ts';
import { unansweredTrials, unusedValues } from './filter-gaps.ts';
import { type ProbeRun, probeRuns } from './probe-runs.ts';

const id = 'filter-completeness';

export const filterCompleteness: Check = {
  id,
  title: 'A filter lets every row through that passes it',
  applies: ({ filters }) => filters.length > 0,
  run: async (context) => {
    const trials = (await probeRuns(context)).filter(({ probe }) => probe.kind === 'value' || probe.kind === 'bound');
    const flawsOf = (trial: ProbeRun) =>
      differenceFlaws(
        id,
        context,
        trial,
        (difference) => ['missing', 'different'].includes(difference.kind) && !isAtBound(trial, difference),
      );
    const { rows, complete } = await context.snapshot();
    const unused = complete ? unusedValues(context.operation, rows) : ['the whole list could not be walked to its end'];
    return {
      flaws: trials.flatMap(flawsOf),
      gaps: [...unused, ...unansweredTrials(trials)],
      message: `${trials.length} values of one filter against the ${rows.length} rows of the list`,
    };
  },
};
