import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRateCounter } from './rate-counter.ts';

const MINUTE = 60_000;
const BEGIN = 29_000 * MINUTE;

describe('a counter', () => {
  test('allows so many calls in a window, and says how many are left and when the next begins', () => {
    const counter = createRateCounter();
    const times = [0, 1, 59_000, 59_999, MINUTE, MINUTE + 1];
    expect(times.map((time) => counter.count('key', 3, 60, BEGIN + time))).toEqual([
      { allowed: true, remaining: 2, seconds: 60 },
      { allowed: true, remaining: 1, seconds: 60 },
      { allowed: true, remaining: 0, seconds: 1 },
      { allowed: false, remaining: 0, seconds: 1 },
      { allowed: true, remaining: 2, seconds: 60 },
      { allowed: true, remaining: 1, seconds: 60 },
    ]);
  });

  test('counts each key by itself', () => {
    const counter = createRateCounter();
    const keys = ['a', 'a', 'b', 'a', 'b', '__proto__'];
    expect(keys.map((key) => counter.count(key, 2, 60, BEGIN).allowed)).toEqual([true, true, true, false, true, true]);
  });

  test('begins anew where the clock is set back', () => {
    const counter = createRateCounter();
    expect([0, 0, -MINUTE].map((time) => counter.count('key', 1, 60, BEGIN + time).allowed)).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('forks with what it counted, and is cleared of it', () => {
    const counter = createRateCounter();
    counter.count('key', 2, 60, BEGIN);
    const fork = counter.fork();
    expect(
      [fork, counter, counter, counter.cleared()].map((each) => each.count('key', 2, 60, BEGIN).remaining),
    ).toEqual([0, 0, 0, 1]);
    expect(fork.count('key', 2, 60, BEGIN).allowed).toBe(false);
  });

  test('forgets the key that was counted longest ago, where there are too many', () => {
    const counter = createRateCounter();
    for (const key of ['first', 'second', 'first']) counter.count(key, 9, 60, BEGIN);
    for (let other = 0; other < 9_999; other += 1) counter.count(`other ${other}`, 9, 60, BEGIN);
    expect([counter.count('first', 9, 60, BEGIN).remaining, counter.count('second', 9, 60, BEGIN).remaining]).toEqual([
      6, 8,
    ]);
  });

  test('never allows more than its limit in a window, whenever the calls come', () => {
    const calls = fc.array(fc.nat(200_000), { maxLength: 60 }).map((times) => times.sort((one, other) => one - other));
    fc.assert(
      fc.property(calls, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 90 }), (times, limit, window) => {
        const counter = createRateCounter();
        const used = new Map<number, number>();
        for (const time of times) {
          const begin = Math.floor(time / (window * 1000));
          const before = used.get(begin) ?? 0;
          const { allowed, remaining, seconds } = counter.count('key', limit, window, time);
          expect([allowed, remaining]).toEqual([before < limit, Math.max(0, limit - before - 1)]);
          expect(Math.floor((time + seconds * 1000) / (window * 1000))).toBe(begin + 1);
          used.set(begin, before + 1);
        }
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});
