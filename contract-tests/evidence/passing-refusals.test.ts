import { expect, test } from 'vitest';
import { operation, walkOf } from '../model/sample-walks.ts';
import type { Arguments } from '../walk/filter-arguments.ts';
import { snapshotOf } from '../walk/list-snapshot.ts';
import type { Walk } from '../walk/walk.ts';
import { hasMoved } from './passing-refusals.ts';

const [filter] = operation.filters;
const narrowed: Arguments = filter === undefined ? [] : [{ filter, values: ['x'] }];

/** Whether a list was seen to move that is read with these filters. */
const moved = (base: Arguments, ...walks: Walk[]) =>
  hasMoved({ operation, walks, snapshot: snapshotOf(operation, base, walkOf('a b', { args: base })) });

test('a list has moved where a walk that came to its end showed other rows', () => {
  expect(moved([], walkOf('b a'), walkOf('a', { stop: 'cut' }))).toBe(false);
  expect(moved([], walkOf('b a'), walkOf('a'))).toBe(true);
  expect(moved([], walkOf('a b*'))).toBe(true);
});

test('a walk that began elsewhere, or asked for a part, says nothing of it', () => {
  const part = walkOf('a', { args: narrowed });
  expect(narrowed.length).toBe(1);
  expect(moved([], part, walkOf('b', { start: 'a' }), walkOf('b', { place: '2' }))).toBe(false);
});

test('the whole is what every walk asks for, where that is narrowed', () => {
  expect(moved(narrowed, walkOf('a b c'), walkOf('a b', { args: narrowed }))).toBe(false);
  expect(moved(narrowed, walkOf('a b'), walkOf('a', { args: narrowed }))).toBe(true);
});
