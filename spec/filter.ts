// What a filter parameter does to a list: one pure function, used by the mock to execute it and by the judge to check it.
import type { Row } from './operation.ts';

/** How a row's field is held against the values of the parameter. */
type FilterTest = 'equals' | 'in' | 'at-or-after';

/** A value of a filter parameter, read as its schema says. */
export type FilterValue = string | number | boolean;

/** The meaning of one query parameter (`x-filter`). */
export type Filter = {
  /** The query parameter's name. */
  readonly name: string;
  /** The row's member that decides. */
  readonly field: string;
  readonly test: FilterTest;
  /** What the field is tested against, where that is not the parameter's own value. */
  readonly value?: FilterValue;
  /** The only parameter value under which the filter restricts anything. */
  readonly when?: FilterValue;
  /** Whether the parameter may be repeated. */
  readonly many: boolean;
  /** Every value that the parameter may have, where the documentation lists them. */
  readonly allowed: readonly FilterValue[];
  readonly clauses: readonly string[];
};

const tests: Record<FilterTest, (actual: unknown, wanted: readonly FilterValue[]) => boolean> = {
  equals: (actual, wanted) => actual === wanted[0],
  in: (actual, wanted) => wanted.some((value) => value === actual),
  'at-or-after': (actual, wanted) => isAtOrAfter(actual, wanted[0]),
};

/** The one form in which timestamps can be compared as they stand; reading dates is what costs in long lists. */
const WHOLE_SECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

function isAtOrAfter(actual: unknown, bound: unknown): boolean {
  const plain = [actual, bound].every((text) => typeof text === 'string' && WHOLE_SECONDS.test(text));
  return plain ? String(actual) >= String(bound) : instant(actual) >= instant(bound);
}

/**
 * Whether a row stays in the list when `filter` has these values.
 * No value, or one other than the filter's `when`, restricts nothing.
 */
export function passes(filter: Filter, row: Row, values: readonly FilterValue[]): boolean {
  if (values.length === 0) return true;
  if (filter.when !== undefined && values[0] !== filter.when) return true;
  const wanted = filter.value === undefined ? values : [filter.value];
  return tests[filter.test](row[filter.field], wanted);
}

/** ISO 8601: a date, or date, time and zone; what stands behind the milliseconds is caught. */
const TIMESTAMP = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,3}(\d*))?)?(?:Z|[+-]\d\d:\d\d))?$/i;

/** Milliseconds since the epoch, exact to the microsecond; NaN, which no comparison accepts, for anything that is no timestamp. */
export function instant(value: unknown): number {
  const match = typeof value === 'string' ? TIMESTAMP.exec(value) : null;
  return match === null ? Number.NaN : Date.parse(match[0]) + Number(`0.${match[1] ?? ''}`);
}
