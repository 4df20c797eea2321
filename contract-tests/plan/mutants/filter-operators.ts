// Ways in which one filter can read its values wrongly.
import {
  type Filter,
  type FilterValue,
  instant,
  isNegative,
  kindOf,
  memberOf,
  passes,
  type Row,
  restricting,
  type TestKind,
} from '../../../spec/index.ts';
import { isId } from '../../walk/filter-arguments.ts';
import { numberIn, textIn } from '../../walk/rows.ts';
import { type Bitset, xor } from '../bitset.ts';
import { boundMutants, elementMutants, textMutants } from './bound-operators.ts';
import { type Masks, type Misreading, type Named, readAs, remembered, rowsByMember } from './mutation-operator.ts';

/** What a deployment can get wrong with the values of one filter: one table, with an entry for each kind of filter. */
const misread: Readonly<Record<TestKind, (filter: Filter, rows: readonly Row[], masks: Masks) => Named[]>> = {
  identity: (filter, rows, masks) => {
    const turnedRound = isNegative(filter) ? turned(filter, rows) : [];
    return [
      ...turnedRound,
      ...(isId(filter) || filter.allowed.length === 0 ? idMutants(filter, rows, masks) : listedMutants(filter, masks)),
    ];
  },
  instant: (filter, rows) => boundMutants(filter, rows, (row) => instant(memberOf(row, filter.field)), instant),
  number: (filter, rows, { all }) => [
    ...boundMutants(filter, rows, (row) => numberIn(row, filter.field), Number),
    ['forgets a bound of zero', ([value]) => (value === 0 ? all : undefined)],
  ],
  text: textMutants,
  presence: (filter, rows, { none }) => [...turned(filter, rows), ['finds nothing', () => none]],
  elements: elementMutants,
};

/** One value that is taken for another, for none, or for no restriction. */
export function valueMutants(filter: Filter, rows: readonly Row[], masks: Masks): Named[] {
  if (filter.when !== undefined) return [...turned(filter, rows), ['empties the list', () => masks.none]];
  return misread[kindOf(filter)](filter, rows, masks);
}

/** The rows that should be kept are left out, and the others kept. */
function turned(filter: Filter, rows: readonly Row[]): Named[] {
  const rowsThat = rowsByMember(filter, rows);
  const rest = remembered((values) => rowsThat((row) => !passes(filter, row, values)));
  return [['is turned round', (values) => (restricting(filter, values).length === 0 ? undefined : rest(values))]];
}

/** Identifiers that are compared loosely. */
function idMutants(filter: Filter, rows: readonly Row[], { all, none }: Masks): Named[] {
  const ids = new Set(rows.map((row) => memberOf(row, filter.field)));
  const rowsThat = rowsByMember(filter, rows);
  const looks = (holds: (id: string, value: string) => boolean): Misreading => {
    return remembered(([value]) =>
      rowsThat((row) => isScalar(memberOf(row, filter.field)) && holds(textIn(row, filter.field), String(value))),
    );
  };
  return [
    ['finds nothing', () => none],
    ['restricts nothing for an unknown value', ([value]) => (value === undefined || ids.has(value) ? undefined : all)],
    ['looks at the beginning only', looks((id, value) => id.startsWith(value))],
    ['looks for a part', looks((id, value) => id.includes(value))],
  ];
}

/** Documented values that are mixed up, asked for alone or among others. */
function listedMutants(filter: Filter, { all, none, right }: Masks): Named[] {
  const read = (values: readonly FilterValue[], from: FilterValue, as: Bitset) =>
    readAs({ right }, filter, values, from, as);
  return filter.allowed.flatMap((value): Named[] => [
    [`=${value} finds nothing`, (values) => read(values, value, none)],
    [`=${value} finds nothing alone`, (values) => (values.length === 1 ? read(values, value, none) : undefined)],
    [`=${value} restricts nothing`, (values) => read(values, value, all)],
    [`=${value} is forgotten among others`, (values) => (values.length > 1 ? read(values, value, none) : undefined)],
    ...filter.allowed
      .filter((other) => other !== value)
      .flatMap((other): Named[] => [
        [`=${value} is read as ${other}`, (values) => read(values, value, right(filter, [other]))],
        [`=${value} brings ${other} too`, (values) => read(values, value, right(filter, [value, other]))],
      ]),
  ]);
}

/** Repeated parameters of which only some count. */
export function manyMutants(filter: Filter, { all, none, right }: Masks): Named[] {
  const several = (least: number, as: (values: readonly FilterValue[]) => Bitset): Misreading => {
    return (values) => (values.length >= least ? as(values) : undefined);
  };
  return [
    ['takes only its first value', several(2, (values) => right(filter, values.slice(0, 1)))],
    ['takes only its last value', several(2, (values) => right(filter, values.slice(-1)))],
    ['takes only two values', several(3, (values) => right(filter, values.slice(0, 2)))],
    ['takes only its last two values', several(3, (values) => right(filter, values.slice(-2)))],
    ['finds nothing for several values', several(2, () => none)],
    ['restricts nothing for several values', several(2, () => all)],
    [
      'shows the rows of a value twice that is given twice',
      (values) => {
        const twice = values.filter((value, index) => values.indexOf(value) !== index);
        // Which rows come twice is all that counts: as if they were not there.
        return twice.length === 0 ? undefined : xor(right(filter, values), right(filter, twice));
      },
    ],
  ];
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}
