// What the filters are asked: every candidate for the full depth; for the standard depth the fewest that reveal as much.
import type { Filter, FilterValue, Operation, Row } from '../spec/index.ts';
import { type Arguments, describe, provenBy } from './arguments.ts';
import { impossibleValue } from './impossible-value.ts';
import { count, same } from './mask.ts';
import { imagine, type Mutant } from './mutants.ts';
import type { Depth } from './scene.ts';

/** What a probe is for; the check of the same name reports it. */
type ProbeKind = 'value' | 'values' | 'pair' | 'impossible' | 'bound';

/** One question to the list. */
export type Probe = { readonly kind: ProbeKind; readonly args: Arguments };

/** Ids that are tried one by one, and in pairs, at each depth. */
const IDS = { standard: { alone: 4, paired: 3 }, full: { alone: 500, paired: 6 } } as const;

/** All probes of one list, in the order in which they are asked. */
export function probesFor({ filters, list }: Operation, rows: readonly Row[], depth: Depth): readonly Probe[] {
  const chosen = choose(filters, rows, candidatesFor(filters, rows, 'standard'), list.size?.maximum ?? rows.length);
  if (depth === 'standard') return chosen;
  // The full depth asks all that the standard depth asks, in the same order, and then everything else.
  const known = new Set(chosen.map(({ args }) => describe(args)));
  const more = candidatesFor(filters, rows, depth).filter(({ args }) => !known.has(describe(args)));
  return [...chosen, ...new Map(more.map((probe) => [describe(probe.args), probe])).values()];
}

function candidatesFor(filters: readonly Filter[], rows: readonly Row[], depth: Depth): Probe[] {
  const { alone, paired } = IDS[depth];
  const one = (filter: Filter, values: readonly FilterValue[]): Probe => ({
    kind: kindOf(filter, values, rows),
    args: [{ filter, values }],
  });
  const singles = filters.flatMap((filter) => valuesOf(filter, rows, alone).map((value) => one(filter, [value])));
  const impossible = filters
    .filter(isId)
    .flatMap((filter) => one(filter, [impossibleValue(rows.map((row) => row[filter.field]))]));
  const several = filters
    .filter(({ many }) => many)
    .flatMap((filter) =>
      pairsOf(filter.allowed).map((values): Probe => ({ kind: 'values', args: [{ filter, values }] })),
    );
  const pairs = filters.flatMap((first, index) =>
    filters.slice(index + 1).flatMap((second) => pairProbes(first, second, rows, paired)),
  );
  const triples = depth === 'full' ? [] : triplesOf(filters).flatMap((three) => rowProbes(three, rows, paired * 2));
  return [...singles, ...impossible, ...several, ...pairs, ...triples];
}

function kindOf(filter: Filter, [value]: readonly FilterValue[], rows: readonly Row[]): ProbeKind {
  if (filter.test === 'at-or-after') return 'bound';
  if (!isId(filter)) return 'value';
  return rows.some((row) => row[filter.field] === value) ? 'value' : 'impossible';
}

function isId({ allowed, test }: Filter): boolean {
  return allowed.length === 0 && test !== 'at-or-after';
}

/** The values worth asking for, at most `most` where the documentation does not list them. */
function valuesOf(filter: Filter, rows: readonly Row[], most: number): FilterValue[] {
  if (filter.when !== undefined) return [filter.when];
  if (filter.allowed.length > 0) return [...filter.allowed];
  const seen = [...new Set(rows.map((row) => row[filter.field]).filter((value) => typeof value === 'string'))];
  if (filter.test !== 'at-or-after') return spread(bySize(seen, filter, rows), most);
  // Bounds: the instant of a row, and a moment past it.
  const instants = spread(seen.sort(), Math.min(most, 8) + 1).slice(1);
  return instants.flatMap((instant) => [instant, momentAfter(instant)]);
}

/** Ids of a handful of rows first: few enough to be walked one by one, enough to be cut into pages. */
function bySize(ids: readonly string[], { field }: Filter, rows: readonly Row[]): string[] {
  const counts = new Map<unknown, number>();
  for (const row of rows) counts.set(row[field], (counts.get(row[field]) ?? 0) + 1);
  const handy = (id: string) => (counts.get(id) ?? 0) >= 3 && (counts.get(id) ?? 0) <= 5;
  return [...ids.filter(handy), ...ids.filter((id) => !handy(id))];
}

