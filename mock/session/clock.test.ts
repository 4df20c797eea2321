import { describe, expect, test } from 'vitest';
import { type Clock, createClock } from './clock.ts';

const START = 1_000_000;

/** A clock, and real time that passes when it is told to. */
function clockAt(frozen = false): { clock: Clock; wait: (time: number) => void } {
  let real = 77;
  const clock = createClock(START, frozen, () => real);
  return {
    clock,
    wait: (time) => {
      real += time;
    },
  };
}

type Deed = (clock: Clock, wait: (time: number) => void) => void;

describe('a clock', () => {
  test.each<[sentence: string, frozen: boolean, deed: Deed, now: number]>([
    ['begins where it is told to', false, () => undefined, 0],
    ['runs', false, (_, wait) => wait(250), 250],
    ['tells whole milliseconds', false, (_, wait) => wait(0.9), 0],
    ['stands still when it is frozen', true, (_, wait) => wait(250), 0],
    ['stops where it is', false, (clock, wait) => [wait(250), clock.freeze(true), wait(9)], 250],
    ['runs on from where it stopped', true, (clock, wait) => [wait(9), clock.freeze(false), wait(30)], 30],
    [
      'takes being stopped twice',
      false,
      (clock, wait) => [wait(5), clock.freeze(true), wait(5), clock.freeze(true)],
      5,
    ],
    ['takes being let run twice', false, (clock, wait) => [wait(5), clock.freeze(false), wait(5)], 10],
    ['is set while it runs', false, (clock, wait) => [wait(5), clock.set(START + 70), wait(5)], 75],
    ['is set back', false, (clock, wait) => [wait(5), clock.set(START - 70), wait(5)], -65],
    ['is set while it stands', true, (clock, wait) => [wait(5), clock.set(START + 70), wait(5)], 70],
    ['advances while it runs', false, (clock, wait) => [wait(5), clock.advance(1000), wait(5)], 1010],
    ['advances while it stands', true, (clock, wait) => [wait(5), clock.advance(1000), wait(5)], 1000],
  ])('%s', (_sentence, frozen, deed, now) => {
    const { clock, wait } = clockAt(frozen);
    deed(clock, wait);
    expect(clock.now() - START).toBe(now);
  });

  test.each([true, false])('says whether it is frozen, when it was %j at first', (frozen) => {
    const { clock } = clockAt(frozen);
    const told = [clock.frozen()];
    clock.freeze(!frozen);
    told.push(clock.frozen());
    clock.set(5);
    clock.advance(5);
    expect([...told, clock.frozen()]).toEqual([frozen, !frozen, !frozen]);
  });
});

describe('a fork', () => {
  test.each([true, false])('says the same and goes its own way; frozen: %j', (frozen) => {
    const { clock, wait } = clockAt(frozen);
    wait(10);
    const fork = clock.fork();
    expect([fork.now(), fork.frozen()]).toEqual([clock.now(), frozen]);
    fork.advance(500);
    clock.set(START);
    wait(10);
    const passed = frozen ? 0 : 10;
    expect([clock.now(), fork.now()]).toEqual([START + passed, START + passed + 500 + (frozen ? 0 : 10)]);
  });
});

describe('a held clock', () => {
  test.each([
    ['runs on in its forks where it ran', false, true],
    ['stands in its forks where it stood', true, false],
  ])('%s', (_sentence, frozen, runs) => {
    const { clock, wait } = clockAt(frozen);
    wait(10);
    const held = clock.held();
    const since = clock.now();
    wait(1000);
    expect([held.now(), held.frozen()]).toEqual([since, true]);
    const [fork, again] = [held.fork(), held.held().fork()];
    wait(3);
    expect([fork.now(), again.now()].map((now) => now - since)).toEqual(runs ? [3, 3] : [0, 0]);
    expect([fork.frozen(), again.frozen()]).toEqual([!runs, !runs]);
  });
});
