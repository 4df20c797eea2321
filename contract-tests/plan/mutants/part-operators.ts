// Ways in which one filter can be wrong about a part of the list: the rows in which another member has some value, as where
// each kind of row is fetched by code of its own.
import { type Filter, type FilterValue, meantBy, memberOf, type Row } from '../../../spec/index.ts';
import { and, type Bitset, bitsetOf } from '../bitset.ts';
import { type Masks, type Named, readAs } from './mutation-operator.ts';

/** Values of an id that are few enough to be treated one by one. */
const FEW = 6;

/** For the filter at all, and for each of its values where they are few: the rows of each part are lost. */
export function partMutants(
  filter: Filter,
  others: readonly Filter[],
  rows: readonly Row[],
  { right }: Masks,
): Named[] {
  const parts = others.flatMap((other) => partsOf(other, rows));
  const values = filter.allowed.length > 0 ? filter.allowed : valuesOf(filter, rows);
  return parts.flatMap(([name, rest]): Named[] => [
    [`loses the rows of ${name}`, (given) => and(right(filter, given), rest)],
    ...(values.length > FEW ? [] : values).map(
      (value): Named => [
        `=${value} loses the rows of ${name}`,
        (given) => readAs({ right }, filter, given, value, and(right(filter, [value]), rest)),
      ],
    ),
  ]);
}

/** For each documented value of a filter, all rows but those that have it. */
function partsOf(filter: Filter, rows: readonly Row[]): (readonly [name: string, rest: Bitset])[] {
  const { name, field, allowed } = filter;
  return allowed.map((value) => {
    const meant: readonly unknown[] = meantBy(filter, value);
    return [`${name} ${value}`, bitsetOf(rows, (row) => !meant.includes(memberOf(row, field)))] as const;
  });
}

function valuesOf({ field }: Filter, rows: readonly Row[]): readonly FilterValue[] {
  const values = rows.map((row) => memberOf(row, field));
  return [...new Set(values.filter((value) => typeof value === 'string' || typeof value === 'number'))];
}
