// What other lists tell of the ids that rows of this one refer to, or could. What they name is of every kind: a deployment
// that treats one kind otherwise, as what was deleted, shows rows for it that it should not have, or none.
import { type Filter, grouped, instant, memberOf, type Operation, type Row } from '../../spec/index.ts';
import type { Referents, ReferentsByMember } from '../plan/input-model.ts';
import { type Context, targetOf } from '../walk/context.ts';
import { inKeyOrder } from '../walk/rows.ts';

/** Ids without rows that are asked for in each filter. */
const MOST = 12;

/** The ids of these rows, and some that they do not have, unlike kinds first; by the member that refers to them. */
export async function referentsOf(context: Context, rows: readonly Row[]): Promise<ReferentsByMember> {
  const found = new Map<string, Referents>();
  for (const { from, to, field } of context.operation.references) {
    const target = targetOf(context, to);
    if (target === undefined || target === context) continue;
    const named = new Set(rows.map((row) => memberOf(row, from)));
    const all = inKeyOrder(target.operation, (await target.snapshot()).rows);
    const idsOf = (some: readonly Row[]) =>
      some.map((row) => memberOf(row, field)).filter((id) => typeof id === 'string');
    const others = all.filter((row) => !named.has(memberOf(row, field)));
    const own = all.filter((row) => named.has(memberOf(row, field)));
    const kinds = listedFilters(target.operation).flatMap(({ field: member, allowed }) =>
      allowed.map(
        (value) => [`${member} ${value}`, idsOf(own.filter((row) => memberOf(row, member) === value))] as const,
      ),
    );
    const listed = idsOf(oneOfEachKind(target.operation, others)).slice(0, MOST);
    found.set(from, {
      listed,
      withoutRows: [...listed, ...otherIds(own, new Set(all.map((row) => memberOf(row, field))))],
      byKind: new Map(kinds.filter(([, ids]) => ids.length > 0)),
    });
  }
  return found;
}

/** What else a row that is named is known by, as by its id elsewhere: whoever looks it up by that shows its rows. Of each member one. */
function otherIds(named: readonly Row[], ids: ReadonlySet<unknown>): readonly string[] {
  const members = [...new Set(named.flatMap((row) => Object.keys(row)))];
  return members.flatMap((member) => {
    const values = named.map((row) => row[member]).filter((value) => typeof value === 'string');
    const isKnownBy = values.length > 1 && new Set(values).size === named.length && values.every(isIdentifier);
    return (isKnownBy && values.find((value) => !ids.has(value))) || [];
  });
}

/** Whether a text could be an identifier: one word, and no instant. */
function isIdentifier(text: string): boolean {
  return /^[\w.:-]{4,}$/.test(text) && Number.isNaN(instant(text));
}

/** The filters whose values are listed: what they test says of which kind a row is. */
function listedFilters({ filters }: Operation): readonly Filter[] {
  return filters.filter(({ allowed }) => allowed.length > 0);
}

/** One row of each kind, then a second of each, and so on. */
function oneOfEachKind(operation: Operation, rows: readonly Row[]): readonly Row[] {
  const members = listedFilters(operation).map(({ field }) => field);
  const kinds = grouped(rows, (row) => JSON.stringify(members.map((member) => memberOf(row, member))));
  const turns = [...kinds.values()].flatMap((some) => some.map((row, turn) => ({ row, turn })));
  return turns.sort((one, other) => one.turn - other.turn).map(({ row }) => row);
}
