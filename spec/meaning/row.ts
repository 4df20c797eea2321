// One row of a list, and how the contract names a value in it.
import { at, escapeToken } from '../schema/pointer.ts';

/** One row of a list: a JSON object. */
export type Row = Readonly<Record<string, unknown>>;

/** The pointer to a row's member, which is named or pointed at. */
export function pointerTo(field: string): string {
  return field.startsWith('/') ? field : `/${escapeToken(field)}`;
}

/** The value of a row's member: a name, or a JSON Pointer for what lies deeper. Absent is undefined. */
export function memberOf(row: Row, field: string): unknown {
  if (field.startsWith('/')) return at(row, field);
  return Object.hasOwn(row, field) ? row[field] : undefined;
}
