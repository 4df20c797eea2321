// Which imagined mutants a probe reveals. There are hundreds of mutants and thousands of probes: what depends on the values
// of one filter alone is found once for these values.
import type { Filter } from '../../../spec/index.ts';
import type { Arguments } from '../../walk/filter-arguments.ts';
import { type Bitset, overlap, same, xor } from '../bitset.ts';
import type { InputModel } from '../input-model.ts';
import type { Mutant } from './filter-mutants.ts';
import { remembered } from './mutation-operator.ts';

/** A mutant, by its place, and the rows that it takes for others when its filter has some values. */
type Mistaken = { readonly place: number; readonly rows: Bitset };

/** The mutants that answer these arguments wrongly, in their order. */
export function revealing(model: InputModel, mutants: readonly Mutant[]): (args: Arguments) => readonly Mutant[] {
  const placed = [...mutants.entries()];
  const ofFilter = new Map(model.filters.map((filter) => [filter, mistakes(model, filter, placed)] as const));
  const joint = placed.flatMap(([place, mutant]) => ('answer' in mutant ? [{ place, ...mutant }] : []));
  return (args) => {
    const right = model.passing(args);
    const asked = new Set(args.map(({ filter }) => filter));
    const isAsked = (filter: Filter) => asked.has(filter);
    const places: number[] = [];
    for (const { place, concerns, answer } of joint) {
      const wrong = concerns.every(isAsked) ? answer(args) : undefined;
      if (wrong !== undefined && !same(wrong, right)) places.push(place);
    }
    for (const { filter, values } of args) {
      const others = model.passing(args.filter((other) => other.filter !== filter));
      for (const { place, rows } of ofFilter.get(filter)?.(values) ?? []) if (overlap(rows, others)) places.push(place);
    }
    return places.sort((one, other) => one - other).flatMap((place) => mutants[place] ?? []);
  };
}

/** How one filter's values are mistaken, whatever else is asked. */
function mistakes(model: InputModel, filter: Filter, placed: readonly (readonly [number, Mutant])[]) {
  const own = placed.filter(([, { concerns }]) => concerns[0] === filter);
  const misread = own.flatMap(([place, mutant]) => ('misread' in mutant ? [{ place, ...mutant }] : []));
  return remembered((values): Mistaken[] => {
    const right = model.passing([{ filter, values }]);
    return misread.flatMap(({ place, misread }) => {
      const wrong = misread(values);
      return wrong === undefined || same(wrong, right) ? [] : [{ place, rows: xor(wrong, right) }];
    });
  });
}
