// What one wrong reading of a filter's values is made of.
import type { Filter, FilterValue } from '../../../spec/index.ts';
import type { Arguments } from '../../walk/filter-arguments.ts';
import type { Bitset } from '../bitset.ts';

/** What a mutant does with one filter's values; undefined where it does as documented. */
export type Misreading = (values: readonly FilterValue[], args: Arguments) => Bitset | undefined;

/** The sets of rows that misreadings are made of. */
export type Masks = {
  readonly all: Bitset;
  readonly none: Bitset;
  readonly right: (filter: Filter, values: readonly FilterValue[]) => Bitset;
};

/** The same computation, done once for the same values. */
export function remembered(
  compute: (values: readonly FilterValue[]) => Bitset,
): (values: readonly FilterValue[]) => Bitset {
  const known = new Map<FilterValue, Bitset>();
  return (values) => {
    const key = values.length === 1 ? (values[0] ?? '') : `${values.length} ${values.join()}`;
    const mask = known.get(key) ?? compute(values);
    known.set(key, mask);
    return mask;
  };
}

/** A wrong reading, and what it does. */
export type Named = readonly [name: string, misread: Misreading];
