// A filter with several values lists what passes any of them.
import { type Filter, type FilterValue, passes } from '../../../spec/index.ts';
import { passesAll } from '../../walk/filter-arguments.ts';
import type { Check } from '../check.ts';
import { brokenFilters, differenceFlaws, unsoundFlaws } from './filter-flaws.ts';
import { nounOf, unansweredTrials } from './filter-gaps.ts';

const id = 'filter-values';

export const filterValues: Check = {
  id,
  title: 'Several values of one filter give the union',
  applies: ({ filters }) => filters.some(({ many }) => many),
  needs: ['probes'],
  judge: (evidence) => {
    const { operation, probes: all } = evidence;
    const { rows } = evidence.snapshot;
    const broken = brokenFilters(all);
    const sound = all.filter(({ probe }) => probe.args.every(({ filter }) => !broken.has(filter)));
    const trials = sound.filter(({ probe }) => probe.kind === 'values');
    const flaws = trials.flatMap((trial) => [
      ...unsoundFlaws(id, evidence, trial),
      ...differenceFlaws(id, evidence, trial),
    ]);
    // Several values tell only where the first alone, and the last alone, would list fewer rows.
    const tells = (filter: Filter, only: (values: readonly FilterValue[]) => FilterValue | undefined) =>
      sound.some(({ probe }) =>
        probe.args.some(
          ({ filter: asked, values }) =>
            asked === filter &&
            values.length !== 1 &&
            rows.some(
              (row) =>
                passesAll(probe.args, row) !==
                (passesAll(
                  probe.args.filter((each) => each.filter !== filter),
                  row,
                ) && passes(filter, row, [only(values) ?? ''])),
            ),
        ),
      );
    const gaps = operation.filters
      .filter(({ many }) => many)
      .filter((filter) => !(tells(filter, (values) => values[0]) && tells(filter, (values) => values.at(-1))))
      .map(
        (filter) =>
          `${filter.name}: needs ${nounOf(operation)}s with two of its values, and a filter that works with one`,
      );
    return { flaws, gaps: [...gaps, ...unansweredTrials(trials)], message: `${trials.length} combinations of values` };
  },
};
