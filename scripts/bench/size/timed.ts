// How long calls take, without what other programs take from them.
import { openSync, readSync } from 'node:fs';
import { percentile } from '../figures.ts';

/** Milliseconds of many calls. */
export type Timing = { readonly p50: number; readonly p99: number; readonly longest: number };

/** Times one call: what the clock says, or the time on a core where that is less, since others may use the machine. */
export function timed<T>(call: () => T): { readonly value: T; readonly milliseconds: number } {
  const [core, began] = [onCore(), performance.now()];
  const value = call();
  return { value, milliseconds: sooner(began, core) };
}

/** The same of a call that does not answer at once. */
export async function timedLater(call: () => Promise<unknown>): Promise<number> {
  const [core, began] = [onCore(), performance.now()];
  await call();
  return sooner(began, core);
}

function sooner(began: number, core: number): number {
  const wall = performance.now() - began;
  return Math.min(wall, onCore() - core);
}

/** Milliseconds that the thread of JavaScript had a core; that of the whole process where the system does not tell threads apart. */
const onCore: () => number = threadClock() ?? processClock;

function processClock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Linux says it in nanoseconds, at the beginning of a line. */
function threadClock(): (() => number) | undefined {
  try {
    const file = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
    const line = Buffer.alloc(64);
    return () => Number.parseInt(line.toString('latin1', 0, readSync(file, line, 0, line.length, 0)), 10) / 1_000_000;
  } catch {
    return undefined;
  }
}

/** What is said of the milliseconds of many calls. */
export function timingOf(calls: readonly number[]): Timing {
  return { p50: percentile(calls, 0.5), p99: percentile(calls, 0.99), longest: Math.max(...calls) };
}
