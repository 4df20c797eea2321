// A bound is inclusive: the row that stands exactly on it is in the list.
import { instant, kindOf, memberOf, type Row } from '../../spec/index.ts';
import { isBound } from '../arguments.ts';
import type { Check } from '../check.ts';
import { differenceFlaws } from '../filter-flaws.ts';
import { nounOf, unansweredTrials } from '../filter-gaps.ts';
import { filterTrials, type Trial } from '../filter-trials.ts';
import type { Difference } from '../settle.ts';

const id = 'filter-bounds';

export const filterBounds: Check = {
  id,
  title: 'The instant of a bound belongs to the list',
  applies: ({ filters }) => filters.some(isBound),
  run: async (scene) => {
    const trials = (await filterTrials(scene, id)).filter(({ probe }) =>
      probe.args.some(({ filter }) => isBound(filter)),
    );
    const { rows } = await scene.universe(id);
    const exact = trials.filter((trial) => rows.some((row) => standsOn(trial, row)));
    const flaws = trials.flatMap((trial) =>
      differenceFlaws(id, scene, trial, (difference) => isAtBound(trial, difference)),
    );
    const gaps =
      exact.length > 0
        ? unansweredTrials(exact)
        : [`needs one ${nounOf(scene.operation)} to ask for by its own instant`];
    return { flaws, gaps, message: `${exact.length} bounds that a row stands on` };
  },
};

/** Whether the row that is missing stands exactly on the bound that was asked for. */
export function isAtBound(trial: Trial, difference: Difference): boolean {
  return difference.kind === 'missing' && difference.listed !== undefined && standsOn(trial, difference.listed);
}

function standsOn({ probe }: Trial, row: Row): boolean {
  return probe.args.some(({ filter, values: [bound] }) => {
    if (!isBound(filter)) return false;
    const size = memberOf(row, filter.field);
    return kindOf(filter) === 'instant' ? instant(size) === instant(bound) : size === bound;
  });
}
