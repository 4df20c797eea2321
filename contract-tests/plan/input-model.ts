// The input model of one list: its filters, the classes of their values, and the rows that any values let through.
import { cached, type Filter, type FilterValue, memberOf, type Row } from '../../spec/index.ts';
import { type Arguments, isId } from '../walk/filter-arguments.ts';
import { and, type Bitset, bitsetOf, same } from './bitset.ts';
import { type FilterClasses, filterClasses } from './filters/filter-classes.ts';
import { rowsPassing } from './mutants/mutation-operator.ts';

export type InputModel = {
  readonly filters: readonly Filter[];
  readonly rows: readonly Row[];
  readonly referents: ReferentsByMember;
  readonly classes: (filter: Filter) => FilterClasses;
  /** All classes that the arguments are in. */
  readonly classesOf: (args: Arguments) => readonly string[];
  /** Whether the filter looks for an id that no row has. */
  readonly isUnknown: (argument: Arguments[number]) => boolean;
  /** The rows that pass. */
  readonly passing: (args: Arguments) => Bitset;
  /** The filters that matter to the answer: dropping one would let other rows in. */
  readonly provenBy: (args: Arguments) => readonly Filter[];
};

/** What another list tells of the ids that a member refers to. */
export type Referents = {
  /** Some of rows in that list, which no row of this one has. */
  readonly listed: readonly FilterValue[];
  /** Those, and what rows there are known by beside their ids. */
  readonly withoutRows: readonly FilterValue[];
  /** Those that rows of this list have, by what the row is like that they name: `status deleted`. */
  readonly byKind: ReadonlyMap<string, readonly FilterValue[]>;
};

/** The same by the member that refers to them. */
export type ReferentsByMember = ReadonlyMap<string, Referents>;

export function inputModel(
  filters: readonly Filter[],
  rows: readonly Row[],
  referents: ReferentsByMember = new Map(),
): InputModel {
  const known = new Map<Filter, FilterClasses>();
  const classes = (filter: Filter): FilterClasses =>
    cached(known, filter, () => filterClasses(filter, rows, referents.get(filter.field)?.withoutRows));
  const all = bitsetOf(rows, () => true);
  const masks = new Map<Filter, (values: readonly FilterValue[]) => Bitset>();
  const ids = new Map<Filter, ReadonlySet<unknown>>();
  const mask = (filter: Filter) => cached(masks, filter, () => rowsPassing(filter, rows));
  const passing = ([first, ...others]: Arguments): Bitset => {
    if (first === undefined) return all;
    return others.reduce(
      (left, { filter, values }) => and(left, mask(filter)(values)),
      mask(first.filter)(first.values),
    );
  };
  return {
    filters,
    rows,
    referents,
    classes,
    classesOf: (args) => args.flatMap(({ filter, values }) => classes(filter).classesOf(values)),
    isUnknown: ({ filter, values }) => {
      if (!isId(filter)) return false;
      const own = cached(ids, filter, () => new Set(rows.map((row) => memberOf(row, filter.field))));
      return !values.some((value) => own.has(value));
    },
    passing,
    provenBy: (args) => {
      const answer = passing(args);
      return args
        .filter((argument) => !same(passing(args.filter((other) => other !== argument)), answer))
        .map(({ filter }) => filter);
    },
  };
}
