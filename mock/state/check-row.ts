// Whether a row may stand in its list: its schema, its key, what is unique, its rules, and what it refers to.
import { keepsRule, memberOf, type Row, withValue } from '../../spec/index.ts';
import { childrenOf, type ListState, type Lists, rowsWith } from './list-state.ts';
import { StateError } from './state-error.ts';

/** Throws a StateError that names the member and what it may be. `before` is the row in whose place it comes. */
export function checkRow(lists: Lists, list: ListState, row: Row, before?: Row): void {
  checkSchema(list, row);
  checkKey(list, row, before);
  checkUnique(list, row, before);
  for (const rule of list.operation.rules)
    if (!keepsRule(rule, row))
      throw new StateError(`${rule.field} must be ${rule.test} ${rule.other}.`, 400, rule.field);
  checkParents(lists, list, row);
  if (before !== undefined) checkChildren(lists, list, row, before);
}

function checkSchema({ operation }: ListState, row: Row): void {
  const { items } = operation.list;
  const body = withValue(structuredClone(operation.envelope), items, [row]);
  const here = `${items}/0`;
  const reply = operation.reply(200);
  const [broken] = (reply?.violations(body) ?? []).filter(({ pointer }) => pointer.startsWith(here));
  if (broken !== undefined) {
    const member = broken.pointer.slice(here.length + 1).replaceAll('/', '.');
    const received = broken.received === undefined ? '' : `, not ${shown(broken.received)}`;
    throw new StateError(`${member === '' ? 'The row' : member} must be ${broken.expected}${received}.`, 400, member);
  }
  const [unknown] = reply?.undocumented(body) ?? [];
  if (unknown === undefined) return;
  const member = unknown.split('/').at(-1) ?? '';
  throw new StateError(`${member} is no member of ${operation.list.name}.`, 400, member);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= 80 ? text : `${text.slice(0, 80)}...`;
}

function checkKey({ operation, store }: ListState, row: Row, before: Row | undefined): void {
  const { key } = operation.list;
  const value = memberOf(row, key);
  if (before !== undefined && value !== memberOf(before, key))
    throw new StateError(`${key} identifies the row and stays ${shown(memberOf(before, key))}.`, 400, key);
  if (before === undefined && store.get(String(value)) !== undefined)
    throw new StateError(`${key} must be new; another row has ${shown(value)}.`, 400, key);
}

function checkUnique(list: ListState, row: Row, before: Row | undefined): void {
  const { key, unique } = list.operation.list;
  for (const member of unique) {
    const value = memberOf(row, member);
    if (value === undefined || value === null || (before !== undefined && memberOf(before, member) === value)) continue;
    const other = rowsWith(list, member, value, 2).find((each) => memberOf(each, key) !== memberOf(row, key));
    if (other !== undefined)
      throw new StateError(
        `${member} must be unique; ${String(memberOf(other, key))} has ${shown(value)}.`,
        400,
        member,
      );
  }
}

function checkParents(lists: Lists, list: ListState, row: Row): void {
  for (const { from, to, field, agree } of list.operation.references) {
    const value = row[from];
    if (value === null || value === undefined) continue;
    const parents = lists.beside(list, to);
    const parent = parents === undefined ? undefined : parentOf(parents, field, value);
    if (parent === undefined)
      throw new StateError(`${from} must be the ${field} of a ${to}, not ${shown(value)}.`, 400, from);
    const other = agree.find((member) => parent[member] !== row[member]);
    if (other !== undefined)
      throw new StateError(
        `${other} must be ${shown(parent[other])}, as the ${to} has it, not ${shown(row[other])}.`,
        400,
        other,
      );
  }
}

/** The row of a list that is referred to by a member. */
export function parentOf(list: ListState, field: string, value: unknown): Row | undefined {
  if (field !== list.operation.list.key) return rowsWith(list, field, value, 1)[0];
  return typeof value === 'string' || typeof value === 'number' ? list.store.get(String(value)) : undefined;
}

/** What other rows refer to, or have in common with this one, stays as it is. */
function checkChildren(lists: Lists, list: ListState, row: Row, before: Row): void {
  for (const { child, reference } of childrenOf(lists, list)) {
    const { from, field, agree } = reference;
    const changed = [field, ...agree].find((member) => row[member] !== before[member]);
    if (changed === undefined || rowsWith(child, from, before[field], 1).length === 0) continue;
    const { name } = child.operation.list;
    throw new StateError(
      `${changed} must stay ${shown(before[changed])}: rows of ${name} refer to this row and have it too.`,
      400,
      changed,
    );
  }
}
