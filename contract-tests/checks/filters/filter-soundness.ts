// A filter keeps out every row that does not pass it: a row in the answer speaks for itself, whatever else changes.
import type { Check } from '../check.ts';
import { differenceFlaws, SOUNDNESS, unsoundFlaws } from './filter-flaws.ts';
import { gapsOf, nounOf, unansweredTrials, unprovenFilters } from './filter-gaps.ts';

const id = SOUNDNESS;

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
    const noun = nounOf(evidence.operation);
    const why = `no answer depended on it, for which it needs one ${noun} that it keeps out, and one that it lets through`;
    const answered = all.filter(({ walk }) => walk.stop === 'end');
    const unproven = unprovenFilters(evidence.operation, answered, why);
    const untried = gapsOf(id, evidence, unproven, unansweredTrials(trials, evidence));
    return { flaws, ...untried, message: `${trials.length} values of one filter` };
  },
};
