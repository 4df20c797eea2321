// Makes a new row of a list: believable, as given, with the parents that follow from what is given.
import { timestamp } from '../../fixtures/index.ts';
import { memberOf, type Order, type Row } from '../../spec/index.ts';
import { parentOf } from './check-row.ts';
import { type ListState, type Lists, rowsWith } from './list-state.ts';
import { StateError } from './state-error.ts';

/** How many rows that could be new are looked at: their parents may be gone. */
const LOOKED_AT = 500;

/** How many rows of each list were made; the next one is looked for behind them. */
export type Made = Map<string, number>;

/** The row, not yet held against the contract. `now` is a timestamp; what is made is counted in `made`. */
export function newRow(lists: Lists, list: ListState, given: Row, now: string, made: Made): Row {
  const { operation } = list;
  const { name } = operation.list;
  const before = made.get(name) ?? 0;
  const found = freshRow(lists, list, given, before);
  const base = found.chosen ?? (before > 0 ? freshRow(lists, list, given, 0).chosen : undefined) ?? found.first;
  if (found.chosen !== undefined) made.set(name, found.next);
  const parents = parentsOf(lists, list, given);
  if (base === undefined || !hasParents(lists, list, { ...base, ...parents, ...given })) {
    const known = list.operation.references.filter(({ from }) => given[from] !== undefined);
    if (base === undefined || known.length === 0)
      throw new StateError(
        `No new row of ${operation.list.name} can be made: all are there already, or nothing is there that it could belong to.`,
      );
  }
  return { ...base, ...timesOf(operation.list.order?.keys, base, given, now), ...parents, ...given };
}

/** The first row behind `from` that could be new and is as given; and the first that could be new at all. */
function freshRow(lists: Lists, list: ListState, given: Row, from: number) {
  const { operation, store, source } = list;
  const { key } = operation.list;
  const isNew = (row: Row) => store.get(String(memberOf(row, key))) === undefined;
  let first: Row | undefined;
  for (let next = from; next < from + LOOKED_AT; next += 1) {
    const row = source.fresh(next);
    if (row === undefined) break;
    if (!isNew(row) && memberOf(given, key) === undefined) continue;
    first ??= row;
    // Where what is given belongs to a row as a whole, as an account to its platform, that row is the one that is meant.
    if (agrees(list, row, given) && hasParents(lists, list, { ...row, ...given }))
      return { first, chosen: row, next: next + 1 };
  }
  return { first, chosen: undefined, next: from };
}

/** Whether what the row refers to is there. */
function hasParents(lists: Lists, list: ListState, row: Row): boolean {
  return list.operation.references.every(({ from, to, field }) => {
    const [parents, value] = [lists.beside(list, to), row[from]];
    return (
      value === null || value === undefined || parents === undefined || parentOf(parents, field, value) !== undefined
    );
  });
}

/** Whether a row already has the given values of the members that no two rows share. */
function agrees({ operation }: ListState, row: Row, given: Row): boolean {
  return operation.list.unique.every((member) => given[member] === undefined || given[member] === row[member]);
}

/**
 * The member by which new rows come first is the time at which they are made. Where no other time is given, all of them move
 * along: what was made today has not ended long ago.
 */
function timesOf(order: Order | undefined, row: Row, given: Row, now: string): Row {
  const field = order?.[0]?.field;
  if (field === undefined || !isInstant(row[field])) return {};
  const times = Object.keys(row).filter((member) => isInstant(row[member]));
  const isGiven = times.some((member) => given[member] !== undefined);
  if (isGiven) return { [field]: now };
  const passed = Date.parse(now) - Date.parse(String(row[field]));
  const moved = times.map((member) => [member, timestamp(Date.parse(String(row[member])) + passed)]);
  return { ...Object.fromEntries(moved), [field]: now };
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) && !Number.isNaN(Date.parse(value));
}

/** The members that follow from a given parent, or from the parent that has what is given. */
function parentsOf(lists: Lists, list: ListState, given: Row): Row {
  const { references } = list.operation;
  for (const { from, to, field, agree } of [...references].sort(
    (one, other) => other.agree.length - one.agree.length,
  )) {
    const parents = lists.beside(list, to);
    if (parents === undefined) continue;
    const wanted = agree.filter((member) => given[member] !== undefined);
    const named = given[from] === undefined ? undefined : parentOf(parents, field, given[from]);
    const [most] = wanted;
    const alike =
      named ?? (given[from] !== undefined || most === undefined ? undefined : parentLike(parents, wanted, given));
    if (alike === undefined) continue;
    return { [from]: alike[field], ...Object.fromEntries(agree.map((member) => [member, alike[member]])) };
  }
  return {};
}

/** How many parents are looked at for one that has all that is given. */
const PARENTS = 1000;

function parentLike(parents: ListState, wanted: readonly string[], given: Row): Row | undefined {
  const [most = ''] = wanted;
  return rowsWith(parents, most, given[most], PARENTS).find((row) =>
    wanted.every((member) => row[member] === given[member]),
  );
}
