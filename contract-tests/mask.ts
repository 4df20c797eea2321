// Sets of rows as bits, so that thousands of imagined replies can be compared in a moment.
import type { Row } from '../spec/index.ts';

/** A set of rows: bit i stands for row i. */
export type Mask = Uint32Array;

/** Which of `rows` the predicate holds for. */
export function maskOf(rows: readonly Row[], holds: (row: Row) => boolean): Mask {
  const mask = new Uint32Array(Math.ceil(rows.length / 32));
  for (const [index, row] of rows.entries()) {
    if (holds(row)) mask[index >>> 5] = (mask[index >>> 5] ?? 0) | (1 << (index & 31));
  }
  return mask;
}

export function and(one: Mask, other: Mask): Mask {
  return one.map((word, index) => word & (other[index] ?? 0));
}

export function or(one: Mask, other: Mask): Mask {
  return one.map((word, index) => word | (other[index] ?? 0));
}

export function same(one: Mask, other: Mask): boolean {
  return one.every((word, index) => word === other[index]);
}

export function count(mask: Mask): number {
  let total = 0;
  for (let word of mask) {
    for (; word !== 0; word &= word - 1) total += 1;
  }
  return total;
}
