// The page size that each probe is asked with: which answers are cut into pages, and which come whole.
import type { Row } from '../../spec/index.ts';
import type { Context } from '../walk/context.ts';
import { passesAll, provenBy } from '../walk/filter-arguments.ts';
import type { Snapshot } from '../walk/list-snapshot.ts';
import { tiesIn } from '../walk/ties.ts';
import { isFull } from './near-miss-origin.ts';
import type { Probe } from './probe.ts';

/** At most so many rows are walked one by one. */
const SINGLE_ROWS = 4;

/** How a probe is asked: the rows of a page, undefined for the default; and the pages that are read, all where none is said. */
export type ProbeSize = { readonly size: number | undefined; readonly maxPages?: number };

/**
 * The size of each probe. The first `standard` probes are those of the standard depth, which every depth asks in the
 * same way; the others take the classes of sizes turn about.
 */
export function probeSizes(
  context: Context,
  probes: readonly Probe[],
  standard: number,
  snapshot: Snapshot,
): readonly ProbeSize[] {
  const cut = cutSizes(context, probes.slice(0, standard), snapshot, 2);
  // Once more with other probes, in four pages: a filter may be forgotten late.
  const late = cutSizes(context, probes.slice(standard), snapshot, 4);
  for (const [index, size] of late) cut.set(standard + index, size);
  const { default: usual = 0, maximum } = context.operation.list.size ?? {};
  return probes.map((probe, index) => {
    const known = cut.get(index) ?? sizeOfTwin(probe, probes, cut);
    if (known !== undefined) return { size: known };
    // Those that differ by one value are all asked in the same way.
    const differs = isFull(probe, context.operation.filters.length) && index < standard;
    if (differs) return { size: snapshot.complete ? undefined : maximum };
    const rows = snapshot.rows.filter((row) => passesAll(probe.args, row)).length;
    if (snapshot.complete && index >= standard) return turnAbout(context, rows, index);
    if (index % 2 === 0 && snapshot.complete && rows > 0 && index % 4 === 0) return exactly(context, rows, maximum);
    // What fits on one page of the default size is asked for without a size, as most callers do, or with the largest.
    return { size: snapshot.complete && rows <= usual && index % 2 === 0 ? undefined : maximum };
  });
}

/** Every class of sizes in its turn; what would take many pages is read for two. */
function turnAbout({ operation }: Context, rows: number, turn: number): ProbeSize {
  const { minimum = 1, maximum, default: usual } = operation.list.size ?? {};
  if (operation.list.size === undefined) return { size: undefined };
  const most = maximum ?? Math.max(rows, 1);
  const within = (size: number) => Math.max(minimum, Math.min(most, size));
  const sizes: readonly (number | undefined)[] = [
    undefined,
    maximum,
    within(rows),
    within(most - 1),
    within(Math.ceil(rows / 2)),
    minimum,
    within(rows - 1),
    within(minimum + 1),
    within(rows + 1),
  ];
  const size = sizes[turn % sizes.length];
  const pages = Math.ceil(rows / (size ?? usual ?? most));
  return pages > 3 ? { size, maxPages: 2 } : { size };
}

/** A page that the answer fills to the last row. */
function exactly({ operation }: Context, rows: number, maximum: number | undefined): ProbeSize {
  const { minimum = 1 } = operation.list.size ?? {};
  return rows >= minimum && rows <= (maximum ?? 0) ? { size: rows } : { size: maximum };
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
 * For every filter one probe is asked in several pages instead of one, so that the second page shows whether the cursor
 * keeps the filter. Returns the page size by the index of the probe.
 */
function cutSizes(
  { operation }: Context,
  probes: readonly Probe[],
  { rows }: Snapshot,
  pages: number,
): Map<number, number> {
  const sizes = new Map<number, number>();
  if (operation.list.size === undefined) return sizes;
  const open = new Set(operation.filters);
  let singles = false;
  // Probes that speak of several filters come first: they spare a request.
  const order = [...probes.entries()].sort(([, one], [, other]) => other.args.length - one.args.length);
  for (const [index, { args }] of order) {
    const passing = rows.filter((row) => passesAll(args, row));
    const expected = passing.length;
    const news = provenBy(args, rows).filter((filter) => open.has(filter));
    if (expected < 2 || expected > (operation.list.size?.maximum ?? Number.POSITIVE_INFINITY) || news.length === 0)
      continue;
    // A handful of rows is walked one by one, once: the smallest page size, with every boundary there is.
    const single: boolean = !singles && expected <= SINGLE_ROWS;
    singles ||= single;
    sizes.set(index, single ? (operation.list.size?.minimum ?? 1) : cutSize(operation, passing, pages));
    for (const filter of news) open.delete(filter);
  }
  return sizes;
}

/** A size that cuts the rows into so many pages; into two, between rows of one instant where that can be. */
function cutSize(operation: Context['operation'], rows: readonly Row[], pages: number): number {
  const least = Math.ceil(rows.length / pages);
  const ties = pages === 2 ? tiesIn(operation, rows) : new Set<number>();
  return [...ties].find((index) => index >= least) ?? least;
}
