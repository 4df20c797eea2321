import { expect, test } from 'vitest';
import { ownContract } from '../../own-contract.ts';
import { and, bitsetOf } from '../bitset.ts';
import type { Way } from './call-space.ts';
import { provenLater } from './proven-later.ts';

const ROWS = Array.from({ length: 70 }, (_, index) => index);
const filter = ownContract().operations.flatMap(({ filters }) => filters)[0];
if (filter === undefined) throw new Error('The contract has no filter.');

/** A way that lets these rows through. */
const wayOf = (lets: (row: number) => boolean): Way => ({
  ...{ filter, values: [], classes: [], isUnknown: false, isShortened: false },
  mask: bitsetOf(ROWS, lets),
});
const all = bitsetOf(ROWS, () => true);
const even = wayOf((row) => row % 2 === 0);

const provenBy = (ways: readonly Way[], size: number, read: number, pages: number) =>
  provenLater(ways, { all, answer: ways.reduce((left, { mask }) => and(left, mask), all), size, read, pages });

test('one page proves nothing behind it', () => {
  expect(provenBy([even], 100, 1, 1)).toEqual([]);
});

test('a filter is proven behind the first page by a row there that it keeps out', () => {
  expect(provenBy([even], 10, 2, 4)).toEqual([even]);
});

test('not where all rows that it keeps out come before the second page', () => {
  const late = wayOf((row) => row >= 12);
  expect(provenBy([late], 20, 2, 3)).toEqual([]);
  // The other filter keeps rows out on every page.
  expect(provenBy([late, even], 20, 2, 2)).toEqual([even]);
});

test('nor where such a row comes behind the pages that are read; at the end, where another page would follow, it is', () => {
  const early = wayOf((row) => row < 66);
  expect(provenBy([early], 20, 2, 4)).toEqual([]);
  expect(provenBy([early], 20, 4, 4)).toEqual([early]);
  const few = wayOf((row) => row < 10);
  const late = wayOf((row) => row < 10 || row === 50);
  expect(provenBy([few], 5, 2, 2)).toEqual([few]);
  expect(provenBy([few, late], 5, 2, 2)).toEqual([few]);
  const without = wayOf((row) => row !== 45);
  expect(provenBy([without], 20, 2, 4)).toEqual([]);
  expect(provenBy([without], 23, 2, 3)).toEqual([without]);
});
