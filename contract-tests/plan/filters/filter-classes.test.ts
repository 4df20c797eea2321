import { describe, expect, test } from 'vitest';
import type { Filter, Row } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { filterClasses } from './filter-classes.ts';

const campaigns = ownContract().operations.find(({ list }) => list.resource === 'campaign');
const filterOf = (name: string): Filter => {
  const found = campaigns?.filters.find((filter) => filter.name === name);
  if (found === undefined) throw new Error(`There is no filter ${name}.`);
  return found;
};

const rows: readonly Row[] = [
  { adAccountId: 'ACC-one', createdAt: '2026-04-01T10:00:00Z' },
  { adAccountId: 'ACC-one', createdAt: '2026-04-02T10:00:00Z' },
  { adAccountId: 'ACC-two', createdAt: '2026-04-03T10:00:00Z' },
];

describe('the class of a value', () => {
  test.each([
    ['status', ['active'], 'active'],
    ['status', ['active', 'paused'], 'several'],
    ['status', ['paused', 'active'], 'several, in another order'],
    ['status', ['active', 'paused', 'active'], 'several, one repeated'],
    ['platforms', ['apple_ads', 'meta_ads', 'tiktok_ads'], 'all values'],
    ['adAccountId', ['ACC-one'], 'the id of most rows'],
    ['adAccountId', ['ACC-two'], 'a rare id'],
    ['adAccountId', ['ACC-tw'], 'a shortened id'],
    ['adAccountId', ['ACC-two0'], 'a lengthened id'],
    ['adAccountId', ['acc-TWO'], 'an id in another case'],
    ['adAccountId', ['ACC-twx'], 'an id changed at its end'],
    ['adAccountId', ['zz'], 'an unknown id'],
    ['adAccountId', [], 'absent'],
    ['since', ['2026-03-01T00:00:00Z'], 'before the oldest'],
    ['since', ['2026-04-01T10:00:00Z'], 'at the oldest row'],
    ['since', ['2026-04-02T10:00:00Z'], 'at a row'],
    ['since', ['2026-04-02T10:00:01Z'], 'a second after a row'],
    ['since', ['2026-04-02T09:59:59Z'], 'a second before a row'],
    ['since', ['2026-04-03T10:00:00Z'], 'at the newest row'],
    ['since', ['2026-05-01T00:00:00Z'], 'past the newest'],
  ])('%s=%j is %s', (name, values, expected) => {
    expect(filterClasses(filterOf(name), rows).classOf(values)).toBe(expected);
  });
});

test('ids of many rows that are not the most share a class', () => {
  const counts = { a: 1, b: 1, c: 2, d: 3, e: 3, f: 9 };
  const many = Object.entries(counts).flatMap(([id, times]) =>
    Array.from({ length: times }, () => ({ adAccountId: id })),
  );
  const { classOf } = filterClasses(filterOf('adAccountId'), many);
  expect(['a', 'c', 'd', 'f'].map((id) => classOf([id]))).toEqual([
    ...['a rare id', 'an id', 'a shared id', 'the id of most rows'],
  ]);
});

test('an id that another one begins with is a class of its own, and asked for', () => {
  const numbered = ['A-1', 'A-2', 'A-11', 'A-3'].map((adAccountId) => ({ adAccountId }));
  const { classOf, valuesAlone } = filterClasses(filterOf('adAccountId'), numbered);
  expect(['A-1', 'A-11'].map((id) => classOf([id]))).toEqual(['an id that others begin with', 'a rare id']);
  expect(valuesAlone(500)).toContain('A-1');
});

test.each([
  ['ACC', 'a beginning'],
  ['one', 'a part'],
  ['ONE', 'a part in another case'],
  ['three', 'another text'],
  ['_', 'a wildcard'],
  ['%', 'a wildcard'],
])('the class of the text %s is %s', (value, name) => {
  const { classOf } = filterClasses({ ...filterOf('adAccountId'), test: 'contains' }, rows);
  expect(classOf([value])).toBe(name);
});

test('every class of an id and of an instant has a representative', () => {
  const classesOf = (name: string) => {
    const { classOf, representatives } = filterClasses(filterOf(name), rows);
    return representatives().map((value) => classOf([value]));
  };
  expect(classesOf('adAccountId')).toEqual(
    expect.arrayContaining([
      'the id of most rows',
      'a rare id',
      'a shortened id',
      'a lengthened id',
      'an id in another case',
    ]),
  );
  expect(classesOf('since')).toEqual(
    expect.arrayContaining(['before the oldest', 'at a row', 'a second after a row', 'past the newest']),
  );
});

test('where a row has a part of a second, its second is asked for before it and behind it', () => {
  const parts = [...rows, { adAccountId: 'ACC-two', createdAt: '2026-04-02T12:00:00.250Z' }];
  const { valuesAlone, classOf } = filterClasses(filterOf('since'), parts);
  const byClass = new Map(valuesAlone(40).map((value) => [classOf([value]), value]));
  expect(byClass.get('in the second of a row, before it')).toBe('2026-04-02T12:00:00Z');
  expect(byClass.get('in the second of a row, behind it')).toBe('2026-04-02T12:00:00.251Z');
  const whole = filterClasses(filterOf('since'), rows);
  expect(whole.valuesAlone(40).filter((value) => whole.classOf([value]).startsWith('in the second'))).toEqual([]);
});

test('a text is asked for what databases take for any letters, and a number for zero where it may be zero', () => {
  const text: Filter = { ...filterOf('adAccountId'), test: 'contains' };
  const number: Filter = {
    ...filterOf('adAccountId'),
    field: 'spent',
    test: 'at-most',
    parameter: { ...filterOf('adAccountId').parameter, valueType: 'integer' },
  };
  const spending: readonly Row[] = [{ spent: 3 }, { spent: 7 }];
  expect(filterClasses(text, rows).valuesAlone(9)).toEqual(expect.arrayContaining(['%', '_']));
  expect(filterClasses(number, spending).valuesAlone(9)).toContain(0);
  expect(filterClasses(number, spending).classOf([0])).toBe('zero');
  const positive: Filter = { ...number, parameter: { ...number.parameter, minimum: 1 } };
  expect(filterClasses(positive, spending).valuesAlone(9)).not.toContain(0);
});
