// Which of the trials that are answered wrongly say why others are.
import { type Filter, passes, type Row } from '../../../spec/index.ts';
import { isWrong, type ProbeRun } from '../../evidence/probe-run.ts';
import type { Probe, ProbeKind } from '../../plan/calls/planned-call.ts';
import { type Arguments, isPartOf } from '../../walk/filter-arguments.ts';
import { isAtBound } from './bounds.ts';
import { failedBy } from './filter-flaws.ts';

/** Filters that are wrong by themselves, in probes of these kinds: what depends on them is not reported again. */
export function brokenFilters(
  runs: readonly ProbeRun[],
  kinds: readonly ProbeKind[] = ['value', 'bound'],
): ReadonlySet<Filter> {
  const alone = runs.filter(({ probe }) => probe.args.length === 1 && kinds.includes(probe.kind));
  const broken = alone.filter(
    (run) =>
      run.unsound.length > 0 ||
      run.comparison?.differences.some(
        (difference) =>
          (difference.kind === 'missing' && !isAtBound(run, difference)) || difference.kind === 'different',
      ) === true,
  );
  return filtersOf(broken);
}

/** Every filter that these trials ask for. */
export function filtersOf(runs: readonly ProbeRun[]): ReadonlySet<Filter> {
  return new Set(runs.flatMap(({ probe }) => probe.args.map(({ filter }) => filter)));
}

/** Whether some arguments are fewer filters than others, or as many with fewer values. */
function isLess(some: Arguments, others: Arguments): boolean {
  const values = (args: Arguments) => args.flatMap((argument) => argument.values).length;
  return some.length < others.length || (some.length === others.length && values(some) < values(others));
}

/** The runs, those of the fewest filters first, without those that are wrong where fewer of their filters are wrong already. */
export function unexplained(runs: readonly ProbeRun[]): readonly ProbeRun[] {
  const wrong = runs.filter(isWrong);
  const hasCause = ({ probe: { args } }: ProbeRun) =>
    wrong.some(({ probe: cause }) => isLess(cause.args, args) && isPartOf(cause.args, args));
  return runs.filter((run) => !isWrong(run) || !hasCause(run)).sort(byFilters);
}

/** Puts the runs of the fewest filters first: they show best what is wrong. */
export function byFilters(one: ProbeRun, other: ProbeRun): number {
  return one.probe.args.length - other.probe.args.length;
}

/**
 * Whether what is wrong with the row of a probe is what several values of one filter come to: it is there although it has
 * none of them, or is missing and has another than the first.
 */
export function isOfUnion({ args }: Probe, row: Row): boolean {
  const several = args.filter(({ values }) => values.length > 1);
  const failing = failedBy(row, args);
  if (failing.length > 0) return failing.every((argument) => several.includes(argument));
  return several.some(({ filter, values }) => !passes(filter, row, values.slice(0, 1)));
}

/**
 * Tells whether filters of a trial are wrong together, one value of each: with other values, and beside other filters, they are so
 * for the same reason.
 */
export function combinationsIn(runs: readonly ProbeRun[]): (trial: ProbeRun) => boolean {
  const pairs = runs.filter(({ probe, unsound }) => probe.kind === 'pair' && unsound.length > 0);
  const single = pairs.filter(({ probe }) => probe.args.every(({ values }) => values.length === 1));
  const combined = unexplained(single).map((run) => [...filtersOf([run])]);
  return (trial) => {
    const asked = filtersOf([trial]);
    return combined.some((filters) => filters.every((filter) => asked.has(filter)));
  };
}