/** The next whole second, in UTC. */
function momentAfter(timestamp: string): string {
  return `${new Date(Date.parse(timestamp) + 1000).toISOString().slice(0, 19)}Z`;
}

/** At most `most` of the values, evenly over the list. */
function spread<T>(values: readonly T[], most: number): T[] {
  if (values.length <= most) return [...values];
  return Array.from({ length: most }, (_, index) => values[Math.floor((index * values.length) / most)]).filter(
    (value) => value !== undefined,
  );
}

function pairsOf<T>(values: readonly T[]): T[][] {
  return values.flatMap((first) => values.filter((second) => second !== first).map((second) => [first, second]));
}

/** Values that rows have together, and values that no row has together. */
function pairProbes(first: Filter, second: Filter, rows: readonly Row[], most: number): Probe[] {
  const pair = (a: FilterValue, b: FilterValue): Probe => ({
    kind: 'pair',
    args: [
      { filter: first, values: [a] },
      { filter: second, values: [b] },
    ],
  });
  const seconds = valuesOf(second, rows, most);
  const crossed = valuesOf(first, rows, most).flatMap((a) => seconds.map((b) => pair(a, b)));
  return [...rowProbes([first, second], rows, most), ...crossed];
}

function triplesOf<T>(items: readonly T[]): T[][] {
  return items.flatMap((one, i) =>
    items.slice(i + 1).flatMap((two, j) => items.slice(i + j + 2).map((three) => [one, two, three])),
  );
}

/** Probes that some rows pass: the values of one row for all of these filters. */
function rowProbes(filters: readonly Filter[], rows: readonly Row[], most: number): Probe[] {
  return spread(rows, most).flatMap((row) => {
    const args = filters.flatMap((filter) => {
      const value = valueIn(filter, row);
      return value === undefined ? [] : [{ filter, values: [value] }];
    });
    return args.length === filters.length ? [{ kind: 'pair', args }] : [];
  });
}

/** The value of the filter that this row passes. */
function valueIn(filter: Filter, row: Row): FilterValue | undefined {
  if (filter.when !== undefined) return filter.when;
  const value = row[filter.field];
  return typeof value === 'string' ? value : undefined;
}

/** The fewest probes that reveal all that any candidate reveals, those first that can show a filter on a second page. */
function choose(filters: readonly Filter[], rows: readonly Row[], candidates: readonly Probe[], most: number): Probe[] {
  const { expected, mutants } = imagine(filters, rows);
  const answers = candidates.map(({ args }) => expected(args));
  const sizes = answers.map(count);
  // A long answer costs more pages, and an answer that holds something says more than an empty one.
  const cost = sizes.map((size) => 1 + Math.floor(size / most) + (size === 0 ? 0.2 : 0));
  const reveals = candidates.map(({ args }, index) => {
    const right = answers[index];
    const asked = new Set(args.map(({ filter }) => filter));
    const shows = (mutant: Mutant) =>
      mutant.concerns.every((filter) => asked.has(filter)) && right !== undefined && !same(mutant.answer(args), right);
    return new Set<unknown>(mutants.filter(shows));
  });
  const paged = candidates.map(({ args }, index) => {
    const size = sizes[index] ?? 0;
    return new Set<unknown>(size < 2 || size > most ? [] : provenBy(args, rows));
  });
  const first = cover(paged, cost);
  for (const index of first)
    for (const mutant of [...(reveals[index] ?? [])]) for (const each of reveals) each.delete(mutant);
  return [...first, ...cover(reveals, cost)].map((index) => candidates[index]).filter((probe) => probe !== undefined);
}

/** Greedy set cover: again and again the set that adds most for its cost. Empties the sets; returns their indexes. */
function cover(sets: readonly Set<unknown>[], cost: readonly number[]): number[] {
  const chosen: number[] = [];
  for (;;) {
    let best = -1;
    let worth = 0;
    for (const [index, set] of sets.entries()) {
      const value = set.size / (cost[index] ?? 1);
      if (value > worth) [best, worth] = [index, value];
    }
    if (best < 0) return chosen;
    chosen.push(best);
    for (const element of [...(sets[best] ?? [])]) for (const set of sets) set.delete(element);
  }
}
