// A bound is inclusive: the row that stands exactly on it is in the list.
import { isBound, standsOn } from '../../walk/filter-arguments.ts';
import type { Check } from '../check.ts';
import { isAtBound } from './bounds.ts';
import { differenceFlaws } from './filter-flaws.ts';
import { nounOf, unansweredTrials } from './filter-gaps.ts';
import { byFilters } from './wrong-trials.ts';

const id = 'filter-bounds';

export const filterBounds: Check = {
  id,
  title: 'The instant of a bound belongs to the list',
  applies: ({ filters }) => filters.some(isBound),
  needs: ['probes'],
  judge: (evidence) => {
    const trials = evidence.probes
      .filter(({ probe }) => probe.args.some(({ filter }) => isBound(filter)))
      .toSorted(byFilters);
    const { rows } = evidence.snapshot;
    const exact = trials.filter((trial) => rows.some((row) => standsOn(trial.probe.args, row)));
    const flaws = trials.flatMap((trial) =>
      differenceFlaws(id, evidence, trial, (difference) => isAtBound(trial, difference)),
    );
    const gaps =
      exact.length > 0
        ? unansweredTrials(exact, evidence)
        : [`needs one ${nounOf(evidence.operation)} to ask for by its own instant`];
    return { flaws, gaps, message: `${exact.length} bounds that a row stands on` };
  },
};
