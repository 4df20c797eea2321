// A few of many, evenly.

/** At most `most` of the values, evenly over the list. */
export function spread<T>(values: readonly T[], most: number): T[] {
  if (values.length <= most) return [...values];
  return Array.from(
    { length: most },
    (_, index) => values[Math.floor((index * (values.length - 1)) / Math.max(1, most - 1))],
  ).filter((value) => value !== undefined);
}
