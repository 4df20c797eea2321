// Puts the rows of a source in order, without holding them.
import type { Order, OrderValue } from '../../spec/index.ts';
import { comparePositions } from './position.ts';
import { sortByKey } from './sort-by-key.ts';

/** What is known of each row, by index. */
export type Standing = {
  readonly order: Order;
  /** The values of the order's members. */
  readonly values: (index: number) => readonly OrderValue[];
  /** The keys. */
  readonly keys: readonly string[];
  /** The first of the order's values where all rows have a number there; undefined where they do not. */
  readonly firsts: Float64Array | undefined;
  /** Whether the order's second member is the key, ascending and compared as text, or there is none. */
  readonly keyDecides: boolean;
};

/** The index of each rank; undefined where the rows stand in order as they are. */
export function rankRows(standing: Standing): Int32Array | undefined {
  const { order, keys, firsts, keyDecides } = standing;
  const ranked = firsts !== undefined && keyDecides ? byBuckets(order, keys, firsts) : byComparison(standing);
  return ranked.every((index, rank) => index === rank) ? undefined : ranked;
}

/** Rows of one first value stand together: each such bucket is sorted by key. */
function byBuckets(order: Order, keys: readonly string[], firsts: Float64Array): Int32Array {
  const sizes = new Map<number, number>();
  for (const first of firsts) sizes.set(first, (sizes.get(first) ?? 0) + 1);
  const sign = order[0]?.descending === true ? -1 : 1;
  const starts = new Map<number, number>();
  let start = 0;
  const buckets = [...sizes].sort(([one], [other]) => (one - other) * sign);
  for (const [first, size] of buckets) {
    starts.set(first, start);
    start += size;
  }
  const ranked = new Int32Array(firsts.length);
  for (const [index, first] of firsts.entries()) {
    const place = starts.get(first) ?? 0;
    ranked[place] = index;
    starts.set(first, place + 1);
  }
  let begin = 0;
  for (const [, size] of buckets) {
    if (size > 1) sortByKey(ranked.subarray(begin, begin + size), (index) => keys[index] ?? '');
    begin += size;
  }
  return ranked;
}

function byComparison({ order, keys, values }: Standing): Int32Array {
  const positions = keys.map((key, index) => ({ key, values: values(index) }));
  const [first] = positions;
  const indexes = Int32Array.from(keys.keys());
  if (first === undefined) return indexes;
  return indexes.sort((one, other) => comparePositions(order, positions[one] ?? first, positions[other] ?? first));
}
