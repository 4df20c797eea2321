// Sets of rows as bits, so that thousands of imagined replies can be compared in a moment.
import { cached } from '../../spec/index.ts';

/** A set of rows: bit i stands for row i. */
export type Bitset = Uint32Array;

/** Which of `rows` the predicate holds for. */
export function bitsetOf<T>(rows: readonly T[], holds: (row: T, index: number) => boolean): Bitset {
  const mask = new Uint32Array(Math.ceil(rows.length / 32));
  for (const [index, row] of rows.entries()) {
    if (holds(row, index)) put(mask, index);
  }
  return mask;
}

/** Rows that are alike in what decides about them: one of them, and the places of all. */
type Alike<T> = { readonly one: T; readonly places: number[] };

/** Finds the rows that a predicate holds for, which tells no rows apart that `by` finds the same. */
export function bitsetsBy<T>(rows: readonly T[], by: (row: T) => unknown): (holds: (row: T) => boolean) => Bitset {
  const groups = new Map<unknown, Alike<T>>();
  for (const [place, row] of rows.entries())
    cached(groups, by(row), (): Alike<T> => ({ one: row, places: [] })).places.push(place);
  return (holds) => {
    const mask = new Uint32Array(Math.ceil(rows.length / 32));
    for (const { one, places } of groups.values()) if (holds(one)) for (const place of places) put(mask, place);
    return mask;
  };
}

export function put(mask: Bitset, index: number): void {
  mask[index >>> 5] = (mask[index >>> 5] ?? 0) | (1 << (index & 31));
}

/** Whether the row of this index is in the set. */
export function has(mask: Bitset, index: number): boolean {
  return ((mask[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0;
}

export function and(one: Bitset, other: Bitset): Bitset {
  const both = new Uint32Array(one.length);
  for (let index = 0; index < one.length; index += 1) both[index] = (one[index] ?? 0) & (other[index] ?? 0);
  return both;
}

export function or(one: Bitset, other: Bitset): Bitset {
  const either = new Uint32Array(one.length);
  for (let index = 0; index < one.length; index += 1) either[index] = (one[index] ?? 0) | (other[index] ?? 0);
  return either;
}

/** The rows that are in one of the two only. */
export function xor(one: Bitset, other: Bitset): Bitset {
  const either = new Uint32Array(one.length);
  for (let index = 0; index < one.length; index += 1) either[index] = (one[index] ?? 0) ^ (other[index] ?? 0);
  return either;
}

export function same(one: Bitset, other: Bitset): boolean {
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}

/** Whether the two have a row in common. */
export function overlap(one: Bitset, other: Bitset): boolean {
  for (let index = 0; index < one.length; index += 1) if (((one[index] ?? 0) & (other[index] ?? 0)) !== 0) return true;
  return false;
}

export function count(mask: Bitset): number {
  let total = 0;
  for (let word of mask) {
    for (; word !== 0; word &= word - 1) total += 1;
  }
  return total;
}

/** The place of the nth row of the set, counted from a place on; that behind the last of all where there are fewer. */
export function placeOfNth(mask: Bitset, nth: number, from: number): number {
  const end = mask.length * 32;
  let left = nth;
  for (let place = from; place < end; place += 1) {
    if (place % 32 === 0 && mask[place >>> 5] === 0) place += 31;
    else if (has(mask, place)) left -= 1;
    if (left <= 0) return place;
  }
  return end;
}

/** Whether two sets differ from one place on, before another. */
export function differBetween(one: Bitset, other: Bitset, from: number, to: number): boolean {
  const end = Math.min(to, one.length * 32);
  for (let place = from; place < end; place += 1) {
    if (one[place >>> 5] === other[place >>> 5]) place |= 31;
    else if (has(one, place) !== has(other, place)) return true;
  }
  return false;
}
