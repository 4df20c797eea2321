// Ascending lists of ranks: where one begins, and several read as one.
import { partitionPoint } from './partition-point.ts';

/** The place of the first rank at or behind `rank`. */
function firstAt(ranks: Int32Array, rank: number): number {
  return partitionPoint(0, ranks.length, (place) => (ranks[place] ?? 0) < rank);
}

/** Ranks from the first one up to, and without, the last. */
export type Span = { readonly from: number; readonly to: number };

/** Ranks that are read one after the other, in ascending order. */
export type Reader = {
  /** The next rank, or -1 at the end. */
  readonly next: () => number;
  /** How many ranks are left. */
  readonly left: () => number;
  /** Passes over so many. */
  readonly skip: (count: number) => void;
};

/** All ranks of a span. */
export function readSpan({ from, to }: Span): Reader {
  let at = from;
  return {
    next: () => (at < to ? at++ : -1),
    left: () => Math.max(0, to - at),
    skip: (count) => {
      at += count;
    },
  };
}

/** The ranks of disjoint lists that lie in a span. */
export function readLists(lists: readonly Int32Array[], { from, to }: Span): Reader {
  const heads = Int32Array.from(lists, (ranks) => firstAt(ranks, from));
  const ends = Int32Array.from(lists, (ranks) => firstAt(ranks, to));
  const headOf = (list: number) => heads[list] ?? 0;
  const left = (): number => ends.reduce((sum, end, list) => sum + Math.max(0, end - headOf(list)), 0);
  return {
    next: () => {
      let [least, chosen] = [Number.POSITIVE_INFINITY, -1];
      for (let list = 0; list < lists.length; list += 1) {
        const head = headOf(list);
        if (head >= (ends[list] ?? 0)) continue;
        const rank = lists[list]?.[head] ?? 0;
        if (rank < least) [least, chosen] = [rank, list];
      }
      if (chosen < 0) return -1;
      heads[chosen] = headOf(chosen) + 1;
      return least;
    },
    left,
    skip: (count) => {
      const target = left() - count;
      // The first rank behind which no more than `target` ranks are left.
      const leftBehind = (rank: number) =>
        lists.reduce((sum, ranks, list) => sum + Math.max(0, (ends[list] ?? 0) - firstAt(ranks, rank)), 0);
      const first = partitionPoint(from, to, (rank) => leftBehind(rank) > target);
      for (const [list, ranks] of lists.entries()) heads[list] = Math.max(headOf(list), firstAt(ranks, first));
    },
  };
}
