// A value that no row has gives no row. The documentation leaves open whether an unknown id is refused instead.
import { kindOf, memberOf } from '../../../spec/index.ts';
import type { ProbeRun } from '../../evidence/probe-run.ts';
import type { Exchange } from '../../http/exchange.ts';
import { type Arguments, describe, isPlain } from '../../walk/filter-arguments.ts';
import type { Check } from '../check.ts';
import { differenceFlaws, unsoundFlaws } from './filter-flaws.ts';
import { nounOf } from './filter-gaps.ts';
import { byFilters, combinationsIn } from './wrong-trials.ts';

const id = 'filter-impossible';

export const filterImpossible: Check = {
  id,
  title: 'A value that nothing has gives nothing',
  applies: ({ filters, fieldValues }) =>
    filters.some((filter) => {
      const { field, allowed } = filter;
      if (kindOf(filter) === 'elements') return allowed.length === 0;
      if (!isPlain(filter)) return false;
      const possible = fieldValues.get(field);
      return allowed.length === 0 || (possible !== undefined && allowed.some((each) => !possible.includes(each)));
    }),
  needs: ['probes'],
  judge: (evidence) => {
    const { rows } = evidence.snapshot;
    const trials = evidence.probes
      .toSorted(byFilters)
      .filter(
        ({ probe: { kind, args } }) =>
          kind === 'impossible' ||
          args.some(
            ({ filter, values }) =>
              isPlain(filter) &&
              values.length > 0 &&
              !rows.some((row) => values.some((value) => value === memberOf(row, filter.field))),
          ),
      );
    const isUnknown = ({ probe }: ProbeRun) => probe.kind === 'impossible';
    const isOfCombination = combinationsIn(evidence.probes);
    const flaws = [
      ...trials
        .filter((trial) => (isUnknown(trial) && !isOfCombination(trial)) || trial.probe.args.length === 1)
        .flatMap((trial) => unsoundFlaws(id, evidence, trial)),
      // Rows that have the value, and that the whole list does not have.
      ...trials
        .filter(isUnknown)
        .flatMap((trial) => differenceFlaws(id, evidence, trial, ({ kind }) => kind === 'extra')),
    ];
    const observations = trials.flatMap(({ walk, probe }) =>
      walk.stop === 'refused' ? walk.pages.slice(0, 1).map(({ exchange }) => toldOf(probe.args, exchange)) : [],
    );
    const gaps = rows.length === 0 ? [`needs one ${nounOf(evidence.operation)}, which the filter would keep out`] : [];
    return { flaws, gaps, message: `${trials.length} values that no row has`, observations };
  },
};

function toldOf(args: Arguments, { status }: Exchange): string {
  return `an unknown value (${describe(args)}) → ${status}`;
}
