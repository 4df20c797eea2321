// Asks the list every probe, once for all filter checks, and holds each answer against the rows that should be in it.
import type { Filter, Row } from '../spec/index.ts';
import { passesAll, provenBy } from './arguments.ts';
import { impossibleValue } from './impossible-value.ts';
import type { Probe } from './probe.ts';
import { probesFor } from './probes.ts';
import type { Scene } from './scene.ts';
import { type Settlement, settle } from './settle.ts';
import type { Universe } from './universe.ts';
import type { Walk } from './walk.ts';

/** One probe and its answer. */
export type Trial = {
  readonly probe: Probe;
  readonly walk: Walk;
  /** Rows that the filters should have kept out: wrong by their own words. */
  readonly unsound: readonly Row[];
  /** The answer against the whole list; undefined where the answer or the list is not complete. */
  readonly settlement: Settlement | undefined;
  /** What only the walk in small pages gets wrong, where the same filters in one page are right. */
  readonly cut: Settlement | undefined;
  /** Filters without which the answer would hold other rows: the ones that this probe can prove. */
  readonly proves: readonly Filter[];
};

/** At most so many rows are walked one by one. */
const SINGLE_ROWS = 4;

/** Pages of a list that is too long to walk. */
const SAMPLE_PAGES = 2;

const trialsOf = new WeakMap<Scene, Promise<readonly Trial[]>>();

/** All trials of a scene; made at the first call. */
export function filterTrials(scene: Scene, by: string): Promise<readonly Trial[]> {
  const known = trialsOf.get(scene) ?? makeTrials(scene, by);
  trialsOf.set(scene, known);
  return known;
}

async function makeTrials(scene: Scene, by: string): Promise<readonly Trial[]> {
  const universe = await scene.universe(by);
  const free = scene.operation.filters.filter(
    (filter) => !universe.base.some((argument) => argument.filter === filter),
  );
  const probesAt = (depth: Scene['depth']) => probesFor({ ...scene.operation, filters: free }, universe.rows, depth);
  const probes = probesAt(scene.depth);
  // The probes of the standard depth come first at every depth, and are cut into the same pages.
  const standard = scene.depth === 'standard' ? probes : probesAt('standard');
  const sizes = smallSizes(scene, standard, universe, cutSize);
  if (scene.depth === 'full') {
    // Once more with other probes, in four pages: a filter may be forgotten late.
    const late = smallSizes(scene, probes.slice(standard.length), universe, (rows) => Math.ceil(rows / 4));
    for (const [index, size] of late) sizes.set(standard.length + index, size);
  }
  const trials: Trial[] = [];
  // The unfiltered list at the default size comes first: a deployment that mixes up replies is caught by what follows.
  await scene.walk(by, universe.base, undefined, universe.complete ? {} : { maxPages: SAMPLE_PAGES });
  for (const [index, probe] of probes.entries()) trials.push(await attempt(scene, by, probe, sizes.get(index)));
  // Where half an id is refused as malformed, a whole one that nobody has must show whether unknown ids find nothing.
  const refused = trials.filter(({ probe, walk }) => probe.kind === 'impossible' && walk.stop === 'refused');
  for (const { probe } of refused) {
    const args = probe.args.map(({ filter }) => ({
      filter,
      values: [impossibleValue(universe.rows.map((row) => row[filter.field]))],
    }));
    trials.push(await attempt(scene, by, { ...probe, args }, undefined));
  }
  return trials;
}

async function attempt(scene: Scene, by: string, probe: Probe, small: number | undefined): Promise<Trial> {
  const universe = await scene.universe(by);
  const args = [...universe.base, ...probe.args];
  const bounds = scene.operation.list.size;
  const expected = universe.rows.filter((row) => passesAll(args, row)).length;
  // What fits on one page of the default size is asked for without a size, as most callers do.
  const size = small ?? (expected <= (bounds?.default ?? 0) && universe.complete ? undefined : bounds?.maximum);
  // Where the whole list is too long to compare with, a few pages still show rows that a filter should keep out.
  const options = { refusable: probe.kind === 'impossible', ...(universe.complete ? {} : { maxPages: SAMPLE_PAGES }) };
  const most = scene.operation.list.size?.maximum;
  const settled = async (walk: Walk): Promise<Settlement | undefined> => {
    if (!universe.complete || walk.stop !== 'end') return undefined;
    const again = () => scene.fresh(by, args, walk.size, options);
    return settle({ scene, by, walk, again, belongs: (row) => passesAll(args, row) });
  };
  const walk = await scene.walk(by, args, size, options);
  const settlement = await settled(walk);
  const trial: Trial = {
    probe,
    walk,
    unsound: walk.rows.filter((row) => !passesAll(args, row)),
    settlement,
    cut: undefined,
    proves: provenBy(probe.args, universe.rows),
  };
  if (settlement === undefined || settlement.differences.length === 0 || walk.pages.length === 1) return trial;
  // Is it the filter, or the cut between two pages? The same rows in pages as large as can be will tell.
  const uncut = await settled(await scene.walk(by, args, most, options));
  return uncut?.differences.length === 0 ? { ...trial, settlement: uncut, cut: settlement } : trial;
}

/**
 * For every filter one probe is asked in two pages instead of one, so that the second page shows whether the cursor
 * keeps the filter. Returns the page size by the index of the probe.
 */
function smallSizes(
  { operation }: Scene,
  probes: readonly Probe[],
  { rows }: Universe,
  cut: (rows: number) => number,
): Map<number, number> {
  const sizes = new Map<number, number>();
  if (operation.list.paging.style === 'none') return sizes;
  const open = new Set(operation.filters);
  let singles = false;
  // Probes that speak of several filters come first: they spare a request.
  const order = [...probes.entries()].sort(([, one], [, other]) => other.args.length - one.args.length);
  for (const [index, { args }] of order) {
    const expected = rows.filter((row) => passesAll(args, row)).length;
    const news = provenBy(args, rows).filter((filter) => open.has(filter));
    if (expected < 2 || expected > (operation.list.size?.maximum ?? 0) || news.length === 0) continue;
    // A handful of rows is walked one by one, once: the smallest page size, with every boundary there is.
    const single: boolean = !singles && expected <= SINGLE_ROWS;
    singles ||= single;
    sizes.set(index, single ? (operation.list.size?.minimum ?? 1) : cut(expected));
    for (const filter of news) open.delete(filter);
  }
  return sizes;
}

/** A size that cuts the rows into two or three pages, the last of them full where the number allows. */
function cutSize(rows: number): number {
  return rows % 2 !== 0 && rows % 3 === 0 ? rows / 3 : Math.ceil(rows / 2);
}
