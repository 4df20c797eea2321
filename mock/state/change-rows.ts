// Changes the rows of a session. Every change is held against the contract before anything is done, and done whole.
import { timestamp } from '../../fixtures/index.ts';
import { didYouMean, memberOf, type Row } from '../../spec/index.ts';
import { checkRow } from './check-row.ts';
import { type Made, newRow } from './create-row.ts';
import { childrenOf, type ListState, type Lists, rowsWith } from './list-state.ts';
import { StateError } from './state-error.ts';

/** A row that left its list, and the rows that left with it. */
export type Left = { readonly list: string; readonly row: Row; readonly rows: readonly { list: string; row: Row }[] };

/** What a change is made to. */
export type Changing = {
  readonly lists: Lists;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What left and may come back; it is added to and taken from. */
  readonly left: Left[];
  /** How many rows of each list were made; it is counted on. */
  readonly made: Made;
};

const SECOND = 1000;

/** Adds a row, made believable where nothing is given; what is created now is not dated before now. */
export function createRow(changing: Changing, name: string, given: Row): Row {
  const list = changing.lists.named(name);
  const row = newRow(changing.lists, list, given, timestamp(Math.ceil(changing.now / SECOND) * SECOND), changing.made);
  const back = comesBack(changing, list, given, row);
  checkRow(changing.lists, list, { ...back?.row, ...row, ...keyOf(list, back?.row) });
  for (const each of back?.rows ?? []) checkFree(changing.lists.named(each.list), each.row, list);
  if (back === undefined) {
    list.store.put(row);
    return row;
  }
  const restored = { ...row, ...keyOf(list, back.row) };
  list.store.put(restored);
  for (const each of back.rows) changing.lists.named(each.list).store.put(each.row);
  changing.left.splice(changing.left.indexOf(back), 1);
  return restored;
}

/** Throws a StateError where another row has taken the key of one that would come back. */
function checkFree({ operation, store }: ListState, row: Row, { operation: of }: ListState): void {
  const { key, name } = operation.list;
  const value = String(memberOf(row, key));
  if (store.get(value) !== undefined)
    throw new StateError(
      `${name} ${value} would come back, and another row has its ${key} now. Give a new ${of.list.key} to leave behind what has left.`,
    );
}

function keyOf({ operation }: ListState, row: Row | undefined): Row {
  const { key } = operation.list;
  return row === undefined ? {} : { [key]: memberOf(row, key) };
}

/** What left with a row that this one takes the place of. */
function comesBack({ left }: Changing, { operation, actions }: ListState, given: Row, row: Row): Left | undefined {
  const member = actions.returnsBy;
  const { key, name } = operation.list;
  if (member === undefined || given[key] !== undefined) return undefined;
  return left.find((each) => each.list === name && each.row[member] === row[member]);
}

/** Gives members other values. */
export function changeRow({ lists }: Changing, name: string, key: string, given: Row): Row {
  const list = lists.named(name);
  const before = rowOf(list, key);
  const row = { ...before, ...given };
  checkRow(lists, list, row, before);
  list.store.put(row);
  return row;
}

/** Lets something happen that is declared for the rows of this list. */
export function actOnRow(changing: Changing, name: string, key: string, action: string, given: Row): Row {
  const { lists, now } = changing;
  const list = lists.named(name);
  const before = rowOf(list, key);
  const { apply, leaves = false, takes = {} } = actionOf(list, action);
  checkGiven(action, takes, given);
  const find = (resource: string, value: unknown) => lists.beside(list, resource)?.store.get(String(value));
  const outcome = apply({ row: before, given, now: timestamp(now), find });
  if ('refused' in outcome) throw new StateError(`${action} is not possible: ${outcome.refused}`);
  if (leaves) {
    leave(changing, list, before);
    return before;
  }
  checkRow(lists, list, outcome.row, before);
  list.store.put(outcome.row);
  return outcome.row;
}

function actionOf({ operation, actions }: ListState, action: string) {
  const found = actions.actions[action];
  if (found !== undefined && Object.hasOwn(actions.actions, action)) return found;
  const names = Object.keys(actions.actions);
  const known = names.length === 0 ? 'None is declared.' : `There are ${names.join(', ')}.`;
  throw new StateError(`${operation.list.name} has no action ${action}. ${known}${didYouMean(action, names)}`, 404);
}

function checkGiven(action: string, takes: Readonly<Record<string, string>>, given: Row): void {
  const names = Object.keys(takes);
  const extra = Object.keys(given).find((member) => !names.includes(member));
  if (extra !== undefined) {
    const known = names.length === 0 ? 'It takes none.' : `It takes ${names.join(', ')}.`;
    throw new StateError(`${action} takes no member ${extra}. ${known}${didYouMean(extra, names)}`, 400, extra);
  }
  const missing = names.find((member) => takes[member] === 'required' && given[member] === undefined);
  if (missing !== undefined) throw new StateError(`${action} needs the member ${missing}.`, 400, missing);
}

/** Deletes a row, as documented for its list; `cascade` takes the rows that refer to it away with it. */
export function deleteRow(changing: Changing, name: string, key: string, cascade: boolean): Row {
  const list = changing.lists.named(name);
  const row = rowOf(list, key);
  if (list.actions.onDelete !== undefined) return actOnRow(changing, name, key, list.actions.onDelete, {});
  const [child] = childrenOf(changing.lists, list).filter(
    ({ child, reference }) => rowsWith(child, reference.from, row[reference.field], 1).length > 0,
  );
  if (child !== undefined && !cascade) {
    const { name: other } = child.child.operation.list;
    throw new StateError(`Rows of ${other} refer to this row. Delete them first, or all together with cascade=true.`);
  }
  leave(changing, list, row);
  return row;
}

/** Takes a row out of its list, and every row that refers to it. */
function leave(changing: Changing, list: ListState, row: Row): void {
  const gone = new Map<string, { list: ListState; row: Row }>();
  const take = (from: ListState, one: Row): void => {
    const { name, key } = from.operation.list;
    const id = `${name} ${String(memberOf(one, key))}`;
    if (gone.has(id)) return;
    gone.set(id, { list: from, row: one });
    for (const { child, reference } of childrenOf(changing.lists, from))
      for (const each of rowsWith(child, reference.from, one[reference.field], Number.POSITIVE_INFINITY))
        take(child, each);
  };
  take(list, row);
  const [, ...others] = gone.values();
  for (const each of gone.values()) each.list.store.remove(String(memberOf(each.row, each.list.operation.list.key)));
  const rows = others.map((each) => ({ list: each.list.operation.list.name, row: each.row }));
  // Only what may come back is remembered.
  if (list.actions.returnsBy !== undefined) changing.left.push({ list: list.operation.list.name, row, rows });
}

/** The row of a key. Throws a StateError where there is none. */
export function rowOf({ operation, store, actions: { returnsBy } }: ListState, key: string): Row {
  const row = store.get(key);
  const { name } = operation.list;
  const advice =
    returnsBy === undefined ? '' : ` One that has left comes back when a row is created with its ${returnsBy}.`;
  if (row === undefined) throw new StateError(`There is no row of ${name} with the key ${key}.${advice}`, 404);
  return row;
}
