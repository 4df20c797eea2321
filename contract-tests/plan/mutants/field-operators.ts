// Another member of the rows, tested in place of the right one.
import { type Filter, kindOf, meantBy, memberOf, type Row, type TestKind } from '../../../spec/index.ts';
import { and, bitsetOf, count, or } from '../bitset.ts';
import { type Masks, type Named, remembered, rowsPassing } from './mutation-operator.ts';

/** Members of the rows that a deployment could test in place of the right one: they have some of the same values. */
export function likeMembers(filter: Filter, rows: readonly Row[]): string[] {
  const { test, field, allowed } = filter;
  const tested = allowed.flatMap((value) => meantBy(filter, value));
  const wanted = new Set<unknown>(allowed.length > 0 ? tested : rows.map((row) => memberOf(row, field)));
  const fits: Readonly<Record<TestKind, (value: unknown) => boolean>> = {
    identity: (value) => wanted.has(value),
    instant: (value) => isTimestamp(value),
    number: (value) => typeof value === 'number',
    text: (value) => typeof value === 'string' && !isTimestamp(value),
    presence: (value) => value === null,
    elements: (value) => Array.isArray(value),
  };
  const members = Object.keys(rows[0] ?? {}).filter((member) => member !== field);
  return members.filter((member) => rows.some((row) => fits[kindOf({ test })](row[member])));
}

/** Another member of the rows that is tested in place of the right one: always, and where the row has a value there. */
export function fieldMutants(filter: Filter, rows: readonly Row[], { right }: Pick<Masks, 'right'>): Named[] {
  return likeMembers(filter, rows).flatMap((member): Named[] => {
    const wrong = rowsPassing({ ...filter, field: member }, rows);
    const without = bitsetOf(rows, (row) => row[member] === null || row[member] === undefined);
    const always: Named = [`tests ${member}`, wrong];
    if (count(without) === 0) return [always];
    return [
      always,
      [
        `tests ${member} where it has a value`,
        remembered((values) => or(wrong(values), and(right(filter, values), without))),
      ],
    ];
  });
}

function isTimestamp(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value);
}
