// What is asked of the mock at a million rows and at ten million.
import { shown, times } from '../figures.ts';
import type { Mark } from '../table.ts';
import type { Measured } from './measured.ts';
import { longestCall, ratioOf, sizeName } from './size-tables.ts';

/** Seconds until a world is ready, and megabytes then, by the number of its rows. */
const MARKS: Readonly<Record<number, { readonly seconds: number; readonly megabytes: number }>> = {
  1000000: { seconds: 5, megabytes: 600 },
  10000000: { seconds: 60, megabytes: 6144 },
};
/** Times as long as at a thousand rows; milliseconds that one call may take; milliseconds of what is done to sessions. */
const [MOST_TIMES, LONGEST, SESSION] = [1.5, 10, 1];
const IN_SESSIONS = ['new session', 'reset', 'snapshot', 'restore'];

export function sizeMarks(all: readonly Measured[]): readonly Mark[] {
  const [smallest] = all;
  return smallest === undefined ? [] : all.flatMap((measured) => marksOf(smallest, measured));
}

function marksOf(smallest: Measured, measured: Measured): readonly Mark[] {
  const { rows, ready, memory, sessions } = measured;
  const wanted = MARKS[rows];
  if (wanted === undefined) return [];
  const atMost = (name: string, value: number, most: number, unit: string): Mark => ({
    name: `${sizeName(rows)}: ${name}`,
    figure: `${shown(value)} ${unit}`,
    mark: `at most ${shown(most)} ${unit}`,
    kept: value <= most,
  });
  // Another program may have taken the core meanwhile.
  const seconds = Math.min(ready.wall, ready.cores);
  return [
    atMost('ready', seconds, wanted.seconds, 's'),
    atMost('memory', memory.started, wanted.megabytes, 'MB'),
    ...(['p50', 'p99'] as const).map((key) => worstRatio(smallest, measured, key)),
    atMost('longest single call', longestCall(measured)?.longest ?? 0, LONGEST, 'ms'),
    ...IN_SESSIONS.map((name) => atMost(`${name}, p99`, sessions[name]?.p99 ?? Number.NaN, SESSION, 'ms')),
  ];
}

function worstRatio(smallest: Measured, measured: Measured, key: 'p50' | 'p99'): Mark {
  const ratios = smallest.queries.flatMap((query) => {
    const ratio = ratioOf(measured, query)?.[key];
    return ratio === undefined ? [] : [{ name: query.name, ratio }];
  });
  const [worst] = ratios.toSorted((one, other) => other.ratio - one.ratio);
  const over = ratios.filter(({ ratio }) => ratio > MOST_TIMES).length;
  return {
    name: `${sizeName(measured.rows)}: ${key} of every query, against ${sizeName(smallest.rows)}`,
    figure: `${times(worst?.ratio)} (${worst?.name}); ${over} of ${ratios.length} over`,
    mark: `at most ${MOST_TIMES} ×`,
    kept: over === 0,
  };
}
