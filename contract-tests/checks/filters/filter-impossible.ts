// A value that no row has gives no row. The documentation leaves open whether an unknown id is refused instead.
import { memberOf } from '../../../spec/index.ts';
import { describe, isPlain } from '../../walk/filter-arguments.ts';
import type { Check } from '../check.ts';
import { unsoundFlaws } from './filter-flaws.ts';
import { nounOf } from './filter-gaps.ts';
import { probeRuns } from './probe-runs.ts';

const id = 'filter-impossible';

export const filterImpossible: Check = {
  id,
  title: 'A value that nothing has gives nothing',
  applies: ({ filters, fieldValues }) =>
    filters.some((filter) => {
      const { field, allowed } = filter;
      if (!isPlain(filter)) return false;
      const possible = fieldValues.get(field);
      return allowed.length === 0 || (possible !== undefined && allowed.some((each) => !possible.includes(each)));
    }),
  run: async (context) => {
    const { rows } = await context.snapshot();
    const all = await probeRuns(context);
    const trials = all.filter(({ probe: { args } }) =>
      args.some(
        ({ filter, values }) =>
          isPlain(filter) &&
          values.length > 0 &&
          !rows.some((row) => values.some((value) => value === memberOf(row, filter.field))),
      ),
    );
    const flaws = trials
      .filter(({ probe }) => probe.kind === 'impossible' || probe.args.length === 1)
      .flatMap((trial) => unsoundFlaws(id, context, trial));
    for (const { walk, probe } of trials) {
      const [page] = walk.pages;
      if (walk.stop === 'refused' && page !== undefined)
        context.observe(`an unknown value (${describe(probe.args)}) → ${page.exchange.status}`);
    }
    const gaps = rows.length === 0 ? [`needs one ${nounOf(context.operation)}, which the filter would keep out`] : [];
    return { flaws, gaps, message: `${trials.length} values that no row has` };
  },
};
