// Sets of rows as bits, so that thousands of imagined replies can be compared in a moment.
/** A set of rows: bit i stands for row i. */
export type Bitset = Uint32Array;

/** Which of `rows` the predicate holds for. */
export function bitsetOf<T>(rows: readonly T[], holds: (row: T, index: number) => boolean): Bitset {
  const mask = new Uint32Array(Math.ceil(rows.length / 32));
  for (const [index, row] of rows.entries()) {
    if (holds(row, index)) mask[index >>> 5] = (mask[index >>> 5] ?? 0) | (1 << (index & 31));
  }
  return mask;
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
