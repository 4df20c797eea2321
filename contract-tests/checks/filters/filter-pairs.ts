// Two filters together list what passes both.
import type { Check } from '../check.ts';
import { differenceFlaws, unsoundFlaws } from './filter-flaws.ts';
import { unansweredTrials, unprovenPairs } from './filter-gaps.ts';
import { probeRuns } from './probe-runs.ts';

const id = 'filter-pairs';

export const filterPairs: Check = {
  id,
  title: 'Two filters together give the intersection',
  applies: ({ filters }) => filters.length > 1,
  run: async (context) => {
    const sound = (await probeRuns(context)).filter(({ probe }) =>
      probe.args.every(({ filter }) => !context.brokenFilters.has(filter)),
    );
    const trials = sound.filter(({ probe }) => probe.kind === 'pair');
    const flaws = trials.flatMap((trial) => [
      ...unsoundFlaws(id, context, trial),
      ...differenceFlaws(id, context, trial),
    ]);
    const gaps = [...unprovenPairs(context.operation, sound), ...unansweredTrials(trials)];
    return { flaws, gaps, message: `${trials.length} pairs of filters` };
  },
};
