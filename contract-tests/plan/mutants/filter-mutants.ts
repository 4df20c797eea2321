// Ways in which a deployment can get its filters wrong, imagined on the rows at hand: what a probe can still reveal.
import type { Filter, FilterValue } from '../../../spec/index.ts';
import { type Arguments, isId } from '../../walk/filter-arguments.ts';
import { and, type Bitset, bitsetOf, or } from '../bitset.ts';
import type { InputModel } from '../input-model.ts';
import { fieldMutants } from './field-operators.ts';
import { manyMutants, valueMutants } from './filter-operators.ts';
import type { Masks, Misreading, Named } from './mutation-operator.ts';
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
      /** What it would answer to these arguments, where that depends on all of them; undefined where it does as documented. */
      readonly answer: (args: Arguments) => Bitset | undefined;
    }
);

/** Rows, spread over the list, each of which one mutant loses. */
const LOSSES = 12;

/** Every wrong deployment of this model that can be imagined. */
export function imagine({ filters, rows, referents, passing }: InputModel): Mutant[] {
  const all = bitsetOf(rows, () => true);
  const none = bitsetOf(rows, () => false);
  const right = (filter: Filter, values: readonly FilterValue[]): Bitset => passing([{ filter, values }]);
  const masks = { all, none, right };
  const losses = Array.from({ length: Math.min(LOSSES, rows.length) }, (_, nth) =>
    bitsetOf(rows, (_row, index) => index !== Math.floor(((nth + 0.5) * rows.length) / LOSSES)),
  );
  /** The answer without some filters, of which `instead` is what they come to. */
  const beside = (args: Arguments, some: readonly Filter[], instead?: Bitset): Bitset => {
    const others = passing(args.filter(({ filter }) => !some.includes(filter)));
    return instead === undefined ? others : and(others, instead);
  };

  return filters.flatMap((filter): Mutant[] => {
    const others = filters.filter((other) => other !== filter);
    const among = (name: string, some: readonly Filter[], answer: (args: Arguments) => Bitset | undefined): Mutant => ({
      name: `${filter.name} ${name}`,
      concerns: [filter, ...some],
      answer,
    });
    const joined = (
      other: Filter,
      how: string,
      join: (one: readonly FilterValue[], two: readonly FilterValue[]) => Bitset | undefined,
    ): Mutant =>
      among(`${how} ${other.name}`, [other], (args) => {
        const [one, two] = [filter, other].map((each) => args.find((argument) => argument.filter === each)?.values);
        const instead = one && two && join(one, two);
        return instead && beside(args, [filter, other], instead);
      });
    const alone = ([name, misread]: Named): Mutant => ({ name: `${filter.name} ${name}`, concerns: [filter], misread });
    const misread: readonly Named[] = [
      ...(isId(filter) ? [] : losses).map(
        (rest, nth): Named => [`loses row ${nth}`, (values) => and(right(filter, values), rest)],
      ),
      ...valueMutants(filter, rows, masks),
      ...(filter.many ? manyMutants(filter, masks) : []),
      ...fieldMutants(filter, rows, masks),
      ...referentMutants(filter, referents.get(filter.field), masks),
      ...partMutants(filter, others, rows, masks),
    ];
    return [
      alone(['is ignored', () => all]),
      alone(['restricts nothing when it is not given', (values) => (values.length === 0 ? all : undefined)]),
      among('is ignored when it stands alone', [], (args) => {
        const [only, ...more] = args;
        return more.length === 0 && only?.values.length === 1 ? all : undefined;
      }),
      ...[...others.map((other) => [other]), ...pairsOf(others)].map((some) =>
        among(`is ignored beside ${some.map(({ name }) => name).join(' and ')}`, some, (args) =>
          beside(args, [filter]),
        ),
      ),
      ...others.map((other) => joined(other, 'or', (one, two) => or(right(filter, one), right(other, two)))),
      ...others
        .filter((other) => filter.many && other.many)
        .map((other) => joined(other, 'zipped with', (one, two) => zipped(filter, one, other, two, masks))),
      ...misread.map(alone),
    ];
  });
}

function pairsOf(filters: readonly Filter[]): (readonly [Filter, Filter])[] {
  return filters.flatMap((one, index) => filters.slice(index + 1).map((other) => [one, other] as const));
}

/** Several values of two filters that are taken pair by pair: the first with the first, the second with the second. */
function zipped(
  one: Filter,
  ones: readonly FilterValue[],
  other: Filter,
  others: readonly FilterValue[],
  { none, right }: Masks,
): Bitset | undefined {
  if (Math.min(ones.length, others.length) < 2) return undefined;
  return ones
    .slice(0, others.length)
    .map((value, index) => and(right(one, [value]), right(other, others.slice(index, index + 1))))
    .reduce(or, none);
}
