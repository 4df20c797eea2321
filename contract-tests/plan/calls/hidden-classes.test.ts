import { expect, test } from 'vitest';
import { ownContract } from '../../own-contract.ts';
import type { Way } from './call-space.ts';
import { hidesBeside, hidesNothing } from './hidden-classes.ts';

const filter = ownContract().operations.flatMap(({ filters }) => filters)[0];
if (filter === undefined) throw new Error('The contract has no filter.');

/** A filter of one class that lets these of four rows through. */
const wayOf = (own: number, rows: number): Way => ({
  ...{ filter, values: [], classes: [own], mask: Uint32Array.of(rows) },
  ...{ isUnknown: false, isShortened: false },
});
const all = Uint32Array.of(0b1111);

test('an answer with rows hides nothing', () => {
  expect(hidesNothing(1, 2, 3)).toBe(false);
});

test('what goes wrong in a filter that lets nothing through shows alone, and beside others that let rows through', () => {
  expect(hidesBeside([wayOf(1, 0)], all)(1)).toBe(false);
  expect(hidesBeside([wayOf(1, 0), wayOf(2, 0b11)], all)(1)).toBe(false);
});

test('it is hidden by another filter that lets nothing through, and two of them show together', () => {
  const hides = hidesBeside([wayOf(1, 0), wayOf(2, 0), wayOf(3, 0b11)], all);
  expect([hides(1), hides(2), hides(3), hides(1, 3)]).toEqual([true, true, true, true]);
  expect([hides(1, 2), hides(2, 1), hides(1, 3, 2)]).toEqual([false, false, false]);
});

test('filters that have no row in common are hidden by neither of them', () => {
  const hides = hidesBeside([wayOf(1, 0b01), wayOf(2, 0b10)], all);
  expect([hides(1), hides(2)]).toEqual([false, false]);
});

test('a class of no filter shows where all filters together do', () => {
  expect(hidesBeside([wayOf(1, 0)], all)(9)).toBe(true);
  expect(hidesBeside([wayOf(1, 0)], all)(9, 1)).toBe(false);
});
