// A filter keeps out every row that does not pass it: a row in the answer speaks for itself, whatever else changes.
import type { Check } from '../check.ts';
import { differenceFlaws, unsoundFlaws } from './filter-flaws.ts';
import { gapsOf, unansweredTrials, unprovenFilters } from './filter-gaps.ts';

const id = 'filter-soundness';

export const filterSoundness: Check = {
  id,
  title: 'A filter keeps out every row that does not pass it',
  applies: ({ filters }) => filters.length > 0,
  needs: ['probes'],
  judge: (evidence) => {
    const all = evidence.probes;
    const trials = all.filter(({ probe }) => probe.kind === 'value' || probe.kind === 'bound');
    const flaws = trials.flatMap((trial) => [
      ...unsoundFlaws(id, evidence, trial),
      ...differenceFlaws(id, evidence, trial, ({ kind }) => kind === 'extra'),
    ]);
    const untried = gapsOf(id, evidence, unprovenFilters(evidence.operation, all), unansweredTrials(trials));
    return { flaws, ...untried, message: `${trials.length} values of one filter` };
  },
};
