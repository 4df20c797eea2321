import { describe, expect, test } from 'vitest';
import { elementsOf, type FilterTest, type FilterValue, filterTests, type TestDetails } from './filter-tests.ts';

const NOON = '2026-04-01T12:00:00Z';
const LATER = '2026-04-01T12:00:01Z';
const SECONDS = Date.parse(NOON) / 1000;

type Case = [test: FilterTest, actual: unknown, wanted: FilterValue[], holds: boolean, details?: Partial<TestDetails>];

const cases: Case[] = [
  // Identity.
  ['equals', 'a', ['a'], true],
  ['equals', 'a', ['b'], false],
  ['equals', 'A', ['a'], false],
  ['equals', 1, [1], true],
  ['equals', 1, ['1'], false],
  ['equals', false, [false], true],
  ['equals', null, ['a'], false],
  ['equals', undefined, ['a'], false],
  ['in', 'b', ['a', 'b'], true],
  ['in', 'c', ['a', 'b'], false],
  ['in', undefined, ['a', 'b'], false],
  ['not-equals', 'a', ['a'], false],
  ['not-equals', 'b', ['a'], true],
  ['not-equals', null, ['a'], true],
  ['not-equals', undefined, ['a'], true],
  ['not-in', 'b', ['a', 'b'], false],
  ['not-in', 'c', ['a', 'b'], true],
  ['not-in', null, ['a', 'b'], true],

  // Instants: texts, seconds, and one against the other.
  ['before', NOON, [LATER], true],
  ['before', NOON, [NOON], false],
  ['before', LATER, [NOON], false],
  ['at-or-before', NOON, [NOON], true],
  ['at-or-before', NOON, ['2026-04-01T14:00:00+02:00'], true],
  ['at-or-before', LATER, [NOON], false],
  ['after', LATER, [NOON], true],
  ['after', NOON, [NOON], false],
  ['after', NOON, ['2026-04-01'], true],
  ['at-or-after', NOON, [NOON], true],
  ['at-or-after', NOON, [LATER], false],
  ['after', SECONDS, [SECONDS], false],
  ['after', SECONDS + 1, [SECONDS], true],
  ['at-or-after', SECONDS, [SECONDS], true],
  ['at-or-after', SECONDS, [NOON], true],
  ['before', SECONDS, [LATER], true],
  ['at-or-before', NOON, [SECONDS], true],
  ['before', null, [LATER], false],
  ['at-or-before', undefined, [LATER], false],
  ['after', null, [NOON], false],
  ['at-or-after', 'yesterday', [NOON], false],
  ['at-or-before', NOON, ['yesterday'], false],

  // Numbers.
  ['less-than', 4, [5], true],
  ['less-than', 5, [5], false],
  ['at-most', 5, [5], true],
  ['at-most', 5.01, [5], false],
  ['greater-than', 5, [5], false],
  ['greater-than', 5.01, [5], true],
  ['at-least', 5, [5], true],
  ['at-least', 4, [5], false],
  ['at-least', -1, [-1.5], true],
  ['at-most', 0, [0], true],
  ['at-least', 10, [9], true],
  ['less-than', null, [5], false],
  ['at-least', undefined, [0], false],
  ['at-least', '9', [5], false],

  // Texts.
  ['contains', 'Cold Brew', ['Brew'], true],
  ['contains', 'Cold Brew', ['brew'], false],
  ['contains', 'Cold Brew', ['brew'], true, { caseSensitive: false }],
  ['contains', 'Cold Brew', ['BREW'], true, { caseSensitive: false }],
  ['contains', 'Cold Brew', ['tea'], false],
  ['contains', 'Cold Brew', ['tea', 'Cold'], true],
  ['contains', 'Cold (Brew)', ['(B'], true],
  ['contains', null, ['null'], false],
  ['contains', undefined, ['undefined'], false],
  ['contains', ['Brew'], ['Brew'], false],
  ['prefix', 'Cold Brew', ['Cold'], true],
  ['prefix', 'Cold Brew', ['Brew'], false],
  ['prefix', 'Cold Brew', ['cold'], false],
  ['prefix', 'Cold Brew', ['cold'], true, { caseSensitive: false }],
  ['prefix', null, ['n'], false],

  // Presence.
  ['present', 'a', [true], true],
  ['present', '', [true], true],
  ['present', 0, [true], true],
  ['present', false, [true], true],
  ['present', null, [true], false],
  ['present', undefined, [true], false],
  ['present', 'a', [false], false],
  ['present', null, [false], true],
  ['absent', null, [true], true],
  ['absent', undefined, [true], true],
  ['absent', 'a', [true], false],
  ['absent', 'a', [false], true],
  ['absent', null, [false], false],

  // Lists.
  ['any-of', ['a', 'b'], ['b', 'c'], true],
  ['any-of', ['a', 'b'], ['c'], false],
  ['any-of', [], ['a'], false],
  ['any-of', 'a', ['a'], false],
  ['any-of', null, ['a'], false],
  ['any-of', undefined, ['a'], false],
  ['any-of', ['ab'], ['a'], false],
  ['any-of', [{ id: 'a' }, { id: 'b' }], ['b'], true, { element: 'id' }],
  ['any-of', [{ id: 'a' }, { name: 'b' }, 'b', null], ['b'], false, { element: 'id' }],
  ['all-of', ['a', 'b', 'c'], ['c', 'a'], true],
  ['all-of', ['a', 'b'], ['a', 'c'], false],
  ['all-of', [], ['a'], false],
  ['all-of', null, ['a'], false],
  ['all-of', [{ id: 1 }, { id: 2 }], [2, 1], true, { element: 'id' }],
  ['all-of', [{ id: 1 }], [1, 2], false, { element: 'id' }],
];

describe('a test', () => {
  test.each(cases)('%s of %j with %j: %j', (name, actual, wanted, holds, details = {}) => {
    expect(filterTests[name].holds(actual, wanted, { caseSensitive: true, ...details })).toBe(holds);
  });

  test('of every name is tried both ways', () => {
    const tried = Object.keys(filterTests).map((name) => [
      name,
      [...new Set(cases.filter(([test]) => test === name).map(([, , , holds]) => holds))].sort(),
    ]);
    expect(tried).toEqual(Object.keys(filterTests).map((name) => [name, [false, true]]));
  });
});

test('exactly the tests that keep rows without the value are negative', () => {
  const negative = Object.entries(filterTests).filter(([, test]) => test.negative === true);
  expect(negative.map(([name]) => name)).toEqual(['not-equals', 'not-in']);
});

test.each<[actual: unknown, element: string | undefined, elements: unknown[]]>([
  [['a', 'b'], undefined, ['a', 'b']],
  [[{ id: 1 }, { name: 2 }, 'x', null], 'id', [1, undefined, undefined, undefined]],
  ['abc', undefined, []],
  [undefined, 'id', []],
])('the elements of %j by %s are %j', (actual, element, elements) => {
  expect(elementsOf(actual, element)).toEqual(elements);
});
