// Two filters together list what passes both.
import type { Check } from '../check.ts';
import { ownFlaws } from './filter-flaws.ts';
import { gapsOf, unansweredTrials, unprovenPairs } from './filter-gaps.ts';
import { brokenFilters, isOfUnion, unexplained } from './wrong-trials.ts';

const id = 'filter-pairs';

export const filterPairs: Check = {
  id,
  title: 'Two filters together give the intersection',
  applies: ({ filters }) => filters.length > 1,
  needs: ['probes'],
  judge: (evidence) => {
    const all = evidence.probes;
    const broken = brokenFilters(all, ['value', 'values', 'bound']);
    const sound = all.filter(({ probe }) => probe.args.every(({ filter }) => !broken.has(filter)));
    const trials = sound.filter(({ probe }) => probe.kind === 'pair');
    // What several values of one filter come to is for the check of those.
    const flaws = unexplained(trials).flatMap((trial) =>
      ownFlaws(id, evidence, trial, (row) => row === undefined || !isOfUnion(trial.probe, row)),
    );
    const unproven = unprovenPairs(evidence.operation, sound, evidence.snapshot.rows);
    const untried = gapsOf(id, evidence, unproven, unansweredTrials(trials, evidence));
    return { flaws, ...untried, message: `${trials.length} pairs of filters` };
  },
};
