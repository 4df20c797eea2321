// Which imagined mutants a probe reveals. There are hundreds of mutants and thousands of probes: what depends on the values
// of one filter alone is found once for these values.
import type { Filter, FilterValue } from '../../../spec/index.ts';
import type { Arguments } from '../../walk/filter-arguments.ts';
import { type Bitset, count, overlap, same, xor } from '../bitset.ts';
import type { InputModel } from '../input-model.ts';
import type { Mutant } from './filter-mutants.ts';
import { remembered } from './mutation-operator.ts';

/** A mutant, by its place, and the rows that it takes for others when its filter has some values. */
type Mistaken = { readonly place: number; readonly rows: Bitset };

/** The mutants that answer these arguments wrongly, in their order. */
export function revealing(model: InputModel, mutants: readonly Mutant[]): (args: Arguments) => readonly Mutant[] {
  const placed = [...mutants.entries()];
  const among = placed.filter(([, { misread }]) => misread === undefined);
  const mistaken = new Map<Filter, (values: readonly FilterValue[]) => readonly Mistaken[]>();
  for (const filter of model.filters) {
    const own = placed.filter(([, { misread, concerns }]) => misread !== undefined && concerns[0] === filter);
    mistaken.set(
      filter,
      remembered((values) => {
        const right = model.passing([{ filter, values }]);
        return own.flatMap(([place, { misread }]): Mistaken[] => {
          const wrong = misread?.(values);
          const rows = wrong && xor(wrong, right);
          return rows === undefined || count(rows) === 0 ? [] : [{ place, rows }];
        });
      }),
    );
  }
  return (args) => {
    const right = model.passing(args);
    const asked = new Set(args.map(({ filter }) => filter));
    const places = among
      .filter(([, { concerns, answer }]) => {
        const wrong = concerns.every((filter) => asked.has(filter)) ? answer(args) : undefined;
        return wrong !== undefined && !same(wrong, right);
      })
      .map(([place]) => place);
    for (const { filter, values } of args) {
      const others = model.passing(args.filter((other) => other.filter !== filter));
      for (const { place, rows } of mistaken.get(filter)?.(values) ?? []) if (overlap(rows, others)) places.push(place);
    }
    return places.sort((one, other) => one - other).flatMap((place) => mutants[place] ?? []);
  };
}
