// What a filter parameter does to a list: one pure function, used by the mock to execute it and by the judge to check it.
import { type FilterTest, type FilterValue, filterTests, type TestDetails, type TestKind } from './filter-tests.ts';
import type { Parameter } from './parameter.ts';
import { memberOf, type Row } from './row.ts';

/** The meaning of one query parameter (`x-filter`). */
export type Filter = TestDetails & {
  /** The name under which it is sent: `status`, or `created[gte]` for a member of an object. */
  readonly name: string;
  /** How its values are written, and the bounds that they keep. */
  readonly parameter: Omit<Parameter, 'in' | 'type' | 'allowed' | 'required' | 'unmodelled' | 'clauses'>;
  /** The row's member that decides: a name, or a JSON Pointer into the row. */
  readonly field: string;
  readonly test: FilterTest;
  /** What the field is tested against, where that is not the parameter's own value. */
  readonly value?: FilterValue;
  /** What the field is tested against for some values of the parameter, which stand for others. */
  readonly standsFor?: ReadonlyMap<FilterValue, readonly FilterValue[]>;
  /** The only parameter value under which the filter restricts anything. */
  readonly when?: FilterValue;
  /** The parameter value that asks for all rows, where another is the default. */
  readonly unrestricted?: FilterValue;
  /** The values in force when the parameter is not given; empty where it then restricts nothing. */
  readonly byDefault: readonly FilterValue[];
  /** Whether the parameter takes several values. */
  readonly many: boolean;
  /** Every value that the parameter may have, where the documentation lists them. */
  readonly allowed: readonly FilterValue[];
  readonly clauses: readonly string[];
};

/** What the tests of the filter's kind have in common. */
export function kindOf({ test }: Pick<Filter, 'test'>): TestKind {
  return filterTests[test].kind;
}

/** Whether the filter keeps the rows that do not have the value. */
export function isNegative({ test }: Pick<Filter, 'test'>): boolean {
  return filterTests[test].negative === true;
}

/** What a value of the parameter stands for: itself, where the contract says no other. */
export function meantBy({ standsFor }: Pick<Filter, 'standsFor'>, value: FilterValue): readonly FilterValue[] {
  return standsFor?.get(value) ?? [value];
}

/** The values that decide when these are given: none where nothing is restricted. */
export function restricting(filter: Filter, given: readonly FilterValue[]): readonly FilterValue[] {
  const values = given.length === 0 ? filter.byDefault : given;
  if (filter.unrestricted !== undefined && values.includes(filter.unrestricted)) return [];
  if (filter.when !== undefined && values[0] !== filter.when) return [];
  if (filter.value !== undefined && values.length > 0) return [filter.value];
  return filter.standsFor === undefined ? values : values.flatMap((value) => meantBy(filter, value));
}

/** Whether a row stays in the list when `filter` is given these values; none stand for a parameter that is not given. */
export function passes(filter: Filter, row: Row, given: readonly FilterValue[]): boolean {
  const wanted = restricting(filter, given);
  return wanted.length === 0 || filterTests[filter.test].holds(memberOf(row, filter.field), wanted, filter);
}
