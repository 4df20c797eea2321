// How often things are met.

/** Counts these, and what is added and taken away later. */
export function tally<T>(all: readonly T[]) {
  const counts = new Map<T, number>();
  const change = (some: readonly T[], by: number): void => {
    for (const each of some) counts.set(each, (counts.get(each) ?? 0) + by);
  };
  change(all, 1);
  return {
    times: (one: T): number => counts.get(one) ?? 0,
    add: (some: readonly T[]) => change(some, 1),
    remove: (some: readonly T[]) => change(some, -1),
  };
}
