// What the filters are asked: every candidate for the full depth; for the standard depth the fewest that reveal as much.
import {
  type Filter,
  type FilterValue,
  kindOf as kindOfTest,
  memberOf,
  type Operation,
  passes,
  type Row,
} from '../../spec/index.ts';
import type { Depth } from '../walk/context.ts';
import { describe, isBound, isId } from '../walk/filter-arguments.ts';
import { chooseProbes } from './choose-probes.ts';
import { byWorth, classPairs, profiles, severalFor } from './class-combinations.ts';
import type { InputModel } from './input-model.ts';
import { nearMissOrigins } from './near-miss-origin.ts';
import { nearMisses } from './near-misses.ts';
import type { Probe, ProbeKind } from './probe.ts';
import { tellingValues, valueIn } from './row-values.ts';
import { spread } from './spread.ts';

/** Ids that are tried one by one, and in pairs, at each depth. */
const IDS = { standard: { alone: 4, paired: 3 }, full: { alone: 500, paired: 5 } } as const;

/** The probes of the standard depth, in the order in which they are asked; they take at most `budget` requests. */
export function standardProbes({ list }: Operation, model: InputModel, budget: number): readonly Probe[] {
  const { filters, rows } = model;
  const fewest = chooseProbes({
    model,
    candidates: candidatesFor(model, 'standard'),
    most: list.size?.maximum ?? rows.length,
    budget,
  });
  const unchanged = nearMissOrigins(fewest, filters.length, rows);
  const asked = new Set(fewest.map(({ args }) => describe(args)));
  return [...fewest, ...unchanged.filter(({ args }) => !asked.has(describe(args)))];
}

/** What the full depth asks behind the probes of the standard depth: everything else, each once. */
export function furtherProbes(model: InputModel, standard: readonly Probe[]): Probe[] {
  const known = new Set(standard.map(({ args }) => describe(args)));
  const more = candidatesFor(model, 'full').filter(({ args }) => !known.has(describe(args)));
  return [...new Map(more.map((probe) => [describe(probe.args), probe])).values()];
}

function candidatesFor(model: InputModel, depth: Depth): Probe[] {
  const { filters, rows } = model;
  const { alone, paired } = IDS[depth];
  const one = (filter: Filter, values: readonly FilterValue[]): Probe => ({
    kind: kindOf(filter, values, rows),
    args: [{ filter, values }],
  });
  const singles = filters.flatMap((filter) => [
    ...model
      .classes(filter)
      .valuesAlone(alone)
      .map((value) => one(filter, [value])),
    // What is in force when the parameter is not given.
    ...(filter.byDefault.length > 0 ? [one(filter, [])] : []),
  ]);
  const several = filters
    .filter(({ many }) => many)
    .flatMap((filter) =>
      combinationsOf(severalFor(filter, rows)).map((values): Probe => ({ kind: 'values', args: [{ filter, values }] })),
    );
  const pairs = filters.flatMap((first, index) =>
    filters.slice(index + 1).flatMap((second) => pairProbes(first, second, rows, paired, depth === 'full')),
  );
  const both = filters.flatMap((first, index) =>
    filters.slice(index + 1).flatMap((second) => severalOfBoth(first, second, rows, depth)),
  );
  const triples = triplesOf(filters).flatMap((three) => rowProbes(three, rows, depth === 'full' ? 5 : paired * 2));
  const near = nearMisses(model, paired);
  if (depth === 'standard') return [...singles, ...several, ...pairs, ...both, ...triples, ...near];
  const combined = [...classPairs(model), ...pairs, ...both, ...near, ...triples, ...profiles(model)];
  return [...singles, ...several, ...byWorth(combined, model)];
}

function kindOf(filter: Filter, [value]: readonly FilterValue[], rows: readonly Row[]): ProbeKind {
  if (isBound(filter)) return 'bound';
  if (kindOfTest(filter) === 'elements' && filter.allowed.length === 0 && value !== undefined)
    return rows.some((row) => passes(filter, row, [value])) ? 'value' : 'impossible';
  if (!isId(filter)) return 'value';
  return rows.some((row) => memberOf(row, filter.field) === value) ? 'value' : 'impossible';
}

/** All ordered pairs; runs of three, cyclically; all values at once; and one value twice. */
function combinationsOf<T>(values: readonly T[]): T[][] {
  const pairs = values.flatMap((first) => values.filter((second) => second !== first).map((second) => [first, second]));
  const runs = values.map((_, index) => [0, 1, 2].flatMap((step) => values[(index + step) % values.length] ?? []));
  const twice = pairs.slice(0, 1).map(([one, other]) => [one, other, one].filter((value) => value !== undefined));
  return [...pairs, ...(values.length < 3 ? [] : [...runs, [...values]]), ...twice];
}

/** Values that rows have together, and values that no row has together. */
function pairProbes(first: Filter, second: Filter, rows: readonly Row[], most: number, isFull: boolean): Probe[] {
  const pair = (a: FilterValue, b: FilterValue): Probe => ({
    kind: 'pair',
    args: [
      { filter: first, values: [a] },
      { filter: second, values: [b] },
    ],
  });
  const seconds = tellingValues(second, rows, most);
  // The full depth asks for every two classes anyway.
  const crossed = isFull ? [] : tellingValues(first, rows, most).flatMap((a) => seconds.map((b) => pair(a, b)));
  return [...rowProbes([first, second], rows, most), ...crossed];
}

/** Several values of one filter beside some of another, at the full depth only a handful. */
function severalOfBoth(first: Filter, second: Filter, rows: readonly Row[], depth: Depth): Probe[] {
  if (!first.many || !second.many) return [];
  const values = severalFor(second, rows);
  const probes = setsOf(severalFor(first, rows)).flatMap((a) =>
    [...setsOf(values), ...values.map((value) => [value])].map(
      (b): Probe => ({
        kind: 'values',
        args: [
          { filter: first, values: a },
          { filter: second, values: b },
        ],
      }),
    ),
  );
  return depth === 'full' ? spread(probes, 6) : probes;
}

/** All values in some orders, all but one, and two. */
function setsOf<T>(values: readonly T[]): (readonly T[])[] {
  const turned = values.slice(0, 3).map((_, first) => [...values.slice(first), ...values.slice(0, first)]);
  const two = values.map((value, index) => [value, ...values.slice((index + 1) % values.length).slice(0, 1)]);
  const allButOne = values.map((value) => values.filter((other) => other !== value));
  return [...turned, ...allButOne, ...two];
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
      const value = valueIn(filter, row, rows);
      return value === undefined ? [] : [{ filter, values: [value] }];
    });
    return args.length === filters.length ? [{ kind: 'pair', args }] : [];
  });
}
