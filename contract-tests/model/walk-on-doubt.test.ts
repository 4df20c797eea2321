import { expect, test } from 'vitest';
import type { Context } from '../walk/context.ts';
import { snapshotOf } from '../walk/list-snapshot.ts';
import type { Walk } from '../walk/walk.ts';
import { operation, walkOf } from './sample-walks.ts';
import { compareOnDoubt } from './walk-on-doubt.ts';

/** A list that stands still, and walks of it: the first ones are cut, and walked on it shows `whole`. */
function deployment(listed: string, whole: string) {
  const asked: number[] = [];
  const memos = new Map<string, Promise<unknown>>();
  const snapshot = snapshotOf(operation, [], walkOf(listed, { at: 0 }));
  // The comparison uses no other member.
  // Nothing else of a context is looked at.
  const context = {
    operation,
    run: { changing: false },
    snapshot: async () => snapshot,
    refresh: async () => snapshot,
    memo: (name: string, make: () => Promise<unknown>) => {
      const made = memos.get(name) ?? make();
      memos.set(name, made);
      return made;
    },
  } as unknown as Context;
  const compare = (shown: string, stop: Walk['stop'] = 'cut') => {
    const walk = walkOf(shown, { stop });
    return compareOnDoubt({ context, walk, again: async () => walk, belongs: () => true }, async (maxPages) => {
      asked.push(maxPages);
      return walkOf(whole);
    });
  };
  return { asked, compare };
}

test('a cut walk that shows the first rows of the list is not walked on', async () => {
  const { asked, compare } = deployment('a b c d e f', 'a b c d e f');
  expect((await compare('a b c d')).differences).toEqual([]);
  expect(asked).toEqual([]);
});

test.each([
  ['between two others', 'a c d', 'a c d e f', 'b'],
  ['before the first', 'b c d', 'b c d e f', 'a'],
  ['where its two pages hold four', 'a b c', 'a b c d f', 'e'],
  ['and has none at all', '', 'a b c d e', 'f'],
])('one that lacks a row %s is walked to its end, which proves that the row is lost', async (_, shown, whole, lost) => {
  const { asked, compare } = deployment('a b c d e f', whole);
  const { differences } = await compare(shown);
  expect(differences).toMatchObject([{ kind: 'missing', key: lost }]);
  // The pages that six rows fill, and two more.
  expect(asked[0]).toBe(5);
});

test('where rows only stand in another order there is no difference, and after three such walks no doubt', async () => {
  const { asked, compare } = deployment('a b c d e f', 'f e d c b a');
  for (const shown of ['f e', 'e d', 'c f', 'd f']) expect((await compare(shown)).differences).toEqual([]);
  expect(asked.length).toBe(3);
});

test('a walk that has come to its end is compared as it is', async () => {
  const { asked, compare } = deployment('a b c', 'a b c');
  expect((await compare('a c', 'end')).differences).toMatchObject([{ kind: 'missing', key: 'b' }]);
  expect(asked).toEqual([]);
});
