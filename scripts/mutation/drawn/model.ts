// All factors of calls to one operation, in the order in which a draft is given their values.
import { callerFactor, tenantFactor } from './classes/caller-classes.ts';
import { cursorFactor } from './classes/cursor-classes.ts';
import { filterFactor } from './classes/filter-classes.ts';
import { placeFactor, sizeFactor } from './classes/page-classes.ts';
import type { Factor } from './factor.ts';
import type { Scene } from './scene.ts';

export type Model = { readonly scene: Scene; readonly factors: readonly Factor[] };

/** The model of an operation: what comes later may look at what came before, as a size does at the rows of a filter. */
export function modelOf(scene: Scene): Model {
  const { filters } = scene.operation;
  const factors = [
    ...filters.map((filter) => filterFactor(scene, filter)),
    sizeFactor(scene),
    placeFactor(scene),
    cursorFactor(scene),
    callerFactor(scene),
    tenantFactor(scene),
  ];
  return { scene, factors: factors.filter((factor) => factor !== undefined) };
}
