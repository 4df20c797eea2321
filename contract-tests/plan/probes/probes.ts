// What the filters are asked: every candidate for the full depth; for the standard depth the fewest that reveal as much.
import {
  type Filter,
  type FilterValue,
  kindOf as kindOfTest,
  type Operation,
  passes,
  type Row,
} from '../../../spec/index.ts';
import { type Arguments, describe, isBound } from '../../walk/filter-arguments.ts';
import { tellingValues, valueIn } from '../filters/row-values.ts';
import { severalFor } from '../filters/several-values.ts';
import type { InputModel } from '../input-model.ts';
import { callPath } from '../path/call-path.ts';
import { callSpace, wayOf } from '../path/call-space.ts';
import type { PlannedCall } from '../path/planned-call.ts';
import { spread } from '../spread.ts';
import { accompanied } from './accompanied.ts';
import { chooseProbes } from './choose-probes.ts';
import { nearMissOrigins } from './near-miss-origin.ts';
import { nearMisses } from './near-misses.ts';
import type { Probe, ProbeKind } from './probe.ts';

/** Ids that are tried one by one, and in pairs, at each depth. */
const IDS = { standard: { alone: 4, paired: 3 }, full: { alone: 500 } } as const;
/** Of what tells as much as each other the same is chosen in every run: two runs ask the same. */
const SEED = 1;

/** The probes of the standard depth, in the order in which they are asked; they take at most `budget` requests. */
export function standardProbes(operation: Operation, model: InputModel, budget: number): readonly Probe[] {
  const { filters, rows } = model;
  const { list } = operation;
  const fewest = chooseProbes({
    model,
    candidates: candidatesFor(model),
    most: list.size?.maximum ?? rows.length,
    budget,
  });
  const unchanged = nearMissOrigins(fewest, filters.length, rows);
  const asked = new Set(fewest.map(({ args }) => describe(args)));
  const all = [...fewest, ...unchanged.filter(({ args }) => !asked.has(describe(args)))];
  return accompanied(callSpace(operation, model), all);
}

/**
 * What the full depth asks behind the probes of the standard depth: every value of every filter and several of them in
 * every arrangement, and then a path on which as many classes meet as can.
 */
export function* furtherCalls(
  operation: Operation,
  model: InputModel,
  standard: readonly Probe[],
): Generator<PlannedCall, void> {
  const known = new Set(standard.map(({ args }) => describe(args)));
  const space = callSpace(operation, model);
  const alone = [...valuesAlone(model, IDS.full.alone), ...severalAlone(model)].filter(
    ({ args }) => !known.has(describe(args)),
  );
  const first = alone.map(({ args }) =>
    model.filters.map((filter) =>
      wayOf(
        space,
        args.find((each) => each.filter === filter),
      ),
    ),
  );
  for (const { choice, read, pages } of callPath(space, first, SEED)) {
    const args = choice.ways.flatMap((way) => (way === undefined ? [] : [{ filter: way.filter, values: way.values }]));
    yield {
      probe: { kind: kindOf(args, model), args },
      asking: {
        size: choice.size,
        ...(read < pages ? { maxPages: read } : {}),
        ...(choice.isPlaced && space.first !== undefined ? { first: space.first } : {}),
        ...(choice.cursor === undefined ? {} : { cursor: choice.cursor }),
      },
    };
  }
}

function candidatesFor(model: InputModel): Probe[] {
  const { filters, rows } = model;
  const { alone, paired } = IDS.standard;
  const pairs = filters.flatMap((first, index) =>
    filters.slice(index + 1).flatMap((second) => pairProbes(first, second, rows, paired)),
  );
  const both = filters.flatMap((first, index) =>
    filters.slice(index + 1).flatMap((second) => severalOfBoth(first, second, rows)),
  );
  const triples = triplesOf(filters).flatMap((three) => rowProbes(three, rows, paired * 2));
  return [
    ...valuesAlone(model, alone),
    ...severalAlone(model),
    ...pairs,
    ...both,
    ...triples,
    ...nearMisses(model, paired),
  ];
}

/** Every filter by itself: values that rows have, at most about `most`, one of every other class, and the default. */
function valuesAlone(model: InputModel, most: number): Probe[] {
  return model.filters.flatMap((filter) => {
    const defaults: FilterValue[][] = filter.byDefault.length > 0 ? [[]] : [];
    const alone = model.classes(filter).valuesAlone(most);
    return [...alone.map((value) => [value]), ...defaults].map((values): Probe => {
      const args = [{ filter, values }];
      return { kind: kindOf(args, model), args };
    });
  });
}

/** Several values of one filter, in every arrangement. */
function severalAlone({ filters, rows }: InputModel): Probe[] {
  return filters
    .filter(({ many }) => many)
    .flatMap((filter) =>
      combinationsOf(severalFor(filter, rows)).map((values): Probe => ({ kind: 'values', args: [{ filter, values }] })),
    );
}

/** What the probe is for: an id that no row has is nobody's, whatever stands beside it. */
function kindOf(args: Arguments, { rows, isUnknown }: InputModel): ProbeKind {
  if (args.some(isUnknown)) return 'impossible';
  const [only, ...others] = args;
  if (args.some(({ values }) => values.length > 1)) return 'values';
  if (others.length > 0) return 'pair';
  if (only === undefined) return 'value';
  if (isBound(only.filter)) return 'bound';
  const isElement = kindOfTest(only.filter) === 'elements' && only.filter.allowed.length === 0;
  return isElement && only.values.length > 0 && !rows.some((row) => passes(only.filter, row, only.values))
    ? 'impossible'
    : 'value';
}

/** All ordered pairs; runs of three, cyclically; all values at once; and one value twice. */
function combinationsOf<T>(values: readonly T[]): T[][] {
  const pairs = values.flatMap((first) => values.filter((second) => second !== first).map((second) => [first, second]));
  const runs = values.map((_, index) => [0, 1, 2].flatMap((step) => values[(index + step) % values.length] ?? []));
  const twice = pairs.slice(0, 1).map(([one, other]) => [one, other, one].filter((value) => value !== undefined));
  return [...pairs, ...(values.length < 3 ? [] : [...runs, [...values]]), ...twice];
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
  const seconds = tellingValues(second, rows, most);
  const crossed = tellingValues(first, rows, most).flatMap((a) => seconds.map((b) => pair(a, b)));
  return [...rowProbes([first, second], rows, most), ...crossed];
}

/** Several values of one filter beside some of another. */
function severalOfBoth(first: Filter, second: Filter, rows: readonly Row[]): Probe[] {
  if (!first.many || !second.many) return [];
  const values = severalFor(second, rows);
  return setsOf(severalFor(first, rows)).flatMap((a) =>
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
