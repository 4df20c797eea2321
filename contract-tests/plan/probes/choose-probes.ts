// Chooses among probes: the fewest that ask for every class and reveal as much as all of them, then pairs of classes.
import { isId } from '../../walk/filter-arguments.ts';
import { count } from '../bitset.ts';
import type { InputModel } from '../input-model.ts';
import { imagine } from '../mutants/filter-mutants.ts';
import type { Probe } from './probe.ts';
import { revealing } from './revealed-mutants.ts';
import { cover } from './set-cover.ts';

/** What is chosen from, and how much may be asked. */
export type Choice = {
  readonly model: InputModel;
  readonly candidates: readonly Probe[];
  /** The most rows that one page holds. */
  readonly most: number;
  /** The most requests that the probes may take. */
  readonly budget: number;
};

/** What a class counts that was not asked for yet; a pair of classes, next to it. */
const WEIGHTS = { documented: 12, class: 4, rare: 1.5 } as const;
const PAIR_WEIGHT = 0.1;
/** Ids that few comparisons take for others. */
const RARELY_MIXED_UP = /in another case|lengthened/;
/** A probe that is cut into two pages costs one request more. */
const SECOND_PAGE = 1;

/** The probes, those first that can show a filter on a second page. */
export function chooseProbes({ model, candidates, most, budget }: Choice): Probe[] {
  const revealedBy = revealing(model, imagine(model));
  const answers = candidates.map(({ args }) => model.passing(args));
  const sizes = answers.map(count);
  // A long answer costs more pages, and an answer that holds something says more than an empty one.
  const cost = sizes.map((size) => 1 + Math.floor(size / most) + (size === 0 ? 0.2 : 0));
  const weights = new Map<unknown, number>();
  const proven = candidates.map(({ args }) => new Set(model.provenBy(args)));
  const classes = candidates.map(({ args }, index) =>
    args
      .filter(({ filter }) => proven[index]?.has(filter) === true)
      .map(({ filter, values }) => {
        const name = model.classes(filter).classOf(values);
        const documented = values.length === 1 && (filter.when !== undefined || filter.allowed.length > 0);
        weights.set(
          `${filter.name} ${name}`,
          documented ? WEIGHTS.documented : RARELY_MIXED_UP.test(name) ? WEIGHTS.rare : WEIGHTS.class,
        );
        return `${filter.name} ${name}`;
      }),
  );
  const reveals = candidates.map(({ args }, index) => {
    // Only documented values must be answered with a list where nothing has them: an empty one.
    const empty = sizes[index] === 0 && !args.some(({ filter }) => isId(filter)) ? ['an empty list'] : [];
    return new Set<unknown>([...revealedBy(args), ...empty]);
  });
  const paged = candidates.map((_, index) => {
    const size = sizes[index] ?? 0;
    return new Set<unknown>(size < 2 || size > most ? [] : (proven[index] ?? []));
  });
  const first = cover(paged, cost, []);
  const left = budget - first.length * SECOND_PAGE;
  const chosen = cover(reveals, cost, first);
  return withinBudget({ chosen, classes, weights, cost, budget: left })
    .map((index) => candidates[index])
    .filter((probe) => probe !== undefined);
}

type Spending = {
  readonly chosen: readonly number[];
  /** The classes that each candidate puts to the test, and what each of them counts. */
  readonly classes: readonly (readonly string[])[];
  readonly weights: ReadonlyMap<unknown, number>;
  readonly cost: readonly number[];
  readonly budget: number;
};

/** As many of the chosen ones as the budget allows, the best first; what is left of it goes to classes, and then to pairs of them. */
function withinBudget({ chosen, classes, weights, cost, budget }: Spending): number[] {
  const taken: number[] = [];
  const seen = new Set<string>();
  let spent = 0;
  const all = classes.map((own) => [
    ...own,
    ...own.flatMap((one, i) => own.slice(i + 1).map((two) => `${one}, ${two}`)),
  ]);
  const told = (index: number): readonly string[] => all[index] ?? [];
  const take = (index: number): void => {
    const price = Math.floor(cost[index] ?? 1);
    if (spent + price > budget) return;
    spent += price;
    taken.push(index);
    for (const each of told(index)) seen.add(each);
  };
  for (const index of chosen) take(index);
  const worthOf = (index: number): number =>
    told(index).reduce((sum, each) => sum + (seen.has(each) ? 0 : (weights.get(each) ?? PAIR_WEIGHT)), 0);
  while (Number.isFinite(budget) && spent < budget) {
    let best = -1;
    let worth = 0;
    for (const index of classes.keys()) {
      const value = Math.floor(cost[index] ?? 1) + spent > budget ? 0 : worthOf(index) / (cost[index] ?? 1);
      if (value > worth) [best, worth] = [index, value];
    }
    if (best < 0) break;
    take(best);
  }
  return taken;
}
