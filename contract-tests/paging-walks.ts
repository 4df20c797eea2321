// The same rows, walked at different page sizes: where rows get lost, doubled or cut short.
import type { Filter, Operation, Row } from '../spec/index.ts';
import { type Arguments, describe, isPlain, within } from './arguments.ts';
import { isNumbered } from './check.ts';
import { valueIn } from './row-values.ts';
import type { Scene } from './scene.ts';
import { tiesIn } from './ties.ts';
import { type Universe, universeOf } from './universe.ts';
import type { Walk } from './walk.ts';

/** One walk and the list that it must agree with. */
export type SizedWalk = {
  readonly walk: Walk;
  readonly list: { readonly universe: Universe; readonly refresh: () => Promise<Universe> };
  readonly again: () => Promise<Walk>;
};

/** Pages that the standard depth spends on cutting one list small. */
const SMALL_PAGES = 3;
/** The page size at which a list that is too long is sampled. */
const SAMPLE_SIZE = 7;
/** Pages that one walk of the full depth may take. */
const FULL_PAGES = 520;

const walksOf = new WeakMap<Scene, Promise<readonly SizedWalk[]>>();

/** The walks of a scene at every size that its depth asks for; made at the first call. */
export function sizedWalks(scene: Scene, by: string): Promise<readonly SizedWalk[]> {
  const known = walksOf.get(scene) ?? makeWalks(scene, by);
  walksOf.set(scene, known);
  return known;
}

async function makeWalks(scene: Scene, by: string): Promise<readonly SizedWalk[]> {
  const whole = await scene.universe(by);
  // A list whose pages have no size that one can ask for is walked as it comes.
  if (scene.operation.list.size === undefined) {
    const list = { universe: whole, refresh: () => scene.refresh(by) };
    return whole.complete ? [await sized(scene, by, list, undefined)] : [];
  }
  if (!whole.complete) {
    // Too long to compare: a few pages of two sizes still show lengths, arithmetic and cursors.
    for (const size of [undefined, SAMPLE_SIZE]) await scene.walk(by, whole.base, size, { maxPages: 2 });
    return [];
  }
  const list = { universe: whole, refresh: () => scene.refresh(by) };
  const walks = [await sized(scene, by, list, undefined)];
  if (whole.rows.length === 0) return walks;
  const part = whole.atomic ? list : await snapshotPart(scene, by, whole);
  walks.push(await sized(scene, by, part, smallSize(scene.operation, part.universe.rows)));
  const { list: meaning } = scene.operation;
  if (isNumbered(scene.operation)) {
    // Numbered pages say by arithmetic whether more follow: a page that holds exactly all rows tells, and the smallest.
    if (whole.rows.length <= (meaning.size?.maximum ?? Number.POSITIVE_INFINITY))
      walks.push(await sized(scene, by, list, whole.rows.length));
    await scene.walk(by, whole.base, meaning.size?.minimum, { maxPages: 2 });
    const butOne = whole.rows.length - 1;
    if (butOne > 0 && butOne <= (meaning.size?.maximum ?? Number.POSITIVE_INFINITY))
      await scene.walk(by, whole.base, butOne, { maxPages: 2 });
  }
  if (scene.depth === 'full')
    for (const size of fullSizes(scene, whole.rows.length)) walks.push(await sized(scene, by, list, size));
  return walks;
}

async function sized(scene: Scene, by: string, list: SizedWalk['list'], size: number | undefined): Promise<SizedWalk> {
  const { base } = list.universe;
  // A page more than the rows fill, and one for a list that grows meanwhile, is all that a walk may take.
  const maxPages = Math.ceil(list.universe.rows.length / (size ?? scene.operation.list.size?.default ?? 1)) * 2 + 3;
  return {
    walk: await scene.walk(by, base, size, { maxPages }),
    list,
    again: () => scene.fresh(by, base, size, { maxPages }),
  };
}

/** Sizes around every bound, as far as the list is short enough to be cut so small. */
function fullSizes({ operation }: Scene, rows: number): number[] {
  const { minimum = 1, maximum = rows, default: usual = rows } = operation.list.size ?? {};
  const sizes = [minimum, minimum + 1, 3, 7, 10, 25, 50, usual - 1, usual, usual + 1, maximum - 1, rows];
  return [...new Set(sizes)].filter(
    (size) => size >= minimum && size <= maximum && (size === minimum || rows / size <= FULL_PAGES / 4),
  );
}

/** A page size that cuts the rows into a handful of pages, as many cuts as possible between rows of one instant. */
function smallSize(operation: Operation, rows: readonly Row[]): number {
  const { maximum = Infinity } = operation.list.size ?? {};
  const ties = tiesIn(operation, rows);
  const smallest = Math.min(maximum, Math.max(1, Math.ceil(rows.length / SMALL_PAGES)));
  // A page fewer would hide what goes wrong behind the second.
  const largest = Math.min(maximum, Math.max(smallest, Math.ceil(rows.length / (SMALL_PAGES - 1)) - 1));
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
async function snapshotPart(scene: Scene, by: string, whole: Universe): Promise<SizedWalk['list']> {
  const most = scene.operation.list.size?.maximum ?? Infinity;
  // A part that has been asked for already costs nothing.
  const fetched = new Set(
    scene.walks
      .filter(({ pages, size, start }) => pages.length === 1 && size === most && start === undefined)
      .map(({ args }) => describe(args)),
  );
  const known = ({ argument }: Part) => (fetched.has(describe(within(whole.base, [argument]))) ? 1 : 0);
  const [largest] = partsOf(scene, whole.rows)
    .filter(({ rows }) => rows.length <= most)
    .sort((one, other) => other.rows.length - one.rows.length || known(other) - known(one));
  return largest === undefined
    ? { universe: whole, refresh: () => scene.refresh(by) }
    : partList(scene, by, within(whole.base, [largest.argument]));
}

type Part = { readonly argument: Arguments[number]; readonly rows: readonly Row[] };

/** The parts of the list that one value of one filter asks for. */
function partsOf({ operation, brokenFilters }: Scene, rows: readonly Row[]): Part[] {
  const usable = operation.filters.filter((filter) => isPlain(filter) && !brokenFilters.has(filter));
  return usable.flatMap((filter) =>
    [...groups(rows, filter)].map(([value, part]) => ({ argument: { filter, values: [value] }, rows: part })),
  );
}

/** The rows by the value that asks for them; a row whose value the parameter cannot have is in none. */
function groups(rows: readonly Row[], filter: Filter): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const value = valueIn(filter, row);
    if (typeof value === 'string') found.set(value, [...(found.get(value) ?? []), row]);
  }
  return found;
}

async function partList(scene: Scene, by: string, base: Arguments): Promise<SizedWalk['list']> {
  const { operation } = scene;
  const size = operation.list.size?.maximum;
  let latest = universeOf(operation, base, await scene.walk(by, base, size));
  const refresh = async () => {
    latest = universeOf(operation, base, await scene.fresh(by, base, size), latest);
    return latest;
  };
  return { universe: latest, refresh };
}
