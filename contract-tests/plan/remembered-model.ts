// Choosing probes costs more than sending them. The same rows call for the same probes: whoever judges many deployments
// of one data set, as the proof of the judge does, has them chosen once.
import { cached, type ListMeaning, memberOf, type Operation, type Row } from '../../spec/index.ts';
import { inKeyOrder } from '../walk/rows.ts';
import { planCalls } from './calls/plan-calls.ts';
import type { PlannedCall } from './calls/planned-call.ts';
import { type InputModel, inputModel, type ReferentsByMember } from './input-model.ts';
import { likeMembers } from './mutants/field-operators.ts';

/** The input model of a list, and the calls that follow from it. */
export type PlannedModel = InputModel & {
  /** The calls of the standard depth, for so many requests, and those of the full depth behind them. */
  readonly plan: (budget: number) => Remembered;
};

type Remembered = {
  readonly standard: readonly PlannedCall[];
  readonly further: Iterable<PlannedCall>;
};

/** How many data sets of one list are remembered. */
const KEPT = 8;

const made = new WeakMap<ListMeaning, Map<string, PlannedModel>>();

/**
 * The model of these filters over these rows, or over rows that nothing in the plan tells from them; in whatever order they
 * came, the same is planned.
 */
export function rememberedModel(
  operation: Operation,
  rows: readonly Row[],
  referents: ReferentsByMember = new Map(),
): PlannedModel {
  const known = cached(made, operation.list, () => new Map());
  const told = [...referents].map(([member, { listed, withoutRows, byKind }]) => [
    member,
    listed,
    withoutRows,
    [...byKind],
  ]);
  const key = JSON.stringify([outlineOf(operation, rows), told]);
  const model: PlannedModel = known.get(key) ?? plannedModel(operation, rows, referents);
  // The one that was used last stands last; the first is forgotten.
  known.delete(key);
  known.set(key, model);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return model;
}

const outlines = new WeakMap<ListMeaning, WeakMap<readonly Row[], Map<string, string>>>();

/** What calls are planned by, as a text; of the same rows it is asked for again and again. */
function outlineOf(operation: Operation, rows: readonly Row[]): string {
  const known = cached(
    cached(outlines, operation.list, () => new WeakMap()),
    rows,
    () => new Map(),
  );
  const names = JSON.stringify(operation.filters.map(({ name }) => name));
  return cached(known, names, () => names + JSON.stringify(membersOf(operation, inKeyOrder(operation, rows))));
}

/** The rows' keys, and the members that filters test or could test by mistake. */
function membersOf({ filters, list }: Operation, rows: readonly Row[]): unknown {
  const fields = [list.key, ...filters.map(({ field }) => field)];
  const members = [...new Set(filters.flatMap((filter) => likeMembers(filter, rows)))];
  return rows.map((row) => [fields.map((field) => memberOf(row, field)), members.map((member) => row[member])]);
}

function plannedModel(operation: Operation, rows: readonly Row[], referents: ReferentsByMember): PlannedModel {
  const model = inputModel(operation.filters, inKeyOrder(operation, rows), referents);
  const plans = new Map<number, Remembered>();
  return {
    ...model,
    plan: (budget) =>
      cached(plans, budget, () => {
        const { standard, further } = planCalls(operation, model, budget);
        return { standard, further: replayed(further()) };
      }),
  };
}

/** The values of a generator, which are made once however often one goes through them. */
function replayed<T>(source: Generator<T, void>): Iterable<T> {
  const made: T[] = [];
  return {
    *[Symbol.iterator]() {
      for (let index = 0; ; index += 1) {
        if (index >= made.length) {
          const next = source.next();
          if (next.done === true) return;
          made.push(next.value);
        }
        yield made[index] as T;
      }
    },
  };
}
