// From the trials of the filters to the flaws that the filter checks report.
import { memberOf, passes } from '../spec/index.ts';
import { describe } from './arguments.ts';
import { cite } from './check.ts';
import type { Trial } from './filter-trials.ts';
import { keyOf } from './rows.ts';
import type { Scene } from './scene.ts';
import { type Difference, tell } from './settle.ts';
import { type Flaw, shown } from './verdict.ts';

/** Rows under a filter that the filter should have kept out. */
export function unsoundFlaws(checkId: string, scene: Scene, trial: Trial): Flaw[] {
  const { walk, probe } = trial;
  return trial.unsound.map((row) => {
    const failing = probe.args.filter(({ filter, values }) => !passes(filter, row, values));
    const members = [...new Set(failing.map(({ filter }) => filter.field))];
    return {
      subject: subjectOf(trial),
      clauses: cite(
        checkId,
        scene,
        failing.flatMap(({ filter }) => filter.clauses),
      ),
      level: 'must',
      message: `${describe(walk.args)} lists rows that it should keep out`,
      where: keyOf(scene.operation, row),
      expected: `only rows that pass ${describe(failing.length > 0 ? failing : walk.args)}`,
      received: members.map((member) => `${member}: ${shown(memberOf(row, member))}`).join(', '),
      exchanges: walk.pages.map(({ exchange }) => exchange),
    };
  });
}

/** Rows that the answer lacks, repeats, shows otherwise, or has beside the whole list. */
export function differenceFlaws(
  checkId: string,
  scene: Scene,
  trial: Trial,
  wanted: (difference: Difference) => boolean = () => true,
): Flaw[] {
  const { settlement, probe } = trial;
  if (settlement === undefined) return [];
  const unsound = new Set(trial.unsound.map((row) => keyOf(scene.operation, row)));
  return settlement.differences
    .filter((difference) => wanted(difference) && !unsound.has(difference.key))
    .map((difference) => ({
      subject: subjectOf(trial),
      clauses: cite(
        checkId,
        scene,
        probe.args.flatMap(({ filter }) => filter.clauses),
      ),
      level: 'must',
      message: `${describe(settlement.walk.args)} does not hold the rows of the whole list that pass it`,
      where: difference.key,
      expected:
        difference.walked === undefined ? shown(difference.listed) : 'the row exactly as in the whole list, once',
      received: tell(difference, settlement.walk),
      exchanges: [...settlement.universe.walk.pages.slice(0, 1), ...settlement.walk.pages].map(
        ({ exchange }) => exchange,
      ),
    }));
}

/** The parameters that a trial is about, by name. */
function subjectOf({ probe }: Trial): string {
  return probe.args.map(({ filter }) => filter.name).join(' and ');
}

/** Remembers the filters of trials that failed: what depends on them is not reported again. */
export function markBroken(scene: Scene, trials: readonly Trial[]): void {
  for (const { probe } of trials)
    if (probe.args.length === 1) for (const { filter } of probe.args) scene.brokenFilters.add(filter);
}
