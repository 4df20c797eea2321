// The same rows, walked at different page sizes: where rows get lost, doubled or cut short.

import type { Operation, Row } from '../../spec/index.ts';
import { grouped } from '../../spec/index.ts';
import { valueIn } from '../plan/filters/row-values.ts';
import { fullSizes } from '../plan/full-sizes.ts';
import type { Context } from '../walk/context.ts';
import { type Arguments, describe, isPlain, within } from '../walk/filter-arguments.ts';
import { type Snapshot, snapshotOf } from '../walk/list-snapshot.ts';
import { allowedSize, isNumbered } from '../walk/page.ts';
import { rowMap } from '../walk/rows.ts';
import { tiesIn } from '../walk/ties.ts';
import type { Walk } from '../walk/walk.ts';

/** One walk and the list that it must agree with. */
export type SizedWalk = {
  readonly walk: Walk;
  /** Whether it took more pages than its list can fill. */
  readonly isEndless: boolean;
  readonly list: { readonly snapshot: Snapshot; readonly refresh: () => Promise<Snapshot> };
  readonly again: () => Promise<Walk>;
};

/** Pages that the standard depth spends on cutting one list small. */
const SMALL_PAGES = 3;
/** Pages of the default size that the standard depth reads: the second says most, and where no quota is documented some more. */
const USUAL_PAGES = { withQuota: 2, without: 6 } as const;
/** The page size at which a list that is too long is sampled. */
const SAMPLE_SIZE = 7;
/** Parts that are tried, where filters do not give them. */
const PARTS = 2;

/** The walks of a context at every size that its depth asks for; made at the first call. */
export function sizedWalks(context: Context): Promise<readonly SizedWalk[]> {
  return context.memo('sizedWalks', () => makeWalks(context));
}

async function makeWalks(context: Context): Promise<readonly SizedWalk[]> {
  const whole = await context.snapshot();
  // A list whose pages have no size that one can ask for is walked as it comes.
  if (context.operation.list.size === undefined) {
    const list = { snapshot: whole, refresh: () => context.refresh() };
    return whole.complete ? [await sized(context, list, undefined)] : [];
  }
  if (!whole.complete) {
    // Too long to compare: a few pages of two sizes still show lengths, arithmetic and cursors.
    for (const size of [undefined, allowedSize(context.operation, SAMPLE_SIZE)])
      await context.walk(whole.base, size, { maxPages: 2 });
    return [];
  }
  const list = { snapshot: whole, refresh: () => context.refresh() };
  const walks = [await sized(context, list, undefined)];
  if (whole.rows.length === 0) return walks;
  const part = whole.walk.pages.length === 1 ? list : await snapshotPart(context, whole);
  const isAllowed = (size: number) => allowedSize(context.operation, size) === size;
  const small = smallSize(context.operation, part.snapshot.rows);
  walks.push(await sized(context, part, small));
  // Where pages hold one row, none can begin with a row of the page before and still lead on.
  if (small === 1 && part.snapshot.rows.length > 2 && isAllowed(2)) walks.push(await sized(context, part, 2));
  if (isNumbered(context.operation)) {
    // Numbered pages say by arithmetic whether more follow: a page that holds exactly all rows tells, and the smallest.
    const [all, butOne] = [whole.rows.length, whole.rows.length - 1];
    if (isAllowed(all)) walks.push(await sized(context, list, all));
    await context.walk(whole.base, context.operation.list.size.minimum, { maxPages: 2 });
    if (isAllowed(butOne)) await context.walk(whole.base, butOne, { maxPages: 2 });
  }
  if (context.depth === 'full')
    for (const { size, pages } of fullSizes(context.operation, whole.rows.length)) {
      const isWhole = pages * size >= whole.rows.length;
      walks.push(await sized(context, list, size, isWhole ? undefined : pages));
    }
  return walks;
}

