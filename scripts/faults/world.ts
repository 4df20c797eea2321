// Faults in the data itself, so that every list and every filter agrees on them.
import type { Row } from '../../spec/index.ts';
import type { Mock } from './built-in.ts';
import type { Wrap } from './fault.ts';
import { LIST_NAMES, LISTS, type ListName } from './lists.ts';

/** A row as the fault has it, or undefined where it leaves the row alone. */
export type Change = (row: Row, mock: Mock) => Row | undefined;

/** All rows of a list, in the mock's order. */
export function everyRow({ stores }: Mock, list: ListName): readonly Row[] {
  return stores[LISTS[list].resource].select({ values: new Map(), limit: Number.POSITIVE_INFINITY });
}

/** Changes some of the rows that can be changed. */
export function changing(list: ListName, choose: (index: number, count: number) => boolean, change: Change): Wrap {
  return (handler, mock) => {
    const changed = everyRow(mock, list)
      .map((row) => change(row, mock))
      .filter((row) => row !== undefined);
    for (const [index, row] of changed.entries()) {
      if (choose(index, changed.length)) mock.stores[LISTS[list].resource].put(row);
    }
    return handler;
  };
}

/** Gives every row of the world another form; rows for which there is none are taken out. */
export const reshaping =
  (reshape: (row: Row, list: ListName, index: number) => Row | undefined): Wrap =>
  (handler, mock) => {
    for (const list of LIST_NAMES) {
      const { resource, key } = LISTS[list];
      const rows = everyRow(mock, list);
      const reshaped = rows.map((row, index) => reshape(row, list, index));
      for (const row of rows) mock.stores[resource].remove(String(row[key]));
      for (const row of reshaped) if (row !== undefined) mock.stores[resource].put(row);
    }
    return handler;
  };
