// A world in a process of its own, and what it is asked to measure.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { About, Sessions } from './measured.ts';
import type { Timing } from './timed.ts';

const PROGRAM = fileURLToPath(new URL('measure-world.js', import.meta.url));

export type WorldProcess = {
  readonly about: About;
  /** One round of a query, by its place in the list of queries. */
  readonly round: (query: number) => Promise<Timing>;
  readonly sessions: () => Promise<Sessions>;
  readonly close: () => Promise<void>;
};

/** Starts a world of so many rows. Rejects where the machine cannot hold it after all. */
export async function startWorld(
  resource: string,
  rows: number,
  limits: Readonly<Record<string, number>>,
): Promise<WorldProcess> {
  const child = fork(PROGRAM, [resource, String(rows), JSON.stringify(limits)], { execArgv: [] });
  const kill = () => child.kill();
  process.once('exit', kill);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const heard = <T>() =>
    new Promise<T>((resolve, reject) => {
      const end = (status: number | null, signal: string | null) =>
        reject(new Error(`the process ended with ${status ?? signal}.`));
      child.once('exit', end);
      child.once('message', (message) => {
        child.off('exit', end);
        resolve(message as T);
      });
    });
  const ask = <T>(message: { readonly query: number } | 'sessions'): Promise<T> => {
    const answer = heard<T>();
    child.send(message);
    return answer;
  };
  return {
    about: await heard<About>(),
    round: (query) => ask<Timing>({ query }),
    sessions: () => ask<Sessions>('sessions'),
    close: async () => {
      process.off('exit', kill);
      kill();
      await exited;
    },
  };
}
