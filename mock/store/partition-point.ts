// Where a list that is in order changes from one kind to the other.

/** The first place from `low` up to, and without, `high` that is not before the change; `high` where all are. */
export function partitionPoint(low: number, high: number, isBefore: (place: number) => boolean): number {
  let [first, end] = [low, high];
  while (first < end) {
    const middle = (first + end) >>> 1;
    if (isBefore(middle)) first = middle + 1;
    else end = middle;
  }
  return first;
}
