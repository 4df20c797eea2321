// A filter lets every row through that passes it: the answer is the whole list, filtered by the same meaning.
import type { Check } from '../check.ts';
import { differenceFlaws, markBroken } from '../filter-flaws.ts';
import { unansweredTrials, unusedValues } from '../filter-gaps.ts';
import { filterTrials, type Trial } from '../filter-trials.ts';
import { isAtBound } from './filter-bounds.ts';

const id = 'filter-completeness';

export const filterCompleteness: Check = {
  id,
  title: 'A filter lets every row through that passes it',
  applies: ({ filters }) => filters.length > 0,
  run: async (scene) => {
    const trials = (await filterTrials(scene, id)).filter(
      ({ probe }) => probe.kind === 'value' || probe.kind === 'bound',
    );
    const flawsOf = (trial: Trial) =>
      differenceFlaws(
        id,
        scene,
        trial,
        (difference) => ['missing', 'different'].includes(difference.kind) && !isAtBound(trial, difference),
      );
    const found = trials.map((trial) => ({ trial, flaws: flawsOf(trial) }));
    markBroken(
      scene,
      found.filter(({ flaws }) => flaws.length > 0).map(({ trial }) => trial),
    );
    const { rows, complete } = await scene.universe(id);
    const unused = complete ? unusedValues(scene.operation, rows) : [];
    return {
      flaws: found.flatMap(({ flaws }) => flaws),
      gaps: [...unused, ...unansweredTrials(trials)],
      message: `${trials.length} values of one filter against the ${rows.length} rows of the list`,
    };
  },
};
