// The page size that each probe is asked with: which answers are cut into pages, and which come whole.
import { firstPlace, type Operation, type Row } from '../../../spec/index.ts';
import type { Snapshot } from '../../walk/list-snapshot.ts';
import { tiesIn } from '../../walk/ties.ts';
import { count, membersOf } from '../bitset.ts';
import type { InputModel } from '../input-model.ts';
import type { Asking } from '../path/planned-call.ts';
import { sizeClasses } from '../size-classes.ts';
import { isFull } from './near-miss-origin.ts';
import type { Probe } from './probe.ts';

/** At most so many rows are walked one by one. */
const SINGLE_ROWS = 4;

/** What the sizes are for. */
type Sized = {
  readonly probes: readonly Probe[];
  readonly snapshot: Snapshot;
  readonly model: InputModel;
};

/** The size of each probe of the standard depth. */
export function probeSizes(operation: Operation, { probes, snapshot, model }: Sized): readonly Asking[] {
  const cut = cutSizes(operation, probes, model);
  const { maximum } = operation.list.size ?? {};
  const met = new Map<string, number>();
  return probes.map((probe, index) => {
    const known = cut.get(index) ?? sizeOfTwin(probe, probes, cut);
    // Where pages have numbers, the first of several is asked for by its own, turn about.
    const first = index % 2 === 1 ? firstPlace(operation.list.paging) : undefined;
    if (known !== undefined) return { size: known, ...(first === undefined ? {} : { first }) };
    // Those that differ by one value are all asked in the same way.
    if (isFull(probe, operation.filters.length)) return { size: snapshot.complete ? undefined : maximum };
    if (!snapshot.complete) return { size: maximum };
    // The bare list was asked for in the same two ways: what forgets the filter gives its reply.
    const [, second] = probe.args;
    const rows = count(model.passing(probe.args));
    if (second === undefined) return { size: rows <= (operation.list.size?.default ?? rows) ? undefined : maximum };
    return { size: nextSize(operation, rows, met) };
  });
}

/** A size that the answer fits on one page of, of the class that was asked for least; `met` counts. */
function nextSize({ list }: Operation, rows: number, met: Map<string, number>): number | undefined {
  if (list.size === undefined) return undefined;
  const { default: usual } = list.size;
  const fitting = sizeClasses(list.size, rows).filter(([, size]) => rows <= (size ?? usual));
  const [first, ...others] = fitting.map(([name, size]) => ({ name, size, times: met.get(name) ?? 0 }));
  if (first === undefined) return list.size.maximum;
  const rarest = others.reduce((best, each) => (each.times < best.times ? each : best), first);
  met.set(rarest.name, rarest.times + 1);
  return rarest.size;
}

/** A value that nothing has is asked for as its filter was before: a cache that mixes the two up shows. */
function sizeOfTwin({ kind, args }: Probe, probes: readonly Probe[], cut: Map<number, number>): number | undefined {
  if (kind !== 'impossible' || args.length > 1) return undefined;
  const twin = probes.findIndex(
    (other, index) => cut.has(index) && other.args.length === 1 && other.args[0]?.filter === args[0]?.filter,
  );
  return cut.get(twin);
}

/**
 * For every filter one probe is asked in two pages instead of one, so that the second page shows whether the cursor
 * keeps the filter. Returns the page size by the index of the probe.
 */
function cutSizes(operation: Operation, probes: readonly Probe[], model: InputModel): Map<number, number> {
  const sizes = new Map<number, number>();
  if (operation.list.size === undefined) return sizes;
  const open = new Set(operation.filters);
  let singles = false;
  // Probes that speak of several filters come first: they spare a request.
  const order = [...probes.entries()].sort(([, one], [, other]) => other.args.length - one.args.length);
  for (const [index, { args }] of order) {
    const passing = membersOf(model.rows, model.passing(args));
    const expected = passing.length;
    const news = model.provenBy(args).filter((filter) => open.has(filter));
    if (expected < 2 || expected > (operation.list.size?.maximum ?? Number.POSITIVE_INFINITY) || news.length === 0)
      continue;
    // A handful of rows is walked one by one, once: the smallest page size, with every boundary there is.
    const single: boolean = !singles && expected <= SINGLE_ROWS;
    singles ||= single;
    sizes.set(index, single ? (operation.list.size?.minimum ?? 1) : cutSize(operation, passing, sizes.size));
    for (const filter of news) open.delete(filter);
  }
  return sizes;
}

/** A size that cuts the rows into two pages: between rows of one instant where that can be, or before the last row. */
function cutSize(operation: Operation, rows: readonly Row[], turn: number): number {
  const least = Math.ceil(rows.length / 2);
  if (turn % 2 === 1 && rows.length > 2) return rows.length - 1;
  return [...tiesIn(operation, rows)].find((index) => index >= least) ?? least;
}
