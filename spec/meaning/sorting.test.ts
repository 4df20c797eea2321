import { describe, expect, test } from 'vitest';
import type { FilterValue } from './filter-tests.ts';
import { readOrder } from './order.ts';
import { orderFor, type Sorting } from './sorting.ts';

const order = { keys: readOrder(['-createdAt', 'id']), assumed: true, clauses: [] };
const orders = {
  name: 'sort',
  byValue: new Map<FilterValue, ReturnType<typeof readOrder>>([
    ['name', readOrder(['name', 'id'])],
    ['-name', readOrder(['-name', 'id'])],
  ]),
};
const directions = {
  name: 'dir',
  byValue: new Map<FilterValue, 'ascending' | 'descending'>([
    ['asc', 'ascending'],
    ['desc', 'descending'],
  ]),
};
const both: Sorting = { orders, directions, clauses: [] };
const byDefault: Sorting = { ...both, orders: { ...orders, byDefault: 'name' } };
const downwards: Sorting = { directions: { ...directions, byDefault: 'desc' }, clauses: [] };

type Case = [
  sentence: string,
  sorting: Sorting | undefined,
  asked: Record<string, FilterValue>,
  keys: string[],
  assumed: boolean,
];

const cases: Case[] = [
  ['nothing is asked for', undefined, {}, ['-createdAt', 'id'], true],
  ['nothing is asked for, and something could be', both, {}, ['-createdAt', 'id'], true],
  ['an order is asked for', both, { sort: 'name' }, ['name', 'id'], false],
  ['a descending order is asked for', both, { sort: '-name' }, ['-name', 'id'], false],
  ['an order that nobody documents is asked for', both, { sort: 'size' }, ['-createdAt', 'id'], true],
  ['an order holds by default', byDefault, {}, ['name', 'id'], false],
  ['another than the default is asked for', byDefault, { sort: '-name' }, ['-name', 'id'], false],
  ['the other direction is asked for', both, { sort: 'name', dir: 'desc' }, ['-name', 'id'], false],
  ['the direction that it has anyway is asked for', both, { sort: 'name', dir: 'asc' }, ['name', 'id'], false],
  ['only a direction is asked for', both, { dir: 'asc' }, ['createdAt', 'id'], true],
  ['a direction holds by default', downwards, {}, ['-createdAt', 'id'], true],
  ['another direction than the default is asked for', downwards, { dir: 'asc' }, ['createdAt', 'id'], true],
];

describe('the order of a list where', () => {
  test.each(cases)('%s', (_sentence, sorting, asked, keys, assumed) => {
    const list = sorting === undefined ? { order } : { order, sorting };
    expect(orderFor(list, (name) => asked[name])).toEqual({ keys: readOrder(keys), assumed });
  });

  test('the documentation says nothing is unknown', () => {
    expect(orderFor({}, () => undefined)).toBeUndefined();
    expect(orderFor({ sorting: both }, (name) => ({ dir: 'asc' })[name])).toBeUndefined();
  });
});
