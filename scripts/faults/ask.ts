// What a call asks for, and how a fault changes the question before it is answered.
import type { Call } from '../../mock/index.ts';
import type { Handler } from './built-in.ts';
import type { Wrap } from './fault.ts';
import { LISTS, type ListName, listAt } from './lists.ts';

/** A call to one of the five lists. */
export type Ask = {
  readonly list: ListName;
  readonly call: Call;
  readonly query: URLSearchParams;
};

export function askOf(call: Call): Ask | undefined {
  const list = listAt(call.path);
  return list === undefined ? undefined : { list, call, query: new URLSearchParams(call.query) };
}

/** Whether a fault concerns a call. */
export type Where = (ask: Ask) => boolean;

/** Calls to one of these lists. */
export const on =
  (...lists: readonly ListName[]): Where =>
  ({ list }) =>
    lists.includes(list);

/** Calls that have all these query parameters. */
export const given =
  (...names: readonly string[]): Where =>
  ({ query }) =>
    names.every((name) => query.has(name));

/** Calls in which the parameter has this value, among others. */
export const asks =
  (name: string, value: string): Where =>
  ({ query }) =>
    query.getAll(name).includes(value);

export const all =
  (...wheres: readonly Where[]): Where =>
  (ask) =>
    wheres.every((where) => where(ask));

export const not =
  (where: Where): Where =>
  (ask) =>
    !where(ask);

/** Calls that are given any filter. */
export const filtered: Where = ({ list, query }) => Object.keys(LISTS[list].filters).some((name) => query.has(name));

/** A wrap that sees only some calls; the others reach the handler as they are. */
export const within =
  (where: Where, wrap: Wrap): Wrap =>
  (handler, mock) => {
    const changed = wrap(handler, mock);
    return answering((call) => {
      const ask = askOf(call);
      return ask !== undefined && where(ask) ? changed : handler;
    });
  };

function answering(choose: (call: Call) => Handler): Handler {
  return { handle: (call) => choose(call).handle(call) };
}

/** Changes the query of calls to the lists. */
export const asking =
  (change: (query: URLSearchParams, ask: Ask) => void): Wrap =>
  (handler) => ({
    handle: (call) => {
      const ask = askOf(call);
      if (ask === undefined) return handler.handle(call);
      change(ask.query, ask);
      return handler.handle({ ...call, query: ask.query.toString() });
    },
  });

/** The call without these parameters. */
export const without = (...names: readonly string[]): Wrap =>
  asking((query) => {
    for (const name of names) query.delete(name);
  });

/** Gives a parameter other values; it stays away where it was not given. */
export const turning = (name: string, turn: (values: readonly string[]) => readonly string[]): Wrap =>
  asking((query) => {
    const values = query.getAll(name);
    if (values.length === 0) return;
    query.delete(name);
    for (const value of turn(values)) query.append(name, value);
  });
