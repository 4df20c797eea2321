// Rows that filters show and the whole list does not: they pass all that is asked, so the list lacks them, and no filter is to blame.
import { cached, type Filter, memberOf, type Row } from '../../../spec/index.ts';
import type { ProbeRun } from '../../evidence/probe-run.ts';
import type { Difference } from '../../model/difference.ts';
import { type Arguments, passesAll } from '../../walk/filter-arguments.ts';

/** A trial whose rows were compared with the whole list, and pass all that it asked. */
type Compared = ProbeRun & { readonly comparison: NonNullable<ProbeRun['comparison']> };

function isSound(run: ProbeRun): run is Compared {
  return run.comparison !== undefined && run.unsound.length === 0;
}

/** Whether a difference is one of the whole list, which lacks the row. Of an id that was made up there is no row. */
export function isOfList(run: ProbeRun, difference: Difference): boolean {
  return isExtra(difference) && (run.probe.kind !== 'impossible' || run.isListedElsewhere) && isSound(run);
}

/**
 * The filter and its documented value without which the row is left out: all that show it give the filter, and either the whole list
 * has no row of that value, or it is left out of an answer that it should be in where the filter is not given.
 */
export function hiddenBehind(
  runs: readonly ProbeRun[],
  run: ProbeRun,
  { walked, key }: Difference,
): Arguments[number] | undefined {
  if (walked === undefined || !isSound(run) || isCountedLonger(run)) return undefined;
  const sound = cached(soundRuns, runs, () => runs.filter(isSound));
  const shows = ({ comparison }: Compared) => comparison.differences.some((each) => isExtra(each) && each.key === key);
  const showing = sound.filter(shows);
  for (const { filter } of run.probe.args) {
    const value = filter.allowed.find((each) => each === memberOf(walked, filter.field));
    if (value === undefined || !showing.every((each) => gives(each, filter)) || isOfEach(sound, filter)) continue;
    const without = sound.filter((each) => !gives(each, filter) && each.walk.stop === 'end');
    const isMissed = without.some((each) => passesAll(each.walk.args, walked) && !shows(each));
    if (isMissed || !valuesIn(run.comparison.snapshot.rows, filter).has(value)) return { filter, values: [value] };
  }
  return undefined;
}

/** Whether the list's own total counts more rows than it shows: it is no filter that leaves them out. */
function isCountedLonger({ comparison }: Compared): boolean {
  const { walk, byKey } = comparison.snapshot;
  return walk.stop === 'end' && walk.pages.every(({ told }) => (told.total ?? 0) > byKey.size);
}

const soundRuns = new WeakMap<readonly ProbeRun[], readonly Compared[]>();
const ofEach = new WeakMap<readonly Compared[], Map<Filter, boolean>>();

/** Whether rows of each value that was asked for and brought rows are missing: it is not a value that hides them. */
function isOfEach(sound: readonly Compared[], filter: Filter): boolean {
  const byFilter = cached(ofEach, sound, () => new Map<Filter, boolean>());
  return cached(byFilter, filter, () => isLackedOfEach(sound, filter));
}

function isLackedOfEach(sound: readonly Compared[], filter: Filter): boolean {
  const lacked = new Set<unknown>();
  const known = new Set<unknown>();
  for (const { comparison, walk } of sound.filter((run) => gives(run, filter))) {
    for (const row of walk.rows) known.add(memberOf(row, filter.field));
    for (const { walked } of comparison.differences.filter(isExtra))
      if (walked !== undefined) lacked.add(memberOf(walked, filter.field));
  }
  return known.size > 1 && [...known].every((value) => lacked.has(value));
}

const isExtra = ({ kind }: Difference): boolean => kind === 'extra';

function gives({ probe }: ProbeRun, filter: Filter): boolean {
  return probe.args.some((argument) => argument.filter === filter);
}

const listed = new WeakMap<readonly Row[], Map<Filter, ReadonlySet<unknown>>>();

function valuesIn(rows: readonly Row[], filter: Filter): ReadonlySet<unknown> {
  const byFilter = cached(listed, rows, () => new Map<Filter, ReadonlySet<unknown>>());
  return cached(byFilter, filter, () => new Set(rows.map((row) => memberOf(row, filter.field))));
}
