// Two filters together list what passes both.
import type { Check } from '../check.ts';
import { brokenFilters, differenceFlaws, unsoundFlaws } from './filter-flaws.ts';
import { unansweredTrials, unprovenPairs } from './filter-gaps.ts';
import { probeRuns } from './probe-runs.ts';

const id = 'filter-pairs';

export const filterPairs: Check = {
  id,
  title: 'Two filters together give the intersection',
  applies: ({ filters }) => filters.length > 1,
  run: async (context) => {
    const all = await probeRuns(context);
    const broken = brokenFilters(all);
    const sound = all.filter(({ probe }) => probe.args.every(({ filter }) => !broken.has(filter)));
    const trials = sound.filter(({ probe }) => probe.kind === 'pair');
    const flaws = trials.flatMap((trial) => [
      ...unsoundFlaws(id, context, trial),
      ...differenceFlaws(id, context, trial),
    ]);
    const gaps = [...unprovenPairs(context.operation, sound), ...unansweredTrials(trials)];
    return { flaws, gaps, message: `${trials.length} pairs of filters` };
  },
};
