// The best of many that are chosen from again and again.

type Weighed<T> = { readonly index: number; readonly item: T; readonly worth: number };

/**
 * Finds those of the items that are worth most, best first; of as much worth the earlier one. What an item is worth must
 * only fall between two searches: one that was worth less than the others when it was last weighed is not weighed again.
 */
export function mostPromising<T>(
  items: readonly T[],
  most: number,
  weigh: (item: T, index: number) => number,
): () => readonly Weighed<T>[] {
  const byWorth = (one: Weighed<T>, other: Weighed<T>) => other.worth - one.worth || one.index - other.index;
  let known = items.map((item, index): Weighed<T> => ({ index, item, worth: Number.POSITIVE_INFINITY }));
  return () => {
    const found: Weighed<T>[] = [];
    const weighed: Weighed<T>[] = [];
    for (const each of known) {
      const last = found[most - 1];
      if (last !== undefined && each.worth < last.worth) break;
      const again = { ...each, worth: weigh(each.item, each.index) };
      weighed.push(again);
      found.push(again);
      found.sort(byWorth).splice(most);
    }
    known = [...weighed, ...known.slice(weighed.length)].sort(byWorth);
    return found;
  };
}
