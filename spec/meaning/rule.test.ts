import { describe, expect, test } from 'vitest';
import type { Row } from './row.ts';
import { keepsRule, RULE_TESTS, type Rule } from './rule.ts';

const EARLY = '2026-04-01T00:00:00Z';
const LATE = '2026-04-02T00:00:00Z';

type Case = [test: Rule['test'], row: Row, keeps: boolean];

const cases: Case[] = [
  ['equals', { one: 'a', other: 'a' }, true],
  ['equals', { one: 'a', other: 'A' }, false],
  ['not-equals', { one: 'a', other: 'b' }, true],
  ['not-equals', { one: 1, other: 1 }, false],
  ['before', { one: EARLY, other: LATE }, true],
  ['before', { one: EARLY, other: EARLY }, false],
  ['at-or-before', { one: EARLY, other: EARLY }, true],
  ['at-or-before', { one: LATE, other: EARLY }, false],
  ['after', { one: LATE, other: EARLY }, true],
  ['after', { one: LATE, other: LATE }, false],
  ['at-or-after', { one: LATE, other: LATE }, true],
  ['at-or-after', { one: 1_775_001_600, other: LATE }, false],
  ['less-than', { one: 1, other: 2 }, true],
  ['less-than', { one: 2, other: 2 }, false],
  ['at-most', { one: 2, other: 2 }, true],
  ['at-most', { one: 3, other: 2 }, false],
  ['greater-than', { one: 3, other: 2 }, true],
  ['greater-than', { one: 2, other: 2 }, false],
  ['at-least', { one: 2, other: 2 }, true],
  ['at-least', { one: 0, other: 2 }, false],

  // What a row lacks, it cannot break.
  ['at-most', { one: null, other: 2 }, true],
  ['at-most', { one: 3, other: null }, true],
  ['at-most', { one: 3 }, true],
  ['equals', {}, true],
  // What cannot be compared breaks its schema, and no rule.
  ['at-or-after', { one: 'tomorrow', other: LATE }, true],
  ['before', { one: EARLY, other: 'later' }, true],
  ['at-most', { one: '3', other: 2 }, true],
  ['equals', { one: false, other: true }, false],
  ['equals', { one: 0, other: 1 }, false],
];

describe('a rule', () => {
  test.each(cases)('%s: %j keeps it: %j', (name, row, keeps) => {
    expect(keepsRule({ field: 'one', test: name, other: 'other' }, row)).toBe(keeps);
  });

  test.each(RULE_TESTS)('%s is tried both ways', (name) => {
    const tried = new Set(cases.filter(([test]) => test === name).map(([, , keeps]) => keeps));
    expect(tried.size).toBe(2);
  });

  test('looks where its pointers lead', () => {
    const rule = { field: '/spend/amount', test: 'at-most', other: '/budget/amount' } as const;
    expect(keepsRule(rule, { spend: { amount: 5 }, budget: { amount: 4 } })).toBe(false);
    expect(keepsRule(rule, { spend: { amount: 4 }, budget: { amount: 4 } })).toBe(true);
  });
});