async function sized(
  context: Context,
  list: SizedWalk['list'],
  size: number | undefined,
  fewer?: number,
): Promise<SizedWalk> {
  const { base } = list.snapshot;
  // Twice the pages that the rows fill, and some for a list that grows meanwhile, is all that a walk may take.
  const mostFor = ({ rows }: Snapshot) =>
    Math.ceil(rows.length / (size ?? context.operation.list.size?.default ?? 1)) * 2 + 3;
  const most = mostFor(list.snapshot);
  const isUsual = size === undefined && context.depth === 'standard' && context.operation.list.size !== undefined;
  const usual = context.operation.rateLimit === undefined ? USUAL_PAGES.without : USUAL_PAGES.withQuota;
  const brief = fewer ?? (isUsual ? usual : undefined);
  const maxPages = brief ?? most;
  const walk = await context.walk(base, size, { maxPages });
  const isCut = walk.stop === 'cut' && brief === undefined;
  return {
    walk,
    isEndless: isCut && (await isLongerThan(context.operation, walk, list, mostFor)),
    list,
    again: () => context.fresh(base, size, { maxPages }),
  };
}

/** Whether the walk has more pages than the list can fill, and no more rows: one that was seen long ago may have grown since, or grow on. */
async function isLongerThan(
  operation: Operation,
  walk: Walk,
  list: SizedWalk['list'],
  mostFor: (snapshot: Snapshot) => number,
): Promise<boolean> {
  const now = await list.refresh();
  if (!now.complete || walk.pages.length < mostFor(now)) return false;
  return rowMap(operation, walk.rows).size <= now.byKey.size;
}

/** A page size that cuts the rows into a handful of pages, as many cuts as possible between rows of one instant. */
function smallSize(operation: Operation, rows: readonly Row[]): number {
  const ties = tiesIn(operation, rows);
  const smallest = allowedSize(operation, Math.ceil(rows.length / SMALL_PAGES));
  // A page fewer would hide what goes wrong behind the second.
  const largest = allowedSize(operation, Math.max(smallest, Math.ceil(rows.length / (SMALL_PAGES - 1)) - 1));
  let best = { size: smallest, cuts: -1 };
  for (let size = smallest; size <= largest; size += 1) {
    // A last page that is exactly full is where the end of a list is told wrongly.
    const full = rows.length % size === 0 ? 2 : 0;
    const cuts = [...ties].filter((index) => index % size === 0).length + full;
    if (cuts > best.cuts) best = { size, cuts };
  }
  return best.size;
}

/** Where the whole list takes several replies: the largest part of it that comes in one, a snapshot of one instant. */
async function snapshotPart(context: Context, whole: Snapshot): Promise<SizedWalk['list']> {
  const most = context.operation.list.size?.maximum ?? Infinity;
  // A part that has been asked for already costs nothing.
  const fetched = new Set(
    context.walks
      .filter(({ pages, size, start }) => pages.length === 1 && size === most && start === undefined)
      .map(({ args }) => describe(args)),
  );
  const known = ({ argument }: Part) => (fetched.has(describe(within(whole.base, [argument]))) ? 1 : 0);
  const largest = partsOf(context.operation, whole.rows)
    .filter(({ rows }) => rows.length <= most)
    .sort((one, other) => other.rows.length - one.rows.length || known(other) - known(one));
  for (const { argument, rows } of largest.slice(0, PARTS)) {
    const part = await partList(context, within(whole.base, [argument]));
    // A filter that is broken gives no part of the list; which it is, its own checks say.
    if (part.snapshot.rows.length === rows.length) return part;
  }
  return { snapshot: whole, refresh: () => context.refresh() };
}

type Part = { readonly argument: Arguments[number]; readonly rows: readonly Row[] };

/** The parts of the list that one value of one filter asks for; a row whose value the parameter cannot have is in none. */
function partsOf({ filters }: Operation, rows: readonly Row[]): Part[] {
  return filters
    .filter(isPlain)
    .flatMap((filter) =>
      [...grouped(rows, (row) => valueIn(filter, row))].flatMap(([value, part]) =>
        typeof value === 'string' ? { argument: { filter, values: [value] }, rows: part } : [],
      ),
    );
}

async function partList(context: Context, base: Arguments): Promise<SizedWalk['list']> {
  const { operation } = context;
  const size = operation.list.size?.maximum;
  let latest = snapshotOf(operation, base, await context.walk(base, size));
  const refresh = async () => {
    latest = snapshotOf(operation, base, await context.fresh(base, size), latest);
    return latest;
  };
  return { snapshot: latest, refresh };
}
