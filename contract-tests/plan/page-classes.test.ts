import { describe, expect, test } from 'vitest';
import type { Operation } from '../../spec/index.ts';
import { ownContract } from '../own-contract.ts';
import type { Page } from '../walk/page.ts';
import type { Walk } from '../walk/walk.ts';
import { inputModel } from './input-model.ts';
import { walkClasses } from './page-classes.ts';

const { operations } = ownContract();
const found = operations.find(({ list, filters }) => list.size !== undefined && filters.length > 1) as Operation;
const numbered = operations.find(({ list }) => list.paging.style === 'page') as Operation;
const [filter] = found.filters.filter(({ many, allowed }) => many && allowed.length > 2);
const [second] = found.filters.filter((each) => each !== filter);
if (filter === undefined || second === undefined) throw new Error('The list has no two such filters.');
const [one = '', two = '', three = ''] = filter.allowed;

/** A list of two filters: seven rows have the first listed value, two the second, one the third. */
const operation: Operation = {
  ...found,
  filters: [filter, second],
  list: { ...found.list, paging: numbered.list.paging, size: { minimum: 1, maximum: 50, default: 20 } },
};
const rows = [...Array(7).fill(one), two, two, three].map((value) => ({ [filter.field]: value }));
const model = inputModel(operation.filters, rows);

function walkOf(facts: Partial<Walk>, pages = 1): Walk {
  const request = { operation, query: [], credential: 'none', tenants: {}, expect: 'list' } as const;
  const exchange = { request, url: '', status: 200, headers: {}, body: {}, problem: undefined };
  const page: Page = { exchange, rows: [], next: undefined, told: {} };
  const unasked = { args: [], size: undefined, start: undefined, place: undefined, more: [], rows: [], at: 0 };
  return { ...unasked, stop: 'end', pages: Array.from({ length: pages }, () => page), ...facts };
}

describe('all pages of a walk have', () => {
  const absent = `${second.name} absent`;
  test.each<[string, Partial<Walk>, readonly string[], number]>([
    ['every filter absent where none is given', {}, [`${filter.name} absent`, absent, 'size not given'], 10],
    [
      'the class of a value, and the size that all its rows fill',
      { args: [{ filter, values: [one] }], size: 7 },
      [`${filter.name} ${one}`, absent, 'size exactly all'],
      7,
    ],
    [
      'the classes of several values, together and each among them',
      { args: [{ filter, values: [two, one] }], size: 50 },
      [`${filter.name} several, in another order`, `${filter.name} ${two} among several`].concat(
        `${filter.name} ${one} among several`,
        absent,
        'size largest',
      ),
      9,
    ],
    [
      'every class of a size that is in several',
      { args: [{ filter, values: [two] }], size: 1 },
      [`${filter.name} ${two}`, absent, 'size smallest', 'size all but one'],
      2,
    ],
    [
      'no class of a size that is in none',
      { args: [{ filter, values: [three] }], size: 33 },
      [`${filter.name} ${three}`, absent],
      1,
    ],
  ])('%s', (_, facts, own, passing) => {
    expect(walkClasses(operation, model, walkOf(facts))).toMatchObject({ own, rows: passing });
  });

  test('no class of a size where pages have none that one can ask for', () => {
    const { size: _, ...list } = operation.list;
    const { own } = walkClasses({ ...operation, list }, model, walkOf({}));
    expect(own).toEqual([`${filter.name} absent`, absent]);
  });
});

describe('the place of each page', () => {
  const [last, middle] = ['place last', 'place middle'];
  test.each<[string, number, Partial<Walk>, readonly (readonly string[])[]]>([
    ['of one', 1, {}, [['place first']]],
    ['of one that is asked for by its number', 1, { place: '1' }, [['place first, asked for']]],
    ['of one behind others', 1, { place: '5', stop: 'cut' }, [['place last']]],
    ['of two', 2, {}, [['place first'], ['place second', last]]],
    ['of four', 4, {}, [['place first'], ['place second', middle], [middle], [last]]],
    ['of three that are asked for', 3, { place: '1' }, [['place first, asked for'], ['place second', middle], [last]]],
    ['of three, where more follow', 3, { stop: 'cut' }, [['place first'], ['place second', middle], [middle]]],
    ['of two in a loop', 2, { stop: 'loop' }, [['place first'], ['place second', middle]]],
  ])('%s', (_, pages, facts, places) => {
    const { placeOf } = walkClasses(operation, model, walkOf(facts, pages));
    expect(places.map((__, page) => placeOf(page))).toEqual(places);
  });
});
