// The order of a list: by which members, in which direction.
import { instant } from './instant.ts';
import { memberOf, type Row } from './row.ts';

/** One member that a list is ordered by. */
type OrderKey = { readonly field: string; readonly descending: boolean };

/** Members in the order of their weight: the second decides between rows that are alike in the first. */
export type Order = readonly OrderKey[];

/** Reads `-createdAt` as a descending key, and `name` as an ascending one. */
export function readOrder(texts: readonly string[]): Order {
  return texts.map((text) => ({ field: text.replace(/^-/, ''), descending: text.startsWith('-') }));
}

/** The same order the other way round in its first member. */
export function turned([first, ...rest]: Order): Order {
  return first === undefined ? [] : [{ ...first, descending: !first.descending }, ...rest];
}

/** The value of a row in one member of an order: instants as milliseconds, null where it has none. */
export type OrderValue = number | string | null;

/** The values by which a row stands where it stands. */
export function orderValues(order: Order, row: Row): readonly OrderValue[] {
  return order.map(({ field }) => orderValue(memberOf(row, field)));
}

function orderValue(value: unknown): OrderValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return Number(value);
  const time = typeof value === 'string' && /t/i.test(value) ? instant(value) : Number.NaN;
  return Number.isNaN(time) ? String(value) : time;
}

/** Compares the order values of two rows; 0 where the order does not tell them apart. Rows without a value come last. */
export function compareOrderValues(order: Order, one: readonly OrderValue[], other: readonly OrderValue[]): number {
  for (const [index, { descending }] of order.entries()) {
    const [left = null, right = null] = [one[index], other[index]];
    if (left === right) continue;
    if (left === null || right === null) return left === null ? 1 : -1;
    const difference = ascending(left, right);
    if (difference !== 0) return descending ? -difference : difference;
  }
  return 0;
}

/** Compares two rows; 0 where the order does not tell them apart. */
export function compareRows(order: Order, one: Row, other: Row): number {
  return compareOrderValues(order, orderValues(order, one), orderValues(order, other));
}

/** Numbers by size, and everything else by the code units of its text. */
function ascending(one: number | string, other: number | string): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  const [left, right] = [String(one), String(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Whether the rows certainly stand in the wrong order: in every reading that a deployment may have. Texts may be
 * compared with or without case, by code unit or by language; where rows without a value stand is left open.
 */
export function outOfOrder(order: Order, one: Row, other: Row): boolean {
  for (const { field, descending } of order) {
    const [left, right] = [orderValue(memberOf(one, field)), orderValue(memberOf(other, field))];
    // An instant and what is none can be compared in no way that is certain.
    if (left === null || right === null || typeof left !== typeof right) return false;
    const sign = descending ? -1 : 1;
    const readings = readingsOf(left, right).map((difference) => difference * sign);
    if (readings.every((difference) => difference > 0)) return true;
    if (!readings.every((difference) => difference === 0)) return false;
  }
  return false;
}

function readingsOf(one: number | string, other: number | string): readonly number[] {
  if (typeof one !== 'string' || typeof other !== 'string') return [ascending(one, other)];
  const folded = ascending(one.toLowerCase(), other.toLowerCase());
  const byLanguage = [{}, { numeric: true }].map((options) => one.localeCompare(other, 'en', options));
  return [ascending(one, other), folded, ...byLanguage];
}
