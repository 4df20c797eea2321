// The figures of all sizes as tables; the smallest size comes first.
import { shown, times } from '../figures.ts';
import { table } from '../table.ts';
import type { Compared, Measured } from './measured.ts';

/** How soon a world is ready, and its memory. */
export function readyTable(all: readonly Measured[]): string {
  return table(
    ['rows', 'ready, s', 'on all cores, s', 'memory then, MB', 'most until then, MB'],
    all.map(({ about: { rows, ready, memory } }) => [
      sizeName(rows),
      ...[ready.wall, ready.cores, memory.started, memory.most].map(shown),
    ]),
  );
}

/** Every query at the smallest size in milliseconds, at the others as ratios. */
export function queryTable([smallest, ...others]: readonly Measured[]): string {
  const [first] = others;
  if (smallest === undefined || first === undefined) return 'There is nothing to compare.';
  const names = others.flatMap(({ about }) => [`${sizeName(about.rows)} p50`, 'p99']);
  return table(
    ['query', 'rows', `${sizeName(smallest.about.rows)} p50, ms`, 'p99, ms', ...names],
    smallest.about.queries.map(({ name, kind, limit }) => {
      const found = others.map(({ compared }) => compared.find((query) => query.name === name));
      const before = found.find((query) => query !== undefined)?.smallest;
      return [
        name,
        String(kind === 'contradiction' ? 0 : limit),
        ...[before?.p50, before?.p99].map((value) => value?.toFixed(3) ?? '–'),
        ...found.flatMap((query) => [times(query?.ratio.p50), times(query?.ratio.p99)]),
      ];
    }),
  );
}

/** The call that kept all others waiting for longest. */
export function longestCall({ compared }: Measured): Compared | undefined {
  return compared.toSorted((one, other) => other.here.longest - one.here.longest)[0];
}

/** The longest calls, beside the longest that the smallest world had meanwhile. */
export function longestCalls(all: readonly Measured[]): string {
  return table(
    ['rows', 'ms', 'meanwhile at the smallest size, ms', 'query'],
    all.slice(1).map((measured) => {
      const call = longestCall(measured);
      const smallest = Math.max(...measured.compared.map((query) => query.smallest.longest));
      return [sizeName(measured.about.rows), shown(call?.here.longest), shown(smallest), call?.name ?? ''];
    }),
  );
}

export function sessionTable(all: readonly Measured[]): string {
  return table(
    ['', ...all.map(({ about }) => sizeName(about.rows))],
    Object.keys(all[0]?.sessions ?? {}).map((name) => [
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
