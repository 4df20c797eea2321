// Asks the list every probe, once for all filter checks, and holds each answer against the rows that should be in it.
import type { Filter, Row } from '../spec/index.ts';
import { passesAll, provenBy, within } from './arguments.ts';
import { ride } from './forged-rides.ts';
import { leavesDefault } from './lifted-defaults.ts';
import { withKnownId, withUnknownId } from './one-changed.ts';
import type { Probe } from './probe.ts';
import { probeSizes } from './probe-sizes.ts';
import { rememberedProbes } from './remembered-probes.ts';
import type { Scene } from './scene.ts';
import { type Settlement, settle } from './settle.ts';
import { isFull } from './unchanged.ts';
import { narrowedTo } from './universe.ts';
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
    (filter) => !narrowedTo(universe).some((argument) => argument.filter === filter),
  );
  const probesAt = (depth: Scene['depth']) =>
    rememberedProbes({ ...scene.operation, filters: free }, universe.rows, depth);
  const probes = probesAt(scene.depth);
  // The probes of the standard depth come first at every depth, and are cut into the same pages.
  const standard = scene.depth === 'standard' ? probes : probesAt('standard');
  const sizes = probeSizes(scene, probes, standard.length, universe);
  const trials: Trial[] = [];
  // The unfiltered list at the default size comes first: a deployment that mixes up replies is caught by what follows.
  await scene.walk(by, universe.base, undefined, universe.complete ? {} : { maxPages: SAMPLE_PAGES });
  for (const [index, probe] of probes.entries()) trials.push(await attempt(scene, by, probe, sizes[index], index));
  // Where half an id is refused as malformed, a whole one that nobody has must show whether unknown ids find nothing.
  const refused = (some: readonly Trial[]) =>
    some.filter(({ probe, walk }) => probe.kind === 'impossible' && walk.stop === 'refused').map(({ probe }) => probe);
  const whole: Trial[] = [];
  for (const probe of refused(trials))
    whole.push(await attempt(scene, by, withUnknownId(probe, universe.rows), undefined, 0));
  // Where unknown ids are refused too, one that some other row has must do.
  const known: Trial[] = [];
  for (const probe of refused(whole))
    for (const other of withKnownId(probe, universe.rows)) known.push(await attempt(scene, by, other, undefined, 0));
  return [...trials, ...whole, ...known];
}

async function attempt(scene: Scene, by: string, probe: Probe, size: number | undefined, turn: number): Promise<Trial> {
  const universe = await scene.universe(by);
  const args = within(universe.base, probe.args);
  const expected = universe.rows.filter((row) => passesAll(args, row)).length;
  // Where the whole list is too long to compare with, a few pages still show rows that a filter should keep out.
  const options = { refusable: probe.kind === 'impossible', ...(universe.complete ? {} : { maxPages: SAMPLE_PAGES }) };
  const most = scene.operation.list.size?.maximum;
  const settled = async (walk: Walk): Promise<Settlement | undefined> => {
    if (!universe.complete || walk.stop !== 'end' || leavesDefault(probe.args)) return undefined;
    const again = () => scene.fresh(by, args, walk.size, options);
    return settle({ scene, by, walk, again, belongs: (row) => passesAll(args, row) });
  };
  // A page that holds the whole answer can carry a forged cursor too; two of three do.
  const { filters, list } = scene.operation;
  const fits = expected > 0 && expected <= (size ?? list.size?.default ?? 0) && !isFull(probe, filters.length);
  const carries = universe.complete && turn % 3 !== 0 && fits && probe.kind !== 'impossible';
  const ridden = carries ? await ride(scene, by, universe, args, size) : undefined;
  const walk = ridden ?? (await scene.walk(by, args, size, options));
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
