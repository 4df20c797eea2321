// Ids of other lists that no row of this one refers to. What they name is of every kind: a deployment that treats one kind
// otherwise, as what was deleted, shows rows for it that it should not have.
import { memberOf, type Operation, type Row } from '../../spec/index.ts';
import type { Elsewhere } from '../plan/input-model.ts';
import { type Context, targetOf } from '../walk/context.ts';
import { inKeyOrder } from '../walk/rows.ts';

/** Ids that are asked for in each filter. */
const MOST = 12;

/** Those ids, by the member that would refer to them; unlike kinds first. */
export async function idsElsewhere(context: Context, rows: readonly Row[]): Promise<Elsewhere> {
  const found = new Map<string, readonly string[]>();
  for (const { from, to, field } of context.operation.references) {
    const target = targetOf(context, to);
    if (target === undefined || target === context) continue;
    const named = new Set(rows.map((row) => memberOf(row, from)));
    const others = (await target.snapshot()).rows.filter((row) => !named.has(memberOf(row, field)));
    const ids = oneOfEachKind(target.operation, others).map((row) => memberOf(row, field));
    found.set(from, ids.filter((id) => typeof id === 'string').slice(0, MOST));
  }
  return found;
}

/** One row of each kind, then a second of each, and so on: kinds differ in the listed values that filters test. */
function oneOfEachKind(operation: Operation, rows: readonly Row[]): readonly Row[] {
  const members = operation.filters.filter(({ allowed }) => allowed.length > 0).map(({ field }) => field);
  const kinds = new Map<string, Row[]>();
  for (const row of inKeyOrder(operation, rows)) {
    const kind = JSON.stringify(members.map((member) => memberOf(row, member)));
    kinds.set(kind, [...(kinds.get(kind) ?? []), row]);
  }
  const turns = [...kinds.values()].flatMap((some) => some.map((row, turn) => ({ row, turn })));
  return turns.sort((one, other) => one.turn - other.turn).map(({ row }) => row);
}
