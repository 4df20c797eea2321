// Where a row stands in an order: by the members of the order, then by key, so that no two rows stand at one place.
import { compareOrderValues, memberOf, type Order, type OrderValue, orderValues, type Row } from '../../spec/index.ts';

export type Position = { readonly values: readonly OrderValue[]; readonly key: string };

/** The position of a row that `keyMember` identifies. */
export function positionIn(order: Order, keyMember: string, row: Row): Position {
  return { values: orderValues(order, row), key: String(memberOf(row, keyMember)) };
}

/** Negative where the first stands before the second. */
export function comparePositions(order: Order, one: Position, other: Position): number {
  return (
    compareOrderValues(order, one.values, other.values) || (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)
  );
}
