// Choosing probes costs more than sending them. The same rows call for the same probes: whoever judges many deployments
// of one data set, as the proof of the judge does, has them chosen once.
import type { ListMeaning, Operation, Row } from '../../spec/index.ts';
import type { Depth } from '../walk/context.ts';
import { type InputModel, inputModel } from './input-model.ts';
import type { Probe } from './probe.ts';
import { furtherProbes, standardProbes } from './probes.ts';

/** The input model of a list, and the probes that follow from it, in the order in which they are asked. */
export type PlannedModel = InputModel & {
  readonly probes: (depth: Depth, budget: number) => readonly Probe[];
};

/** How many data sets of one list are remembered. */
const KEPT = 8;

const made = new WeakMap<ListMeaning, Map<string, PlannedModel>>();

/** The model of these filters over these rows: a pure function of its arguments. */
export function rememberedModel(operation: Operation, rows: readonly Row[]): PlannedModel {
  const known = made.get(operation.list) ?? new Map<string, PlannedModel>();
  made.set(operation.list, known);
  const key = JSON.stringify([operation.filters.map(({ name }) => name), rows]);
  const model = known.get(key) ?? plannedModel(operation, rows);
  // The one that was used last stands last; the first is forgotten.
  known.delete(key);
  known.set(key, model);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return model;
}

function plannedModel(operation: Operation, rows: readonly Row[]): PlannedModel {
  const model = inputModel(operation.filters, rows);
  const chosen = new Map<string, readonly Probe[]>();
  /** The full depth asks all that the standard depth asks, in the same order, and then everything else. */
  const probes: PlannedModel['probes'] = (depth, budget) => {
    const key = `${depth} ${budget}`;
    const known = chosen.get(key) ?? choose(depth, budget);
    chosen.set(key, known);
    return known;
  };
  const choose = (depth: Depth, budget: number): readonly Probe[] => {
    if (depth === 'standard') return standardProbes(operation, model, budget);
    const standard = probes('standard', budget);
    return [...standard, ...furtherProbes(model, standard)];
  };
  return { ...model, probes };
}
