import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Filter, type FilterValue, loadContract, type Operation } from '../../spec/index.ts';
import { leavesDefault, liftedDefaults } from './lifted-defaults.ts';

const example = fileURLToPath(new URL('../../scripts/example/bookshop.yaml', import.meta.url));
const operation = loadContract(example).operations.find(({ filters }) => byDefault(filters)) as Operation;
const lifting = byDefault(operation.filters) as Filter;
const { unrestricted: all, ...unliftable } = lifting;
const others = operation.filters.filter((filter) => filter !== lifting);

function byDefault(filters: readonly Filter[]): Filter | undefined {
  return filters.find(({ byDefault: values, unrestricted }) => values.length > 0 && unrestricted !== undefined);
}
const [usual = '', other = ''] = lifting.allowed.filter((value) => value !== all);

/** The filter as it might be documented. */
const filters = {
  'with a value for all rows': lifting,
  'of several listed values': { ...unliftable, many: true, test: 'in', allowed: [usual, other] },
  'of several listed values that it keeps out': { ...unliftable, many: true, test: 'not-in', allowed: [usual, other] },
  'of several values that are not listed': { ...unliftable, many: true, test: 'in', allowed: [] },
  'of one listed value': { ...unliftable, many: false, test: 'equals', allowed: [usual, other] },
  'without a default': { ...lifting, byDefault: [] },
} satisfies Record<string, Filter>;

describe('the whole list is asked for with', () => {
  test.each<[keyof typeof filters, readonly FilterValue[] | undefined]>([
    ['with a value for all rows', [all ?? '']],
    ['of several listed values', [usual, other]],
    ['of several listed values that it keeps out', undefined],
    ['of several values that are not listed', undefined],
    ['of one listed value', undefined],
    ['without a default', undefined],
  ])('a filter %s: %j', (name, values) => {
    const filter = filters[name];
    const expected = values === undefined ? [] : [{ filter, values }];
    expect(liftedDefaults({ ...operation, filters: [...others, filter] })).toEqual(expected);
  });

  test('every filter that restricts by default', () => {
    const two = [filters['with a value for all rows'], filters['of several listed values']];
    expect(liftedDefaults({ ...operation, filters: two })).toEqual([
      { filter: two[0], values: [all] },
      { filter: two[1], values: [usual, other] },
    ]);
  });
});

describe('rows that the whole list cannot show', () => {
  const one = filters['of one listed value'];
  test.each<[string, Filter, readonly FilterValue[], boolean]>([
    ['are asked for with a value beside the default', one, [other], true],
    ['are asked for with one of several values', { ...one, many: true, test: 'not-in' }, [usual, other], true],
    ['are not, with the default', one, [usual], false],
    ['are not, without a value', one, [], false],
    ['are not, where a value lifts the default', lifting, [other], false],
    ['are not, where all values together lift it', filters['of several listed values'], [other], false],
    ['are, where the values are not listed', filters['of several values that are not listed'], [other], true],
    ['are not, where there is no default', filters['without a default'], [other], false],
  ])('%s', (_, filter, values, leaves) => expect(leavesDefault([{ filter, values }])).toBe(leaves));

  test('are asked for where one of the filters does', () => {
    const harmless = { filter: lifting, values: [other] };
    expect(leavesDefault([harmless, { filter: one, values: [other] }])).toBe(true);
    expect(leavesDefault([harmless, { filter: one, values: [usual] }])).toBe(false);
    expect(leavesDefault([])).toBe(false);
  });
});
