import { describe, expect, test } from 'vitest';
import type { Row } from '../../spec/index.ts';
import type { Context } from '../walk/context.ts';
import { type Snapshot, snapshotOf } from '../walk/list-snapshot.ts';
import { keyOf } from '../walk/rows.ts';
import type { Walk } from '../walk/walk.ts';
import type { Difference } from './difference.ts';
import { operation, rowOf, rowsOf, walkOf } from './sample-walks.ts';
import { type Comparison, compareWhenStable } from './stable-comparison.ts';

const inOneReply = (names: string) => walkOf(names, { cuts: 1 });

type Deployment = {
  /** The walks in the order in which they are made, the last one for ever. */
  readonly walks: readonly Walk[];
  /** The whole list in the order in which it is fetched, the last one for ever. */
  readonly lists: readonly (string | Snapshot)[];
  readonly changing?: boolean;
} & Pick<Partial<Comparison>, 'belongs' | 'list'>;

/** Compares, and tells how often walk and list were fetched anew and how long was waited. */
async function compare({ walks, lists, changing = false, belongs = () => true, list }: Deployment) {
  const asked = { walks: 0, lists: 0, waited: 0 };
  const run = { changing };
  const listed = (index: number): Snapshot => {
    const found = lists[Math.min(index, lists.length - 1)] ?? '';
    return typeof found === 'string' ? snapshotOf(operation, [], walkOf(found, { at: 0 })) : found;
  };
  const clock = {
    now: () => asked.waited,
    sleep: async (milliseconds: number) => {
      asked.waited += milliseconds;
    },
  };
  const refresh = async () => listed(++asked.lists);
  // The comparison uses no other member.
  const context = { operation, run, client: { clock }, snapshot: async () => listed(0), refresh } as Context;
  const walkAt = (index: number) => walks[Math.min(index, walks.length - 1)] ?? walkOf('');
  const again = async () => walkAt(++asked.walks);
  const comparison = { context, walk: walkAt(0), belongs, again, ...(list === undefined ? {} : { list }) };
  const { differences, moving, walk } = await compareWhenStable(comparison);
  return { differences, moving, walk, asked, changing: run.changing };
}

const missing = (key: string): Difference => ({ kind: 'missing', key, listed: rowOf(key), walked: undefined });
const extra = (key: string): Difference => ({ kind: 'extra', key, listed: undefined, walked: rowOf(key) });
const calm = { differences: [], moving: false };

test('a row that servers show in turns, each in its own way, is no difference; one that all walks show otherwise is', async () => {
  const [own, others, spent] = [walkOf('a b*'), walkOf('a b'), walkOf('a', { stop: 'budget' })];
  expect(await compare({ walks: [own, own, others, own, others], lists: ['a b'] })).toMatchObject(calm);
  expect(await compare({ walks: [own, own, own, spent], lists: ['a b'] })).toMatchObject(calm);
  const lasting = await compare({ walks: [own], lists: ['a b'] });
  expect(lasting.differences).toMatchObject([{ kind: 'different', key: 'b' }]);
});

test('what a cache keeps is not held against a list that may have moved behind it', async () => {
  const walk = walkOf('a b');
  const stored = (age: string): Walk => ({
    ...walk,
    pages: walk.pages.map((page) => ({ ...page, exchange: { ...page.exchange, headers: { age } } })),
  });
  expect(await compare({ walks: [stored('3')], lists: ['a b c'] })).toMatchObject({ differences: [], moving: true });
  expect((await compare({ walks: [stored('0')], lists: ['a b c'] })).differences).toEqual([missing('c')]);
});

describe('nothing more is asked', () => {
  test.each([
    ['where the walk shows the list', walkOf('a b c'), () => true],
    ['where it shows the list in another order', walkOf('c a b'), () => true],
    ['where what it lacks does not belong in it', walkOf('a c'), (row: Row) => keyOf(operation, row) !== 'b'],
    ['where a cut walk has not come to the rows that it lacks', walkOf('a', { stop: 'cut' }), () => true],
  ])('%s', async (_, walk, belongs) => {
    const found = await compare({ walks: [walk], lists: ['a b c'], belongs });
    expect(found).toEqual({ ...calm, walk, asked: { walks: 0, lists: 0, waited: 0 }, changing: false });
  });

  test('of the list where it is younger than the walk, and the walk, made anew, shows it', async () => {
    const younger = snapshotOf(operation, [], walkOf('a b', { at: 5 }));
    const found = await compare({ walks: [walkOf('a', { at: 4 }), walkOf('a b')], lists: [younger] });
    expect(found).toMatchObject({ ...calm, asked: { walks: 1, lists: 0 } });
  });
});

describe('in a list that stands still, a defect is told when it is seen again', () => {
  test.each<[string, Walk, Difference]>([
    ['a row is missing', walkOf('a c'), missing('b')],
    ['a row is in no list', walkOf('a b c d'), extra('d')],
    ['a row is shown differently', walkOf('a b* c'), { ...missing('b'), kind: 'different', walked: rowOf('b*') }],
    ['a row comes twice', walkOf('a b b c'), { ...missing('b'), kind: 'twice', walked: rowOf('b') }],
    ['a cut walk shows a row of no list, and lacks others', walkOf('a d', { stop: 'cut' }), extra('d')],
  ])('%s', async (_, walk, difference) => {
    const found = await compare({ walks: [walk], lists: ['a b c'] });
    // What is shown differently must be so twice more.
    const asked = { walks: difference.kind === 'different' ? 3 : 1, lists: 2, waited: 0 };
    expect(found).toEqual({ differences: [difference], moving: false, walk, asked, changing: false });
  });

  test('with the walk that shows it last, where others between do not', async () => {
    const [first, last] = [walkOf('a'), walkOf('a', { at: 9 })];
    const found = await compare({ walks: [first, walkOf('a b'), last], lists: ['a b'] });
    expect(found).toMatchObject({ differences: [missing('b')], moving: false, asked: { walks: 2, lists: 3 } });
    expect(found.walk).toBe(last);
  });

  test('and of a list of its own, where it is given one', async () => {
    const snapshot = snapshotOf(operation, [], walkOf('a b'));
    const list = { snapshot, refresh: async () => snapshot };
    const found = await compare({ walks: [walkOf('a')], lists: ['x y'], list });
    expect(found).toMatchObject({ differences: [missing('b')], moving: false, asked: { walks: 1, lists: 0 } });
  });
});

