// Two filters together list what passes both.
import type { Check } from '../check.ts';
import { differenceFlaws, unsoundFlaws } from '../filter-flaws.ts';
import { unansweredTrials, unprovenPairs } from '../filter-gaps.ts';
import { filterTrials } from '../filter-trials.ts';

const id = 'filter-pairs';

export const filterPairs: Check = {
  id,
  title: 'Two filters together give the intersection',
  applies: ({ filters }) => filters.length > 1,
  run: async (scene) => {
    const sound = (await filterTrials(scene, id)).filter(({ probe }) =>
      probe.args.every(({ filter }) => !scene.brokenFilters.has(filter)),
    );
    const trials = sound.filter(({ probe }) => probe.kind === 'pair');
    const flaws = trials.flatMap((trial) => [...unsoundFlaws(id, scene, trial), ...differenceFlaws(id, scene, trial)]);
    const gaps = [...unprovenPairs(scene.operation, sound), ...unansweredTrials(trials)];
    return { flaws, gaps, message: `${trials.length} pairs of filters` };
  },
};
