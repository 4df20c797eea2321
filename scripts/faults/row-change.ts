// Changes of one row: a member set, turned, or only so on one platform.
import type { Row } from '../../spec/index.ts';
import { eachRow } from './answer.ts';
import type { Fault } from './fault.ts';
import { faultOf } from './list-fault.ts';
import type { ListName } from './lists.ts';

/** A row, changed. */
type Change = (row: Row) => Row;
/** A change of every row of a list, and the clause that it breaks. */
export type RowDefect = readonly [list: ListName, name: string, clause: string, summary: string, change: Change];

export const set =
  (member: string, value: unknown): Change =>
  (row) => ({ ...row, [member]: value });
/** Turns a member that is not null. */
export const turn =
  (member: string, change: (value: unknown) => unknown): Change =>
  (row) =>
    row[member] === null ? row : { ...row, [member]: change(row[member]) };
export const onPlatform =
  (platform: string, change: Change): Change =>
  (row) =>
    row.platform === platform ? change(row) : row;

/** The fault that changes every row so. */
export function rowFault([list, name, clause, summary, change]: RowDefect): Fault {
  return faultOf('shape')({ list, name, clause, summary, wrap: eachRow(change) });
}
