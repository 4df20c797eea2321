import { describe, expect, test } from 'vitest';
import type { Operation, Row } from '../../spec/index.ts';
import { ownContract } from '../own-contract.ts';
import { isRead, keyOf, numberIn, rowMap, sameRow, sameRows, sharedKeys, steadyRows, textIn } from './rows.ts';

const operation = ownContract().operations.find(({ list }) => list.paging.style === 'cursor') as Operation;
const { key } = operation.list;

/** Rows by their keys; a star is another content. */
const rowsOf = (names: string): Row[] =>
  names
    .split(' ')
    .filter(Boolean)
    .map((name) => ({ [key]: name.replace('*', ''), shown: name.length }));
const mapOf = (names: string) => rowMap(operation, rowsOf(names));

describe('the key of a row', () => {
  test.each([
    ['a text', { [key]: 'a' }, 'a'],
    ['a number', { [key]: 7 }, '7'],
    ['not there', {}, 'null'],
    ['null', { [key]: null }, 'null'],
    ['an object', { [key]: { part: 1 } }, '{"part":1}'],
  ])('that is %s', (_, row, expected) => expect(keyOf(operation, row)).toBe(expected));

  test('that lies deeper is found by its pointer', () => {
    const deeper = { ...operation, list: { ...operation.list, key: '/meta/id' } };
    expect(keyOf(deeper, { meta: { id: 'a' }, [key]: 'b' })).toBe('a');
  });
});

test('of several rows with one key the first is kept, in the order in which they came', () => {
  expect([...mapOf('b a a* c b*')]).toEqual([
    ['b', rowsOf('b')[0]],
    ['a', rowsOf('a')[0]],
    ['c', rowsOf('c')[0]],
  ]);
});

test('keys are shared by rows that are not the same, and not by one that comes twice', () => {
  expect([...sharedKeys(rowsOf('a b a* c c'), key)]).toEqual(['a']);
  expect([...sharedKeys(rowsOf('a b c'), key)]).toEqual([]);
});

test('a row without any member was not read', () => {
  expect([isRead({}), isRead({ [key]: null })]).toEqual([false, true]);
});

describe('two rows say', () => {
  test.each<[string, Row, Row, boolean]>([
    ['the same, whatever the order of their members', { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }, true],
    [
      'the same, where an instant is written otherwise',
      { a: '2026-01-02T03:04:05Z' },
      { a: '2026-01-02T04:04:05.000+01:00' },
      true,
    ],
    [
      'something else, where an instant is another',
      { a: '2026-01-02T03:04:05Z' },
      { a: '2026-01-02T03:04:05+01:00' },
      false,
    ],
    ['something else, where a text is another', { a: 'x' }, { a: 'y' }, false],
    ['something else, where one has another value', { a: 1 }, { a: 2 }, false],
    ['something else, where one has a value of another type', { a: 1 }, { a: '1' }, false],
    ['something else, where one has a member more', { a: 1 }, { a: 1, b: null }, false],
    ['something else, where a list stands in another order', { a: [1, 2] }, { a: [2, 1] }, false],
    ['something else, deep inside', { a: { b: [{ c: 1 }] } }, { a: { b: [{ c: 2 }] } }, false],
  ])('%s', (_, one, other, same) => {
    expect(sameRow(one, other)).toBe(same);
    expect(sameRow(other, one)).toBe(same);
  });
});

describe('two lists hold the same rows', () => {
  test.each([
    ['a b c', 'c a b', true],
    ['', '', true],
    ['a b', 'a b c', false],
    ['a b c', 'a b d', false],
    ['a b', 'a b*', false],
    ['', 'a', false],
  ])('%j and %j: %j', (one, other, same) => {
    expect(sameRows(mapOf(one), mapOf(other))).toBe(same);
    expect(sameRows(mapOf(other), mapOf(one))).toBe(same);
  });
});

describe('the rows that stand unchanged', () => {
  test.each([
    ['in one list are all of it', ['a b'], 'a b'],
    ['leave out what came', ['a b', 'a b c'], 'a b'],
    ['leave out what went', ['a b c', 'a c'], 'a c'],
    ['leave out what changed', ['a b c', 'a b* c'], 'a c'],
    ['leave out what changed and was changed back', ['a b', 'a b*', 'a b'], 'a'],
    ['leave out what went and came back', ['a b', 'b', 'a b'], 'b'],
    ['of no list are none', [], ''],
  ])('%s', (_, lists, steady) => {
    expect([...steadyRows(lists.map(mapOf)).values()]).toEqual(rowsOf(steady));
  });
});

test.each<[unknown, string, number]>([
  ['12', '12', 12],
  [0, '0', 0],
  [false, 'false', Number.NaN],
  ['', '', Number.NaN],
  [null, '', Number.NaN],
  [undefined, '', Number.NaN],
  // No text can be made of it.
  [{ toString: null, valueOf: null }, '', Number.NaN],
  [[7], '', Number.NaN],
])('a member that is %j is a text and a number, or neither', (value, text, number) => {
  expect(textIn({ member: value }, 'member')).toBe(text);
  expect(numberIn({ member: value }, 'member')).toBe(number);
});
