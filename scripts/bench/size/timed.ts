// How long calls take, without what other programs take from them.
import { percentile } from '../figures.ts';

/** Milliseconds of many calls. */
export type Timing = { readonly p50: number; readonly p99: number; readonly longest: number };

/** Times one call: what the clock says, or the time on cores where that is less, since others may use the machine. */
export function timed<T>(call: () => T): { readonly value: T; readonly milliseconds: number } {
  const [cores, began] = [process.cpuUsage(), performance.now()];
  const value = call();
  return { value, milliseconds: sooner(began, cores) };
}

/** The same of a call that does not answer at once. */
export async function timedLater(call: () => Promise<unknown>): Promise<number> {
  const [cores, began] = [process.cpuUsage(), performance.now()];
  await call();
  return sooner(began, cores);
}

function sooner(began: number, cores: NodeJS.CpuUsage): number {
  const wall = performance.now() - began;
  const { user, system } = process.cpuUsage(cores);
  return Math.min(wall, (user + system) / 1000);
}

/** What is said of the milliseconds of many calls. */
export function timingOf(calls: readonly number[]): Timing {
  return { p50: percentile(calls, 0.5), p99: percentile(calls, 0.99), longest: Math.max(...calls) };
}
