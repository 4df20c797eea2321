// Chooses among probes: the fewest that reveal as much as all of them.
import type { Filter, Row } from '../../spec/index.ts';
import { isId, provenBy } from '../walk/filter-arguments.ts';
import { count, same } from './bitset.ts';
import { imagine, type Mutant } from './filter-mutants.ts';
import type { Probe } from './probe.ts';

/** The fewest probes that reveal all that any candidate reveals, those first that can show a filter on a second page. */
export function chooseProbes(
  filters: readonly Filter[],
  rows: readonly Row[],
  candidates: readonly Probe[],
  most: number,
): Probe[] {
  const { expected, mutants } = imagine(filters, rows);
  const answers = candidates.map(({ args }) => expected(args));
  const sizes = answers.map(count);
  // A long answer costs more pages, and an answer that holds something says more than an empty one.
  const cost = sizes.map((size) => 1 + Math.floor(size / most) + (size === 0 ? 0.2 : 0));
  const reveals = candidates.map(({ args }, index) => {
    const right = answers[index];
    const asked = new Set(args.map(({ filter }) => filter));
    const shows = ({ concerns, answer }: Mutant) => {
      const wrong = concerns.every((filter) => asked.has(filter)) ? answer(args) : undefined;
      return wrong !== undefined && right !== undefined && !same(wrong, right);
    };
    // Only documented values must be answered with a list where nothing has them: an empty one.
    const empty = sizes[index] === 0 && !args.some(({ filter }) => isId(filter)) ? ['an empty list'] : [];
    return new Set<unknown>([...mutants.filter(shows), ...empty]);
  });
  const paged = candidates.map(({ args }, index) => {
    const size = sizes[index] ?? 0;
    return new Set<unknown>(size < 2 || size > most ? [] : provenBy(args, rows));
  });
  const first = cover(paged, cost, []);
  return cover(reveals, cost, first)
    .map((index) => candidates[index])
    .filter((probe) => probe !== undefined);
}

/**
 * Greedy set cover: again and again the set that adds most for its cost, `fixed` ones first; then without those whose
 * elements the others have too. Returns the indexes of the sets.
 */
function cover(sets: readonly ReadonlySet<unknown>[], cost: readonly number[], fixed: readonly number[]): number[] {
  const left = sets.map((set) => new Set(set));
  // What few sets have weighs more: those sets will be needed anyway.
  const rarity = new Map<unknown, number>();
  for (const set of sets) for (const element of set) rarity.set(element, (rarity.get(element) ?? 0) + 1);
  const worthOf = (set: ReadonlySet<unknown>) =>
    [...set].reduce<number>((sum, each) => sum + 1 / (rarity.get(each) ?? 1), 0);
  const chosen: number[] = [];
  const take = (index: number) => {
    chosen.push(index);
    for (const element of sets[index] ?? []) for (const set of left) set.delete(element);
  };
  for (const index of fixed) take(index);
  for (;;) {
    let best = -1;
    let worth = 0;
    for (const [index, set] of left.entries()) {
      const value = worthOf(set) / (cost[index] ?? 1);
      if (value > worth) [best, worth] = [index, value];
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
