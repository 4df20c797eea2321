import { describe, expect, test } from 'vitest';
import type { Operation, Row } from '../../spec/index.ts';
import { ownContract } from '../own-contract.ts';
import { type Arguments, isId, passesAll, describe as tell } from './filter-arguments.ts';
import { subset } from './subset.ts';
import type { Walk } from './walk.ts';

const { operations } = ownContract();
const isSince = ({ test: kind, parameter }: Operation['filters'][number]) =>
  kind === 'at-or-after' && parameter.format === 'date-time';
const dated = operations.find(({ filters }) => filters.some(isSince)) as Operation;
const parented = operations.find(({ filters }) => filters.filter(isId).length > 1 && !filters.some(isSince));
const operation = parented as Operation;
const [parent, owner] = operation.filters.filter(isId);
const [since, single] = [dated.filters.find(isSince), dated.filters.find(isId)];
const listed = operation.filters.find(({ allowed }) => allowed.length > 0);
if (!(parent && owner && since && single && listed)) throw new Error('The contract has no lists with these filters.');

/** A row for each letter, which names its parent; another letter names its owner. */
const rowsOf = (parents: string, owners = parents): Row[] =>
  [...parents].map((letter, index) => ({ [parent.field]: letter, [owner.field]: `of ${owners[index]}` }));

/** Walks of a list, which are cut short where they hold more rows than so many; and what they were asked for. */
function walksOf(rows: readonly Row[], most: number) {
  const asked: (readonly [string, number])[] = [];
  const take = async (args: Arguments, maxPages: number): Promise<Walk> => {
    asked.push([tell(args), maxPages]);
    const found = rows.filter((row) => passesAll(args, row));
    const stop = found.length > most ? 'cut' : 'end';
    const facts = { size: undefined, start: undefined, place: undefined, pages: [], more: [], at: 0 };
    return { ...facts, args, rows: stop === 'cut' && args.length < 1 ? rows : found, stop };
  };
  return { take, asked };
}
const asks = (filter: { readonly name: string }, value: string, pages = 2) => [`${filter.name}=${value}`, pages];

describe('the whole list', () => {
  test.each([
    ['a twenty-fourth of what is left', 240, 10],
    ['a whole number of pages', 263, 10],
    ['four pages, where little is left', 10, 4],
  ])('is read with at most %s', async (_, left, pages) => {
    const { take, asked } = walksOf(rowsOf('aabb'), 9);
    const { base, walk } = await subset(operation, [], left, take);
    expect({ base, rows: walk.rows, stop: walk.stop }).toEqual({ base: [], rows: rowsOf('aabb'), stop: 'end' });
    expect(asked).toEqual([['no filter', pages]]);
  });

  test('is what is taken where it is refused, too', async () => {
    const { take, asked } = walksOf([], 0);
    const refused = async (args: Arguments, maxPages: number) => ({ ...(await take(args, maxPages)), stop: 'refused' });
    const { base, walk } = await subset(operation, [], 240, refused as typeof take);
    expect([base, walk.stop, asked.length]).toEqual([[], 'refused', 1]);
  });
});

describe('of a list that is too long, what is taken', () => {
  test('is what the parent with most rows has, of the parents that are fewest', async () => {
    const rows = rowsOf('abbcccdd', 'xxxxxyyy');
    const { take, asked } = walksOf(rows, 5);
    const { base, walk } = await subset(operation, [], 240, take);
    expect(asked).toEqual([['no filter', 10], asks(owner, 'of x')]);
    expect(base).toEqual([{ filter: owner, values: ['of x'] }]);
    expect(walk.rows).toEqual(rows.slice(0, 5));
  });

  test('is what a parent of another kind has, where that is too long', async () => {
    const rows = rowsOf('abbcccdd', 'xxxxxyyy');
    const { take, asked } = walksOf(rows, 4);
    const { base, walk } = await subset(operation, [], 240, take);
    expect(asked).toEqual([['no filter', 10], asks(owner, 'of x'), asks(parent, 'c')]);
    expect(base).toEqual([{ filter: parent, values: ['c'] }]);
    expect(walk.rows).toEqual(rows.slice(3, 6));
  });

  test.each([
    ['every parent has one row', rowsOf('abcd'), [asks(parent, 'a'), asks(owner, 'of a')]],
    ['every row has one parent', rowsOf('aaaa'), []],
    ['rows have no parent', [{}, {}, {}], []],
  ])('is its beginning, where %s', async (_, rows, parts) => {
    const { take, asked } = walksOf(rows, 2);
    const { base, walk } = await subset(operation, [], 240, take);
    expect([base, walk.rows, walk.stop]).toEqual([[], rows, 'cut']);
    expect(asked).toEqual([['no filter', 10], ...parts]);
  });

  test('is asked for beside what lifts the defaults, but for the same filter', async () => {
    const values = listed.allowed;
    const lifted = [
      { filter: listed, values },
      { filter: owner, values: ['of x', 'of y'] },
    ];
    const rows = rowsOf('abcd', 'xxxy').map((row) => ({ ...row, [listed.field]: values[0] }));
    const cut = async (args: Arguments): Promise<Walk> => {
      const walk = await walksOf(rows, 3).take(args, 2);
      return args === lifted ? { ...walk, rows, stop: 'cut' } : walk;
    };
    const { base, walk } = await subset(operation, lifted, 240, cut);
    expect(base).toEqual([lifted[0], { filter: owner, values: ['of x'] }]);
    expect(walk.rows).toEqual(rows.slice(0, 3));
  });

  test('is what was created last, an eighth, whatever the order; then what a parent has', async () => {
    const days = [3, 9, 1, 8, 7, 2, 6, 5, 4, 10, 11, 12, 13, 14, 15, 16];
    const rows = days.map((day, index) => ({
      [since.field]: `2026-04-${String(day).padStart(2, '0')}T00:00:00Z`,
      [single.field]: index < 4 ? 'a' : 'b',
    }));
    const recent = asks(since, '2026-04-14T00:00:00Z');
    const few = walksOf(rows, 3);
    const found = await subset(dated, [], 240, few.take);
    expect(few.asked).toEqual([['no filter', 10], recent]);
    expect(found.walk.rows).toEqual(rows.slice(13));
    const fewer = walksOf(rows, 2);
    await subset(dated, [], 240, fewer.take);
    expect(fewer.asked).toEqual([['no filter', 10], recent, asks(single, 'b')]);
  });
});
