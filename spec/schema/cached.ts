// Maps that are filled as they are asked.

/** What is known of the key, made where nothing is. */
export function cached<K, V>(
  known: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}

/** The values by what each of them is grouped by, in the order in which they come. */
export function grouped<K, V>(values: Iterable<V>, by: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) cached(groups, by(value), () => []).push(value);
  return groups;
}
