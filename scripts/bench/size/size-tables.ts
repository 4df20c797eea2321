// The figures of all sizes as tables.
import { shown, times } from '../figures.ts';
import { table } from '../table.ts';
import type { Measured, MeasuredTiming } from './measured.ts';

/** How soon a world is ready, and its memory. */
export function readyTable(all: readonly Measured[]): string {
  return table(
    ['rows', 'ready, s', 'on all cores, s', 'memory then, MB', 'most until then, MB'],
    all.map(({ rows, ready, memory }) => [
      sizeName(rows),
      ...[ready.wall, ready.cores, memory.started, memory.most].map(shown),
    ]),
  );
}

/** Every query at the smallest size in milliseconds, at the others as ratios. */
export function queryTable([smallest, ...others]: readonly Measured[]): string {
  if (smallest === undefined) return 'Nothing was measured.';
  const names = others.flatMap(({ rows }) => [`${sizeName(rows)} p50`, 'p99']);
  return table(
    ['query', 'rows', `${sizeName(smallest.rows)} p50, ms`, 'p99, ms', ...names],
    smallest.queries.map((query) => [
      query.name,
      String(query.kind === 'contradiction' ? 0 : query.limit),
      ...[query.p50, query.p99].map((value) => value.toFixed(3)),
      ...others.flatMap((measured) => {
        const ratio = ratioOf(measured, query);
        return [times(ratio?.p50), times(ratio?.p99)];
      }),
    ]),
  );
}

/** How many times as long as in the smallest world; undefined where this world has no such query. */
export function ratioOf(
  { queries }: Measured,
  before: MeasuredTiming,
): { readonly p50: number; readonly p99: number } | undefined {
  const now = queries.find(({ name }) => name === before.name);
  return now === undefined ? undefined : { p50: now.p50 / before.p50, p99: now.p99 / before.p99 };
}

/** The call that kept all others waiting for longest. */
export function longestCall({ queries }: Measured): MeasuredTiming | undefined {
  return queries.toSorted((one, other) => other.longest - one.longest)[0];
}

export function longestCalls(all: readonly Measured[]): string {
  return table(
    ['rows', 'ms', 'query'],
    all.map((measured) => {
      const call = longestCall(measured);
      return [sizeName(measured.rows), shown(call?.longest), call?.name ?? ''];
    }),
  );
}

export function sessionTable(all: readonly Measured[]): string {
  const names = Object.keys(all[0]?.sessions ?? {});
  return table(
    ['', ...all.map(({ rows }) => sizeName(rows))],
    names.map((name) => [
      name,
      ...all.map(({ sessions }) => {
        const timing = sessions[name];
        return timing === undefined ? '–' : `${timing.p50.toFixed(3)} / ${timing.p99.toFixed(3)}`;
      }),
    ]),
  );
}

/** A number of rows as people say it. */
export function sizeName(rows: number): string {
  return rows >= 1_000_000 ? `${rows / 1_000_000} M` : `${rows / 1000} k`;
}