describe('a defect that shows once in six walks', () => {
  const walks = [walkOf('a'), walkOf('a b')];
  const tried = { walks: 5, lists: 6 };

  test('is told where the list stands still for a while longer', async () => {
    const found = await compare({ walks, lists: ['a b'] });
    expect(found).toMatchObject({ differences: [missing('b')], moving: false, walk: walks[0] });
    expect(found.asked).toEqual({ walks: 5, lists: 10, waited: 1200 });
  });

  test('is not told where the walk began anew: servers were started meanwhile', async () => {
    const [first, ...others] = walkOf('a b').pages.map((page) => ({ ...page, rows: rowsOf('a') }));
    const anew = walkOf('a a b', { pages: first === undefined ? [] : [first, ...others] });
    const found = await compare({ walks: [anew, walkOf('a b')], lists: ['a b'] });
    expect(found).toMatchObject({ ...calm, asked: { ...tried, waited: 0 } });
    const again = await compare({ walks: [anew], lists: ['a b'] });
    expect(again.differences).toMatchObject([{ kind: 'twice', key: 'a' }]);
  });

  test('is not told where any list of the run was seen to change: a change may have been undone', async () => {
    const found = await compare({ walks, lists: ['a b'], changing: true });
    expect(found).toMatchObject({ differences: [], moving: true, asked: { ...tried, waited: 0 } });
    const inTurns = [walkOf('a'), walkOf('b'), walkOf('a b')];
    expect((await compare({ walks: inTurns, lists: ['a b'], changing: true })).differences).toEqual([]);
  });

  test('is not told where the list changes while one waits', async () => {
    const still = Array.from({ length: 8 }, () => 'a b');
    const found = await compare({ walks, lists: [...still, 'a b c'] });
    expect(found).toMatchObject({ differences: [], moving: true, asked: { walks: 5, lists: 8, waited: 600 } });
  });
});

describe('a change between the walk and the list is no difference', () => {
  test.each([
    ['a row came', 'a b', 'a b c', 'a b c'],
    ['a row went', 'a b c', 'a c', 'a c'],
    ['a row changed', 'a b c', 'a b* c', 'a b* c'],
    ['a row came behind the walk, another before it', 'a b', 'a b c', 'a b c d'],
  ])('%s', async (_, before, walked, after) => {
    for (const walk of [walkOf(walked), inOneReply(walked)]) {
      expect(await compare({ walks: [walk], lists: [before, after] })).toMatchObject({ ...calm, changing: true });
    }
  });
});

describe('a list that changes', () => {
  const growing = ['a b', 'a b c', 'a b c d', 'a b c d e', 'a b c d e f', 'a b c d e f g', 'a b c d e f g h'];
  const walksOf = (...shown: readonly string[]) => shown.map(inOneReply);
  const tried = { walks: 5, lists: 6, waited: 0 };

  test('proves a row missing that four single replies lack', async () => {
    const found = await compare({ walks: walksOf('b', 'b c', 'b c d', 'b c d e'), lists: growing });
    const asked = { walks: 3, lists: 4, waited: 0 };
    expect(found).toMatchObject({ differences: [missing('a')], moving: false, asked, changing: true });
  });

  test('is moving where a single reply among them shows the row', async () => {
    const walks = walksOf('b', 'b c', 'a b c d', 'b c d e', 'b c d e f', 'b c d e f g');
    const found = await compare({ walks, lists: growing });
    expect(found).toMatchObject({ differences: [], moving: true, asked: tried, changing: true });
  });

  test.each([
    ['stands still around no walk of several pages', [walkOf('b')], growing],
    ['no longer stands still around walks of several pages', [walkOf('b')], ['a b', ...growing]],
    ['no longer stands still around replies with a row of no list', [inOneReply('a b q')], ['a b', ...growing]],
    ['has another row, and walks no longer lack one', [walkOf('a'), walkOf('a b c')], ['a b', 'a b', 'a b c']],
  ])('is moving where it %s', async (_, walks, lists) => {
    const found = await compare({ walks, lists });
    expect(found).toMatchObject({ differences: [], moving: true, asked: tried, changing: true });
  });

  test.each([
    ['the list cannot be read to its end', [walkOf('a')], snapshotOf(operation, [], walkOf('a b', { stop: 'budget' }))],
    ['the walk is refused', [walkOf('', { stop: 'refused' })], 'a b'],
    ['the walk, made anew, is refused', [walkOf('a'), walkOf('', { stop: 'refused' })], 'a b'],
    ['the walk goes round in circles', [walkOf('a a', { stop: 'loop' })], 'a b'],
  ])('is what is said where %s', async (_, walks, after) => {
    const found = await compare({ walks, lists: ['a b', after] });
    expect(found).toMatchObject({ differences: [], moving: true });
    expect(found.asked).toEqual({ walks: walks.length - 1, lists: walks.length, waited: 0 });
  });
});
