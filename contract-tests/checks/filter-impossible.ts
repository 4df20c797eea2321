// A value that no row has gives no row. The documentation leaves open whether an unknown id is refused instead.
import { describe } from '../arguments.ts';
import type { Check } from '../check.ts';
import { unsoundFlaws } from '../filter-flaws.ts';
import { nounOf } from '../filter-gaps.ts';
import { filterTrials } from '../filter-trials.ts';

const id = 'filter-impossible';

export const filterImpossible: Check = {
  id,
  title: 'A value that nothing has gives nothing',
  applies: ({ filters }) => filters.some(({ test, value }) => test !== 'at-or-after' && value === undefined),
  run: async (scene) => {
    const { rows } = await scene.universe(id);
    const all = await filterTrials(scene, id);
    const trials = all.filter(({ probe: { args } }) =>
      args.some(({ filter, values }) => filter.test !== 'at-or-after' && !rows.some((row) => values.includes(String(row[filter.field])))),
    );
    const flaws = trials.filter(({ probe }) => probe.kind === 'impossible').flatMap((trial) => unsoundFlaws(id, scene, trial));
    for (const { walk, probe } of trials) {
      const [page] = walk.pages;
      if (walk.stop === 'refused' && page !== undefined) scene.observe(`an unknown value (${describe(probe.args)}) → ${page.exchange.status}`);
    }
    const gaps = rows.length === 0 ? [`needs one ${nounOf(scene.operation)}, which the filter would keep out`] : [];
    const unasked = trials.length === 0 ? ['every documented value is in use, so that none is impossible'] : [];
    return { flaws, gaps: [...gaps, ...unasked], message: `${trials.length} values that no row has` };
  },
};
