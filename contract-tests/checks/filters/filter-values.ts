// A filter with several values minds all of them: it lists what passes any, or what passes every one where it says so.
import type { Filter, FilterValue } from '../../../spec/index.ts';
import { isWrong, type ProbeRun } from '../../evidence/probe-run.ts';
import { passesAll } from '../../walk/filter-arguments.ts';
import type { Check } from '../check.ts';
import { ownFlaws } from './filter-flaws.ts';
import { gapsOf, nounOf, unansweredTrials } from './filter-gaps.ts';
import { brokenFilters, combinationsIn, filtersOf, isOfUnion, unexplained } from './wrong-trials.ts';

const id = 'filter-values';

export const filterValues: Check = {
  id,
  title: 'Several values of one filter all count',
  applies: ({ filters }) => filters.some(({ many }) => many),
  needs: ['probes'],
  judge: (evidence) => {
    const { operation, probes: all } = evidence;
    const { rows } = evidence.snapshot;
    const broken = brokenFilters(all);
    const sound = all.filter(({ probe }) => probe.args.every(({ filter }) => !broken.has(filter)));
    const hasSeveral = ({ probe }: ProbeRun) => probe.args.some(({ values }) => values.length > 1);
    const trials = sound.filter(hasSeveral);
    // One value that is wrong by itself explains what several come to; several of one filter what they come to beside others.
    const explained = filtersOf(trials.filter((trial) => isWrong(trial) && trial.probe.args.length === 1));
    const isOfCombination = combinationsIn(all);
    const isExplained = (trial: ProbeRun) =>
      trial.probe.args.length > 1 &&
      (isOfCombination(trial) ||
        trial.probe.args.some(({ filter, values }) => values.length > 1 && explained.has(filter)));
    const flaws = unexplained(sound)
      .filter((trial) => hasSeveral(trial) && !isExplained(trial))
      .flatMap((trial) => {
        const { probe } = trial;
        return ownFlaws(
          id,
          evidence,
          trial,
          (row) => probe.kind === 'values' || (row !== undefined && isOfUnion(probe, row)),
        );
      });
    // Several values tell only where the first alone, and the last alone, would list other rows.
    const tells = (filter: Filter, only: (values: readonly FilterValue[]) => FilterValue | undefined) =>
      trials.some(({ probe: { args } }) =>
        args.some(({ filter: asked, values }) => {
          const alone = args.map((each) => (each.filter === filter ? { filter, values: [only(values) ?? ''] } : each));
          return asked === filter && rows.some((row) => passesAll(args, row) !== passesAll(alone, row));
        }),
      );
    const gaps = operation.filters
      .filter(({ many }) => many)
      .filter((filter) => !(tells(filter, (values) => values[0]) && tells(filter, (values) => values.at(-1))))
      .map((filter) => ({
        filters: [filter],
        text: `${filter.name}: needs ${nounOf(operation)}s with two of its values, and a filter that works with one`,
      }));
    const untried = gapsOf(id, evidence, gaps, unansweredTrials(trials, evidence));
    return { flaws, ...untried, message: `${trials.length} combinations of values` };
  },
};
