import { describe, expect, test } from 'vitest';
import { type Clause, concerns, isHeldBy, type Level, strictest } from './clause.ts';

const clause: Clause = {
  id: 'ADS-01',
  level: 'must',
  page: 'ADS',
  section: 'Query',
  statement: 'It is so.',
  holder: 'schema',
};

describe('the strictest of several clauses', () => {
  const levels: Level[] = ['must', 'should', 'open'];
  const register = new Map(levels.map((level) => [level, { ...clause, id: level, level }]));

  test.each<[string[], Level]>([
    [['open', 'must', 'should'], 'must'],
    [['open', 'should'], 'should'],
    [['open'], 'open'],
    [[], 'must'],
    [['unknown'], 'must'],
  ])('%j is %s', (ids, level) => {
    expect(strictest(register, ids)).toBe(level);
  });

  test('is the fallback where there are none', () => {
    expect(strictest(register, [], 'should')).toBe('should');
  });
});

describe('a clause that is held by', () => {
  test.each<[holder: string, check: string | undefined, held: boolean]>([
    ['schema', undefined, true],
    ['schema', 'totals', false],
    ['check:totals', 'totals', true],
    ['check:totals', undefined, false],
    ['check:totals', 'total', false],
    ['check:totals check:order', 'order', true],
    ['check:totals schema', undefined, true],
    ['unobservable', undefined, false],
    ['none', undefined, false],
  ])('%s, asked for %s: %j', (holder, check, held) => {
    expect(isHeldBy({ ...clause, holder }, check)).toBe(held);
  });
});

test.each([
  ['ADS', true],
  ['facts', true],
  ['CAMPAIGNS', false],
])('a clause of the page %s concerns the operation: %j', (page, expected) => {
  expect(concerns({ ...clause, page }, { page: 'ADS', facts: 'facts', elsewhere: new Set() })).toBe(expected);
});

test('a clause of filters that only other operations have does not concern the operation', () => {
  const elsewhere = new Set([clause.id]);
  expect(concerns({ ...clause, page: 'facts' }, { page: 'ADS', facts: 'facts', elsewhere })).toBe(false);
});
