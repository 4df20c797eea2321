// The page size that each probe is asked with: which answers are cut into pages, and which come whole.
import { type Filter, memberOf, type Operation, type Row } from '../../spec/index.ts';
import type { Context } from '../walk/context.ts';
import { isId } from '../walk/filter-arguments.ts';
import type { Snapshot } from '../walk/list-snapshot.ts';
import { tiesIn } from '../walk/ties.ts';
import { count, membersOf } from './bitset.ts';
import type { InputModel } from './input-model.ts';
import { isFull } from './near-miss-origin.ts';
import type { Probe } from './probe.ts';

/** At most so many rows are walked one by one. */
const SINGLE_ROWS = 4;

/** How a probe is asked. */
export type ProbeSize = {
  /** The rows of a page; undefined for the default. */
  readonly size: number | undefined;
  /** The pages that are read; all where none is said. */
  readonly maxPages?: number;
  /** The first page, by its number or place. */
  readonly first?: string;
  /** Whether the same was asked before, and is asked anew. */
  readonly isRepeated?: boolean;
};

/** What the sizes are for. */
type Sized = {
  readonly probes: readonly Probe[];
  /** How many of them are those of the standard depth. */
  readonly standard: number;
  readonly snapshot: Snapshot;
  readonly model: InputModel;
};

/**
 * The size of each probe. The first `standard` probes are those of the standard depth, which every depth asks in the
 * same way; the others take the classes of sizes so that each meets as many classes of values as there can be.
 */
export function probeSizes(context: Context, { probes, standard, snapshot, model }: Sized): readonly ProbeSize[] {
  const cut = cutSizes(context, probes.slice(0, standard), model);
  const { default: usual = 0, maximum } = context.operation.list.size ?? {};
  const met = new Set<string>();
  return probes.map((probe, index) => {
    const known = cut.get(index) ?? sizeOfTwin(probe, probes, cut);
    if (known !== undefined) return { size: known };
    // Those that differ by one value are all asked in the same way.
    const differs = isFull(probe, context.operation.filters.length) && index < standard;
    if (differs) return { size: snapshot.complete ? undefined : maximum };
    const rows = count(model.passing(probe.args));
    if (snapshot.complete && index >= standard) return newestMeeting(context, model, probe, rows, met);
    if (snapshot.complete && rows > 0 && index % 4 === 0) return exactly(context, rows, maximum);
    // What fits on one page of the default size is asked for without a size, as most callers do, or with the largest.
    return { size: snapshot.complete && rows <= usual && index % 2 === 0 ? undefined : maximum };
  });
}

/** Pages that are read of an answer that would take many. */
const READ = 3;
/** Where pages have numbers their arithmetic is read to the end. */
const READ_BY_NUMBER = 30;

/** The size that meets most classes of values that it has not met, the cheapest first; `met` remembers. */
function newestMeeting(
  { operation }: Context,
  model: InputModel,
  { args }: Probe,
  rows: number,
  met: Set<string>,
): ProbeSize {
  if (operation.list.size === undefined) return { size: undefined };
  const { minimum = 1 } = operation.list.size;
  // Row by row through the finest parts of the list, which together are all of it.
  const [only] = args;
  if (
    args.length === 1 &&
    only !== undefined &&
    only.values.length === 1 &&
    rows > 1 &&
    rows <= FEW &&
    only.filter === finest(model)
  )
    return { size: minimum };
  const classes = model.classesOf(args);
  const meetings = (name: string) => [
    ...classes.map((each) => `${each}, ${name}`),
    // Two classes and a size: a triple.
    `${classes.join(' and ')}, ${name}`,
  ];
  let best = { worth: Number.NEGATIVE_INFINITY, name: '', probe: { size: undefined } as ProbeSize };
  for (const [name, probe] of sizeClasses(operation, rows)) {
    const pages = Math.min(probe.maxPages ?? Number.POSITIVE_INFINITY, Math.ceil(rows / (probe.size ?? 100)));
    const worth = meetings(name).filter((each) => !met.has(each)).length - 0.6 * Math.max(1, pages);
    if (worth > best.worth) best = { worth, name, probe };
  }
  for (const each of meetings(best.name)) met.add(each);
  return best.probe;
}

/** Rows of a part that is walked one by one. */
const FEW = 12;

/** The filter by id that cuts the list into most parts. */
function finest({ filters, rows }: InputModel): Filter | undefined {
  const parts = (filter: Filter) => new Set(rows.map((row) => memberOf(row, filter.field))).size;
  return filters.filter(isId).sort((one, other) => parts(other) - parts(one))[0];
}

/** Every class of sizes that this many rows can be asked for with. */
export function sizeClasses({ list }: Operation, rows: number): [name: string, probe: ProbeSize][] {
  const { minimum = 1, maximum, default: usual } = list.size ?? {};
  const most = maximum ?? Math.max(rows, minimum);
  const { paging } = list;
  const first = paging.style === 'page' ? String(paging.first) : paging.style === 'offset' ? '0' : undefined;
  const sizes: (readonly [string, number | undefined])[] = [
    ['default', undefined],
    ['largest', most],
    ['exactly all', rows],
    ['beside the largest', most - 1],
    ['two pages', Math.ceil(rows / 2)],
    ['three pages', Math.ceil(rows / 3)],
    ['smallest', minimum],
    ['all but one', rows - 1],
    ['beside the smallest', minimum + 1],
    ['one more than all', rows + 1],
  ];
  return sizes
    .filter(([, size]) => size === undefined || (size >= minimum && size <= most))
    .map(([name, size], index) => {
      const pages = Math.ceil(rows / (size ?? usual ?? most));
      const start = first !== undefined && index % 2 === 1 ? { first } : {};
      const read = first === undefined ? READ : READ_BY_NUMBER;
      return [name, { size, ...start, ...(pages > read ? { maxPages: read - 1 } : {}) }];
    });
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
 * For every filter one probe is asked in two pages instead of one, so that the second page shows whether the cursor
 * keeps the filter. Returns the page size by the index of the probe.
 */
function cutSizes({ operation }: Context, probes: readonly Probe[], model: InputModel): Map<number, number> {
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
    sizes.set(index, single ? (operation.list.size?.minimum ?? 1) : cutSize(operation, passing));
    for (const filter of news) open.delete(filter);
  }
  return sizes;
}

/** A size that cuts the rows into two pages, between rows of one instant where that can be. */
function cutSize(operation: Operation, rows: readonly Row[]): number {
  const least = Math.ceil(rows.length / 2);
  return [...tiesIn(operation, rows)].find((index) => index >= least) ?? least;
}
