// Lists that are kept in order: finding a place, merging several, putting in and taking out.

type Compare<T> = (one: T, other: T) => number;

/** All entries of several sorted lists behind `after`, in order. */
export function* merge<P, T extends P>(lists: readonly (readonly T[])[], compare: Compare<P>, after?: P): Generator<T> {
  const heads = lists.map((list) => ({ list, next: after === undefined ? 0 : firstBehind(list, after, compare) }));
  for (;;) {
    let first: (typeof heads)[number] | undefined;
    for (const head of heads) {
      const entry = head.list[head.next];
      const leader = first?.list[first.next];
      if (entry !== undefined && (leader === undefined || compare(entry, leader) < 0)) first = head;
    }
    const entry = first?.list[first.next];
    if (first === undefined || entry === undefined) return;
    first.next += 1;
    yield entry;
  }
}

/** The index of the first entry that stands behind the position. */
function firstBehind<P, T extends P>(list: readonly T[], position: P, compare: Compare<P>): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = list[middle];
    if (entry !== undefined && compare(entry, position) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function putIn<P, T extends P>(list: T[], entry: T, compare: Compare<P>): void {
  list.splice(firstBehind(list, entry, compare), 0, entry);
}

export function takeOut<P, T extends P>(list: T[], entry: T, compare: Compare<P>): void {
  const index = firstBehind(list, entry, compare) - 1;
  if (list[index] === entry) list.splice(index, 1);
}
