// The same rows, walked at different page sizes: where rows get lost, doubled or cut short.

import type { Operation } from '../../spec/index.ts';
import { fullSizes } from '../plan/full-sizes.ts';
import type { Context } from '../walk/context.ts';
import type { SeenList, Snapshot } from '../walk/list-snapshot.ts';
import { allowedSize, isNumbered } from '../walk/page.ts';
import { rowMap } from '../walk/rows.ts';
import { hasUnstableOrder } from '../walk/ties.ts';
import type { Walk } from '../walk/walk.ts';
import { FEW, MANY, smallPages } from './small-pages.ts';

/** One walk and the list that it must agree with. */
export type SizedWalk = {
  readonly walk: Walk;
  /** Whether it took more pages than its list can fill. */
  readonly isEndless: boolean;
  readonly list: SeenList;
  readonly again: () => Promise<Walk>;
};

/** Pages of the default size that the standard depth reads: the second says most, and where no quota is documented some more. */
const USUAL_PAGES = { withQuota: 2, without: 6 } as const;
/** The page size at which a list that is too long is sampled. */
const SAMPLE_SIZE = 7;

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
  const isAllowed = (size: number) => allowedSize(context.operation, size) === size;
  const small = await smallPages(context, list, FEW);
  walks.push(await sized(context, small.list, small.size));
  // Where pages hold one row, none can begin with a row of the page before and still lead on.
  if (small.size === 1 && small.list.snapshot.rows.length > 2 && isAllowed(2))
    walks.push(await sized(context, small.list, 2));
  // Where the order changes from call to call pages lose rows now and then.
  if (hasUnstableOrder(context.operation, whole, context.walks)) walks.push(...(await doubted(context, list)));
  if (isNumbered(context.operation)) {
    // Numbered pages say by arithmetic whether more follow: a page that holds exactly all rows tells, and the smallest.
    const [all, butOne] = [whole.rows.length, whole.rows.length - 1];
    if (isAllowed(all)) walks.push(await sized(context, list, all));
    const { minimum } = context.operation.list.size;
    await context.walk(whole.base, minimum, { maxPages: 1 });
    // Of the smallest pages the last stands deepest.
    const first = lastPlace(context.operation, all, minimum);
    if (first !== undefined) await context.walk(whole.base, minimum, { maxPages: 1, first });
    if (isAllowed(butOne)) await context.walk(whole.base, butOne, { maxPages: 2 });
  }
  if (context.depth === 'full')
    for (const { size, pages } of fullSizes(context.operation, whole.rows.length)) {
      const isWhole = pages * size >= whole.rows.length;
      walks.push(await sized(context, list, size, isWhole ? undefined : pages));
    }
  return walks;
}

/** Two walks in many small pages. */
async function doubted(context: Context, whole: SeenList): Promise<SizedWalk[]> {
  const { list, size } = await smallPages(context, whole, MANY);
  const first = await sized(context, list, size);
  return [first, { ...first, walk: await first.again() }];
}

async function sized(context: Context, list: SeenList, size: number | undefined, fewer?: number): Promise<SizedWalk> {
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
  list: SeenList,
  mostFor: (snapshot: Snapshot) => number,
): Promise<boolean> {
  const now = await list.refresh();
  if (!now.complete || walk.pages.length < mostFor(now)) return false;
  return rowMap(operation, walk.rows).size <= now.byKey.size;
}

/** Where the last page of so many rows stands, as its number or the rows before it; undefined where that is no place to ask for. */
function lastPlace({ list: { paging } }: Operation, rows: number, size = 1): string | undefined {
  const before = Math.ceil(rows / size) - 1;
  if (before < 1) return undefined;
  if (paging.style === 'page') return String(paging.first + before);
  return paging.style === 'offset' ? String(before * size) : undefined;
}
