// A relation between two members of one row (`x-rule`), which JSON Schema cannot state.
import { type FilterTest, filterTests } from './filter-tests.ts';
import { instant } from './instant.ts';
import { memberOf, type Row } from './row.ts';

/** The tests that compare one member with another. */
export const RULE_TESTS = [
  'equals',
  'not-equals',
  'before',
  'at-or-before',
  'after',
  'at-or-after',
  'less-than',
  'at-most',
  'greater-than',
  'at-least',
] as const satisfies readonly FilterTest[];

/** `field` stands in this relation to `other`, where the row has both. */
export type Rule = {
  readonly field: string;
  readonly test: (typeof RULE_TESTS)[number];
  readonly other: string;
  readonly clauses: readonly string[];
};

/** Whether the row keeps the rule; a row that lacks a value of the two does, or has one there that cannot be compared. */
export function keepsRule({ field, test, other }: Pick<Rule, 'field' | 'test' | 'other'>, row: Row): boolean {
  const [left, right] = [memberOf(row, field), memberOf(row, other)];
  if (left === undefined || left === null) return true;
  if (typeof right !== 'string' && typeof right !== 'number' && typeof right !== 'boolean') return true;
  const { kind } = filterTests[test];
  if (kind === 'instant' && [left, right].some((value) => Number.isNaN(instant(value)))) return true;
  if (kind === 'number' && [left, right].some((value) => typeof value !== 'number')) return true;
  return filterTests[test].holds(left, [right], { caseSensitive: true });
}
