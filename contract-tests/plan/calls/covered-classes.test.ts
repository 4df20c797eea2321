import { describe, expect, test } from 'vitest';
import { ownContract } from '../../own-contract.ts';
import type { Way } from './call-space.ts';
import { coveredClasses, type Worth } from './covered-classes.ts';
import { hidesNothing } from './hidden-classes.ts';
import { type MadeCall, NOTHING } from './made-call.ts';

const WORTH: Worth = {
  single: 30,
  decided: 4,
  pair: 4,
  matter: 4,
  later: 20,
  factor: 3,
  memory: 3,
  triple: 0.12,
  hidden: 0,
};

/** A call in which these classes meet; what it asks does not matter here. */
const callOf = (classes: readonly number[], facts: Partial<MadeCall> = {}): MadeCall => ({
  choice: { ways: [], size: undefined, isPlaced: false, cursor: undefined },
  classes,
  shown: 'all',
  hides: hidesNothing,
  deciding: [],
  provenLater: [],
  proven: [],
  differsIn: [],
  answer: new Uint32Array(1),
  rows: 1,
  read: 1,
  pages: 1,
  ...facts,
});

/** A choice in which one filter is asked for in a way of these classes. */
const choiceOf = (classes: readonly number[]): MadeCall['choice'] => {
  const filter = ownContract().operations.flatMap(({ filters }) => filters)[0];
  if (filter === undefined) throw new Error('The contract has no filter.');
  const way: Way = { filter, values: [], classes, mask: new Uint32Array(1), isUnknown: false, isShortened: false };
  return { ...NOTHING, ways: [way] };
};

describe('what a call adds', () => {
  test('is nothing when the same classes have met before, in whatever order', () => {
    const covered = coveredClasses(6, 2, WORTH);
    expect(covered.gain(callOf([1, 2, 3]))).toBeGreaterThan(0);
    covered.add(callOf([3, 1, 2]));
    expect(covered.gain(callOf([1, 2, 3]))).toBe(0);
    expect(covered.gain(callOf([1, 2, 4]))).toBeGreaterThan(0);
  });

  test('is more for a class that has not been asked than for two that have not met', () => {
    const covered = coveredClasses(6, 2, WORTH);
    covered.add(callOf([1]));
    covered.add(callOf([2]));
    expect(covered.gain(callOf([1, 3]))).toBeGreaterThan(covered.gain(callOf([1, 2])));
  });

  test('is nothing for classes that an empty answer hides, but those of unknown ids', () => {
    const covered = coveredClasses(6, 2, WORTH);
    expect(covered.gain(callOf([1, 2], { shown: new Set() }))).toBe(0);
    expect(covered.gain(callOf([1, 2], { shown: new Set([2]) }))).toBeGreaterThan(0);
    covered.add(callOf([1, 2], { shown: new Set() }));
    expect(covered.isNew(1, 2)).toBe(true);
    covered.add(callOf([1, 2], { shown: new Set([2]) }));
    expect(covered.isNew(1, 2)).toBe(false);
  });

  test('is a share of that for classes that an empty answer hides, where it is to be; and all of it once they are shown', () => {
    const worth: Worth = { ...WORTH, single: 8, pair: 16, triple: 32, hidden: 0.25 };
    const covered = coveredClasses(6, 2, worth);
    const empty = callOf([1, 2, 3], { shown: new Set() });
    const whole = 3 * 8 + 3 * 16 + 32;
    expect(covered.gain(empty)).toBe(whole / 4);
    covered.add(empty);
    expect(covered.gain(empty)).toBe(0);
    expect(covered.isNew(1, 2)).toBe(true);
    expect(covered.gain(callOf([1, 2, 3]))).toBe(whole);
    covered.add(callOf([1, 2, 3]));
    expect(covered.gain(callOf([1, 2, 3]))).toBe(0);
  });

  test('leaves out what the other filters of an empty answer would hide', () => {
    const worth: Worth = { ...WORTH, single: 8, pair: 16, triple: 32, hidden: 0.25 };
    const covered = coveredClasses(6, 2, worth);
    const hides: MadeCall['hides'] = (_one, two, three) => two === undefined || three !== undefined;
    expect(covered.gain(callOf([1, 2, 3], { shown: new Set(), hides }))).toBe((3 * 16) / 4);
    expect(covered.gain(callOf([1, 2, 3], { shown: new Set([1]), hides }))).toBe(2 * 16 + 16 / 4);
    expect(covered.gain(callOf([1, 2, 3], { shown: new Set(), hides: (_, two) => two !== undefined }))).toBe(
      (3 * 8) / 4,
    );
  });

  test('counts filters that decide the answer, and earlier calls that differ in one factor, for themselves', () => {
    const covered = coveredClasses(6, 2, WORTH);
    covered.add(callOf([1, 2]));
    expect(covered.gain(callOf([1, 2], { deciding: [1] }))).toBeGreaterThan(0);
    expect(covered.gain(callOf([1, 2], { differsIn: [0] }))).toBeGreaterThan(0);
    covered.add(callOf([1, 2], { deciding: [1], differsIn: [0] }));
    expect(covered.gain(callOf([1, 2], { deciding: [1], differsIn: [0] }))).toBe(0);
    expect(covered.gain(callOf([1, 2], { differsIn: [1] }))).toBeGreaterThan(0);
    covered.add(callOf([1, 2], { differsIn: [1] }));
    // A class that meets no other counts for itself.
    expect(covered.gain(callOf([1], { differsIn: [0] }))).toBe(0);
    expect(covered.gain(callOf([3], { differsIn: [1] }))).toBeGreaterThan(0);
  });

  test('is what each kind of meeting is worth', () => {
    const worth: Worth = {
      ...{ single: 1, decided: 10, pair: 100, triple: 0, hidden: 0 },
      ...{ matter: 0, later: 10_000, factor: 1000, memory: 0 },
    };
    const covered = coveredClasses(6, 2, worth);
    expect(covered.gain(callOf([1]))).toBe(1);
    expect(covered.gain(callOf([1], { deciding: [1] }))).toBe(11);
    expect(covered.gain(callOf([1, 2], { deciding: [1] }))).toBe(112);
    expect(covered.gain(callOf([1, 2, 3], { differsIn: [0] }))).toBe(1303);
    expect(covered.gain(callOf([1], { choice: choiceOf([1]), provenLater: [0] }))).toBe(10_001);
    expect(covered.gain(callOf([1], { choice: choiceOf([1]) }))).toBe(1);
  });

  test('is as much more for two or three classes as the heaviest of them weighs', () => {
    const worth: Worth = { ...WORTH, single: 0, pair: 1, triple: 10, factor: 0, memory: 0 };
    const covered = coveredClasses(6, 2, worth, new Map([[5, 7]]));
    expect(covered.gain(callOf([1, 2]))).toBe(1);
    expect(covered.gain(callOf([1, 5]))).toBe(7);
    expect(covered.gain(callOf([1, 2, 3]))).toBe(3 + 10);
    expect(covered.gain(callOf([1, 5, 2]))).toBe(1 + 2 * 7 + 70);
  });
});
