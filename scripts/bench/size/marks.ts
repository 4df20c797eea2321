// What is asked of the mock at a million rows and at ten million.
import { shown, times } from '../figures.ts';
import type { Mark } from '../table.ts';
import type { Measured } from './measured.ts';
import { longestCall, sizeName } from './size-tables.ts';

/** Seconds until a world is ready, and megabytes then, by the number of its rows. */
const MARKS: Readonly<Record<number, { readonly seconds: number; readonly megabytes: number }>> = {
  1000000: { seconds: 5, megabytes: 600 },
  10000000: { seconds: 60, megabytes: 6144 },
};
/** Times as long as at a thousand rows; milliseconds that one call may take; milliseconds of what is done to sessions. */
const [MOST_TIMES, LONGEST, SESSION] = [1.5, 10, 1];
const IN_SESSIONS = ['new session', 'reset', 'snapshot', 'restore'];

export function sizeMarks(all: readonly Measured[]): readonly Mark[] {
  return all.flatMap(marksOf);
}

function marksOf(measured: Measured): readonly Mark[] {
  const { about, sessions } = measured;
  const wanted = MARKS[about.rows];
  if (wanted === undefined) return [];
  const atMost = (name: string, value: number, most: number, unit: string): Mark => ({
    name: `${sizeName(about.rows)}: ${name}`,
    figure: `${shown(value)} ${unit}`,
    mark: `at most ${most.toLocaleString('en-US')} ${unit}`,
    kept: value <= most,
  });
  // Another program may have taken the core meanwhile.
  const seconds = Math.min(about.ready.wall, about.ready.cores);
  return [
    atMost('ready', seconds, wanted.seconds, 's'),
    atMost('memory', about.memory.started, wanted.megabytes, 'MB'),
    worstRatio(measured, 'p50'),
    worstRatio(measured, 'p99'),
    atMost('longest single call', longestCall(measured)?.here.longest ?? 0, LONGEST, 'ms'),
    ...IN_SESSIONS.map((name) => atMost(`${name}, median`, sessions[name]?.p50 ?? Number.NaN, SESSION, 'ms')),
  ];
}

function worstRatio({ about, compared }: Measured, key: 'p50' | 'p99'): Mark {
  const [worst] = compared.toSorted((one, other) => other.ratio[key] - one.ratio[key]);
  const over = compared.filter(({ ratio }) => ratio[key] > MOST_TIMES).length;
  return {
    name: `${sizeName(about.rows)}: ${key} of every query`,
    figure: `${times(worst?.ratio[key])} (${worst?.name}); ${over} of ${compared.length} over`,
    mark: `at most ${MOST_TIMES} × that at 1 k`,
    kept: over === 0,
  };
}
