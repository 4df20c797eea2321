// Choosing probes costs more than sending them. The same rows call for the same probes: whoever judges many deployments
// of one data set, as the proof of the judge does, has them chosen once.
import type { ListMeaning, Operation, Row } from '../../spec/index.ts';
import type { Depth } from '../walk/context.ts';
import type { Probe } from './probe.ts';
import { furtherProbes, standardProbes } from './probes.ts';

/** How many data sets of one list are remembered. */
const KEPT = 8;

const chosen = new WeakMap<ListMeaning, Map<string, readonly Probe[]>>();

/** The probes of a list, in the order in which they are asked: a pure function of its arguments. */
export function rememberedProbes(
  operation: Operation,
  rows: readonly Row[],
  depth: Depth,
  budget: number,
): readonly Probe[] {
  const known = chosen.get(operation.list) ?? new Map<string, readonly Probe[]>();
  chosen.set(operation.list, known);
  const key = JSON.stringify([depth, budget, operation.filters.map(({ name }) => name), rows]);
  const probes = known.get(key) ?? probesAt(operation, rows, depth, budget);
  // The one that was used last stands last; the first is forgotten.
  known.delete(key);
  known.set(key, probes);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return probes;
}

/** The full depth asks all that the standard depth asks, in the same order, and then everything else. */
function probesAt(operation: Operation, rows: readonly Row[], depth: Depth, budget: number): readonly Probe[] {
  if (depth === 'standard') return standardProbes(operation, rows, budget);
  const standard = rememberedProbes(operation, rows, 'standard', budget);
  return [...standard, ...furtherProbes(operation, rows, standard)];
}
