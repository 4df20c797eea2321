// What one wrong reading of a filter's values is made of.
import { cached, type Filter, type FilterValue, memberOf, passes, type Row } from '../../../spec/index.ts';
import { type Bitset, bitsetsBy, or } from '../bitset.ts';

/** What a mutant does with one filter's values; undefined where it does as documented. */
export type Misreading = (values: readonly FilterValue[]) => Bitset | undefined;

/** The sets of rows that misreadings are made of. */
export type Masks = {
  readonly all: Bitset;
  readonly none: Bitset;
  readonly right: (filter: Filter, values: readonly FilterValue[]) => Bitset;
};

/** The rows of these values, where one among them is read as other rows than its own; undefined where it is not among them. */
export function readAs(
  { right }: Pick<Masks, 'right'>,
  filter: Filter,
  values: readonly FilterValue[],
  from: FilterValue,
  as: Bitset,
): Bitset | undefined {
  if (!values.includes(from)) return undefined;
  const kept = values.filter((value) => value !== from);
  return kept.length === 0 ? as : or(right(filter, kept), as);
}

/** The same computation, done once for the same values. */
export function remembered<T>(compute: (values: readonly FilterValue[]) => T): (values: readonly FilterValue[]) => T {
  const known = new Map<FilterValue, T>();
  return (values) => {
    const key = values.length === 1 ? (values[0] ?? '') : `${values.length} ${values.join()}`;
    return cached(known, key, () => compute(values));
  };
}

/** Finds the rows that a predicate holds for, where the member of a filter alone decides. */
export function rowsByMember({ field }: Filter, rows: readonly Row[]): ReturnType<typeof bitsetsBy<Row>> {
  return bitsetsBy(rows, (row) => memberOf(row, field));
}

/** The rows that pass a filter, by its values. */
export function rowsPassing(filter: Filter, rows: readonly Row[]): (values: readonly FilterValue[]) => Bitset {
  const rowsThat = rowsByMember(filter, rows);
  return remembered((values) => rowsThat((row) => passes(filter, row, values)));
}

/** A wrong reading, and what it does. */
export type Named = readonly [name: string, misread: Misreading];
