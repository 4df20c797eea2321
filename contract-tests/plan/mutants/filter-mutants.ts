// Ways in which a deployment can get its filters wrong, imagined on the rows at hand: what a probe can still reveal.
import type { Filter, FilterValue } from '../../../spec/index.ts';
import { type Arguments, isId } from '../../walk/filter-arguments.ts';
import { and, type Bitset, bitsetOf, or } from '../bitset.ts';
import type { InputModel } from '../input-model.ts';
import { fieldMutants } from './field-operators.ts';
import { manyMutants, valueMutants } from './filter-operators.ts';
import type { Masks, Misreading } from './mutation-operator.ts';
import { partMutants } from './part-operators.ts';
import { referentMutants } from './referent-operators.ts';

/** A wrong deployment. */
export type Mutant = {
  /** What it does wrong, for reading along. */
  readonly name: string;
  /** The filters that must all be asked for before it shows; it gets the first of them wrong. */
  readonly concerns: readonly [Filter, ...Filter[]];
} & (
  | {
      /** The rows that it takes the values of its first filter for, whatever else is asked. */
      readonly misread: Misreading;
    }
  | {
      /** The same where it depends on all that is asked. */
      readonly misreadAmong: MisreadingAmongOthers;
    }
  | {
      /** What it would answer to these arguments, where it takes several filters together wrongly. */
      readonly answer: (args: Arguments) => Bitset | undefined;
    }
);

/** What a mutant takes one filter's values for beside the others; undefined where it does as documented. */
type MisreadingAmongOthers = (values: readonly FilterValue[], args: Arguments) => Bitset | undefined;

/** Rows, spread over the list, each of which one mutant loses. */
const LOSSES = 12;

/** Every wrong deployment of this model that can be imagined. */
export function imagine({ filters, rows, referents, passing }: InputModel): Mutant[] {
  const all = bitsetOf(rows, () => true);
  const none = bitsetOf(rows, () => false);
  const right = (filter: Filter, values: readonly FilterValue[]): Bitset => passing([{ filter, values }]);
  const losses = Array.from({ length: Math.min(LOSSES, rows.length) }, (_, nth) =>
    bitsetOf(rows, (_row, index) => index !== Math.floor(((nth + 0.5) * rows.length) / LOSSES)),
  );

  return filters.flatMap((filter): Mutant[] => {
    const makeAmong = (name: string, misreadAmong: MisreadingAmongOthers, beside: readonly Filter[] = []): Mutant => ({
      name: `${filter.name} ${name}`,
      concerns: [filter, ...beside],
      misreadAmong,
    });
    const make = (name: string, misread: Misreading): Mutant => ({
      name: `${filter.name} ${name}`,
      concerns: [filter],
      misread,
    });
    const others = filters.filter((other) => other !== filter);
    return [
      make('is ignored', () => all),
      ...(filter.byDefault.length === 0
        ? []
        : [make('restricts nothing when it is not given', (values) => (values.length === 0 ? all : undefined))]),
      makeAmong('is ignored when it stands alone', (values, args) =>
        args.length === 1 && values.length === 1 ? all : undefined,
      ),
      ...others.map((other) =>
        makeAmong(`is ignored beside ${other.name}`, (_, args) => (has(args, other) ? all : undefined), [other]),
      ),
      ...pairsOf(others).map(([one, other]) =>
        makeAmong(
          `is ignored beside ${one.name} and ${other.name}`,
          (_, args) => (has(args, one) && has(args, other) ? all : undefined),
          [one, other],
        ),
      ),
      ...others.map((other) => orMutant(filter, other, { all, right })),
      ...others.filter((other) => filter.many && other.many).map((other) => zipMutant(filter, other, { none, right })),
      ...(isId(filter) ? [] : losses).map((rest, nth) =>
        make(`loses row ${nth}`, (values) => and(right(filter, values), rest)),
      ),
      ...valueMutants(filter, rows, { all, none, right }).map(([name, misread]) => make(name, misread)),
      ...(filter.many ? manyMutants(filter, { all, none, right }) : []).map(([name, misread]) => make(name, misread)),
      ...fieldMutants(filter, rows, { right }).map(([name, misread]) => make(name, misread)),
      ...referentMutants(filter, referents.get(filter.field), { none, right }).map(([name, misread]) =>
        make(name, misread),
      ),
      ...partMutants(filter, others, rows, { all, none, right }).map(([name, misread]) => make(name, misread)),
    ];
  });
}

function pairsOf(filters: readonly Filter[]): (readonly [Filter, Filter])[] {
  return filters.flatMap((one, index) => filters.slice(index + 1).map((other) => [one, other] as const));
}

function has(args: Arguments, filter: Filter): boolean {
  return args.some((argument) => argument.filter === filter);
}

/** Several values of two filters that are taken pair by pair: the first with the first, the second with the second. */
function zipMutant(one: Filter, other: Filter, { none, right }: Pick<Masks, 'none' | 'right'>): Mutant {
  return {
    name: `${one.name} zipped with ${other.name}`,
    concerns: [one, other],
    answer: (args) => {
      const [left, across] = [one, other].map((filter) => args.find((argument) => argument.filter === filter)?.values);
      if (left === undefined || across === undefined || Math.min(left.length, across.length) < 2) return undefined;
      const zipped = left
        .slice(0, across.length)
        .map((value, index) => and(right(one, [value]), right(other, across.slice(index, index + 1))))
        .reduce(or, none);
      return args
        .filter(({ filter }) => filter !== one && filter !== other)
        .reduce((mask, { filter, values }) => and(mask, right(filter, values)), zipped);
    },
  };
}

/** Two filters that are joined by OR. */
function orMutant(one: Filter, other: Filter, { all, right }: Pick<Masks, 'all' | 'right'>): Mutant {
  const maskOfArgument = (args: Arguments, filter: Filter) => {
    const argument = args.find((candidate) => candidate.filter === filter);
    return argument === undefined ? undefined : right(filter, argument.values);
  };
  return {
    name: `${one.name} or ${other.name}`,
    concerns: [one, other],
    answer: (args) => {
      const [left, rightMask] = [maskOfArgument(args, one), maskOfArgument(args, other)];
      const joined = left !== undefined && rightMask !== undefined ? or(left, rightMask) : (left ?? rightMask ?? all);
      return args
        .filter(({ filter }) => filter !== one && filter !== other)
        .reduce((mask, { filter, values }) => and(mask, right(filter, values)), joined);
    },
  };
}
