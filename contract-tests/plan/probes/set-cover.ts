// Set cover: the fewest sets that have all that any set has.

/**
 * Greedy set cover: again and again the set that adds most for its cost, `fixed` ones first; then without those whose
 * elements the others have too. Returns the indexes of the sets, in the order in which they were chosen.
 */
export function cover(
  sets: readonly ReadonlySet<unknown>[],
  cost: readonly number[],
  fixed: readonly number[],
): number[] {
  const holders = new Map<unknown, number[]>();
  for (const [index, set] of sets.entries())
    for (const element of set) {
      const known = holders.get(element);
      if (known === undefined) holders.set(element, [index]);
      else known.push(index);
    }
  // What few sets have weighs more: those sets will be needed anyway.
  const weightOf = (element: unknown) => 1 / (holders.get(element)?.length ?? 1);
  const worths = sets.map((set) => [...set].reduce<number>((sum, element) => sum + weightOf(element), 0));
  const chosen: number[] = [];
  const take = (index: number) => {
    chosen.push(index);
    for (const element of sets[index] ?? []) {
      const weight = weightOf(element);
      for (const holder of holders.get(element) ?? []) worths[holder] = (worths[holder] ?? 0) - weight;
      holders.delete(element);
    }
  };
  for (const index of fixed) take(index);
  for (;;) {
    let best = -1;
    let worth = 1e-9;
    for (const [index, value] of worths.entries()) {
      const each = value / (cost[index] ?? 1);
      if (each > worth) [best, worth] = [index, each];
    }
    if (best < 0) return withoutRedundant(chosen, sets, cost, fixed);
    take(best);
  }
}

function withoutRedundant(
  chosen: readonly number[],
  sets: readonly ReadonlySet<unknown>[],
  cost: readonly number[],
  fixed: readonly number[],
): number[] {
  const times = new Map<unknown, number>();
  for (const index of chosen)
    for (const element of sets[index] ?? []) times.set(element, (times.get(element) ?? 0) + 1);
  const kept = new Set(chosen);
  const dearest = chosen
    .filter((each) => !fixed.includes(each))
    .sort((one, other) => (cost[other] ?? 1) - (cost[one] ?? 1));
  for (const index of dearest) {
    const elements = [...(sets[index] ?? [])];
    if (!elements.every((element) => (times.get(element) ?? 0) > 1)) continue;
    kept.delete(index);
    for (const element of elements) times.set(element, (times.get(element) ?? 0) - 1);
  }
  return [...kept];
}
