// A value that no row has gives no row. The documentation leaves open whether an unknown id is refused instead.
import { memberOf } from '../../spec/index.ts';
import { describe, isPlain } from '../arguments.ts';
import type { Check } from '../check.ts';
import { unsoundFlaws } from '../filter-flaws.ts';
import { nounOf } from '../filter-gaps.ts';
import { filterTrials } from '../filter-trials.ts';

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
  run: async (scene) => {
    const { rows } = await scene.universe(id);
    const all = await filterTrials(scene, id);
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
      .flatMap((trial) => unsoundFlaws(id, scene, trial));
    for (const { walk, probe } of trials) {
      const [page] = walk.pages;
      if (walk.stop === 'refused' && page !== undefined)
        scene.observe(`an unknown value (${describe(probe.args)}) → ${page.exchange.status}`);
    }
    const gaps = rows.length === 0 ? [`needs one ${nounOf(scene.operation)}, which the filter would keep out`] : [];
    return { flaws, gaps, message: `${trials.length} values that no row has` };
  },
};
