// Draws faults at random: a seed and a number give the same fault for ever.
import type { Call } from '../../../mock/index.ts';
import { createMock, type Mock } from '../../faults/built-in.ts';
import type { Family, Fault } from '../../faults/fault.ts';
import { LIST_NAMES, LISTS } from '../../faults/lists.ts';
import { createRandom, hashOf } from '../../faults/randomness.ts';
import { type Combination, deploy, factorsOf, sentenceOf } from './combination.ts';
import { combine } from './combine.ts';
import { type Model, modelOf } from './model.ts';
import { sceneOf } from './scene.ts';
import { type Sighting, sightingOf } from './sighting.ts';
import { DRAWN_FAMILIES, type DrawnFamily, type Maker, pick } from './what.ts';
import { cursorWhats } from './whats/cursor-whats.ts';
import { filterWhats } from './whats/filter-whats.ts';
import { memoryWhats } from './whats/memory-whats.ts';
import { pagingWhats } from './whats/paging-whats.ts';
import { callerWhats, refusalWhats } from './whats/refusal-whats.ts';
import { failureWhats, shapeWhats } from './whats/reply-whats.ts';
import { rowWhats } from './whats/row-whats.ts';

/** A fault that was drawn. */
export type DrawnFault = Fault & {
  readonly drawn: DrawnFamily;
  /** How many factors must come together. */
  readonly factors: number;
  /** The calls that show it, the last of which begins a walk. */
  readonly shownBy: readonly Call[];
};

const MAKERS: Readonly<Record<DrawnFamily, readonly [Family, readonly Maker[]]>> = {
  filters: ['filters', filterWhats],
  rows: ['filters', rowWhats],
  paging: ['paging', pagingWhats],
  shape: ['shape', shapeWhats],
  failures: ['errors', failureWhats],
  callers: ['authentication', callerWhats],
  refusals: ['errors', refusalWhats],
  cursors: ['paging', cursorWhats],
  memory: ['paging', memoryWhats],
};

/** The world that faults are drawn for and tried in: what differs between seeds is the faults alone. */
const WORLD = { seed: 1 } as const;

/** Combinations that are tried for one fault before the draw gives up. */
const ATTEMPTS = 400;

/** What faults are drawn from: the clean mock of their world, and a model of each of its operations. */
export type Urn = { readonly mock: Mock; readonly models: readonly Model[] };

export function createUrn(): Urn {
  const mock = createMock(WORLD);
  return { mock, models: mock.contract.operations.map(({ id }) => modelOf(sceneOf(mock, id))) };
}

/** What the fault is called. */
export function drawnId(seed: number, index: number): string {
  return `drawn-${seed}-${index + 1}`;
}

/** One of the faults of a seed, which are spread evenly over the families; each is drawn by itself, so that work can be shared out. */
export function drawFault({ mock, models }: Urn, seed: number, index: number): DrawnFault | undefined {
  const random = createRandom(hashOf(`drawn ${seed} ${index}`));
  const family = DRAWN_FAMILIES[index % DRAWN_FAMILIES.length] ?? 'rows';
  const factors = shareOf(random());
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const model = pick(models, random);
    const combination = model === undefined ? undefined : combine(model, MAKERS[family][1], factors, random);
    if (model === undefined || combination === undefined) continue;
    const sighting = sightingOf(model, combination, mock);
    if (sighting !== undefined) return faultOf(drawnId(seed, index), family, combination, sighting);
  }
  return undefined;
}

/** About two in five faults have one factor, as many have two, and one in five has three. */
function shareOf(chance: number): number {
  if (chance < 0.4) return 1;
  return chance < 0.8 ? 2 : 3;
}

function faultOf(
  id: string,
  drawn: DrawnFamily,
  combination: Combination,
  { says, breach, calls }: Sighting,
): DrawnFault {
  const list = LIST_NAMES.find((name) => LISTS[name].operation === combination.operation);
  if (list === undefined) throw new Error(`No list has the operation ${combination.operation}.`);
  return {
    id,
    family: MAKERS[drawn][0],
    drawn,
    factors: factorsOf(combination),
    shownBy: calls,
    clause: breach.clause,
    summary: `${sentenceOf(combination)}. ${says}`,
    api: LISTS[list].api,
    list,
    world: WORLD,
    ...(breach.level === 'should' ? { expect: 'WARN' as const } : {}),
    wrap: (handler, mock) => deploy(combination, handler, mock),
  };
}
