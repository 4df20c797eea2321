// Rows that filters show and the whole list does not: the list lacks them, and no filter is to blame.
import { cached, type Filter, memberOf, type Row } from '../../../spec/index.ts';
import type { ProbeRun } from '../../evidence/probe-run.ts';
import type { Difference } from '../../model/difference.ts';
import { type Arguments, describe } from '../../walk/filter-arguments.ts';

const known = new WeakMap<readonly ProbeRun[], boolean>();

/**
 * Whether the whole list lacks rows: its total counts more than it shows, or at least one of them is shown by two filters, each
 * by itself, or by two values of the only one. Every trial asks; it is found once.
 */
export function isListShort(runs: readonly ProbeRun[]): boolean {
  return cached(known, runs, () => runs.some(isCountedLonger) || isShownByValues(runs) || isShownByTwo(runs));
}

const isExtra = ({ kind }: Difference): boolean => kind === 'extra';

function isCountedLonger({ comparison }: ProbeRun): boolean {
  if (comparison === undefined) return false;
  const { walk, byKey } = comparison.snapshot;
  return walk.stop === 'end' && walk.pages.every(({ told }) => (told.total ?? 0) > byKey.size);
}

/** Whether several values of the only filter show rows that the list lacks: no other filter could show them, too. */
function isShownByValues(runs: readonly ProbeRun[]): boolean {
  const filters = new Set(runs.flatMap(({ probe: { args } }) => args.map(({ filter }) => filter)));
  const lacking = runs.filter(isOfOne).filter(({ comparison }) => comparison?.differences.some(isExtra));
  const values = new Set(lacking.map(({ probe }) => describe(probe.args)));
  return filters.size === 1 && values.size > 1 && lacking.every(({ unsound }) => unsound.length === 0);
}

function isShownByTwo(runs: readonly ProbeRun[]): boolean {
  const shownBy = new Map<string, Filter>();
  for (const { probe, comparison, unsound } of runs.filter(isOfOne)) {
    const [only] = probe.args;
    // A filter that lets wrong rows through may as well let rows through that are none of the list's.
    if (only === undefined || unsound.length > 0) continue;
    for (const { kind, key } of comparison?.differences ?? []) {
      if (kind !== 'extra') continue;
      if ((shownBy.get(key) ?? only.filter) !== only.filter) return true;
      shownBy.set(key, only.filter);
    }
  }
  return false;
}

/**
 * The filter and value that brings the row of a difference, where the whole list has no row of that value: it leaves such rows
 * out unless they are asked for.
 */
export function hiddenBehind(
  { probe, comparison }: ProbeRun,
  { kind, walked }: Difference,
): Arguments[number] | undefined {
  if (kind !== 'extra' || walked === undefined || comparison === undefined) return undefined;
  for (const { filter } of probe.args) {
    const value = filter.allowed.find((each) => each === memberOf(walked, filter.field));
    if (value !== undefined && !valuesIn(comparison.snapshot.rows, filter).has(value))
      return { filter, values: [value] };
  }
  return undefined;
}

/** Whether a difference is one of the whole list, which lacks the row. */
export function isOfList(runs: readonly ProbeRun[], run: ProbeRun, difference: Difference): boolean {
  return difference.kind === 'extra' && (isListShort(runs) || hiddenBehind(run, difference) !== undefined);
}

const isOfOne = ({ probe: { kind, args } }: ProbeRun): boolean =>
  args.length === 1 && (kind === 'value' || kind === 'bound');

const listed = new WeakMap<readonly Row[], Map<Filter, ReadonlySet<unknown>>>();

function valuesIn(rows: readonly Row[], filter: Filter): ReadonlySet<unknown> {
  const byFilter = cached(listed, rows, () => new Map<Filter, ReadonlySet<unknown>>());
  const known = byFilter.get(filter) ?? new Set(rows.map((row) => memberOf(row, filter.field)));
  byFilter.set(filter, known);
  return known;
}
