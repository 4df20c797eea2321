// Combinations of classes for the full depth: every two classes of two filters, and many of three and more.
import { type Filter, type FilterValue, kindOf, passes, type Row } from '../../spec/index.ts';
import { type Arguments, isBound } from '../walk/filter-arguments.ts';
import type { InputModel } from './input-model.ts';
import type { Probe } from './probe.ts';
import { tellingValues, valueIn } from './row-values.ts';
import { spread } from './spread.ts';

/** Rows whose values are asked for all at once. */
const PROFILES = 100;

/** Every class of one filter beside every class of another, nothing else asked for. */
export function classPairs(model: InputModel): Probe[] {
  const { filters } = model;
  const alone = filters.map((filter) =>
    model
      .classes(filter)
      .representatives()
      .map((value) => [value]),
  );
  const several = filters.map((filter) => severalFor(filter, model.rows));
  return filters.flatMap((first, i) =>
    filters.slice(i + 1).flatMap((second, j) => {
      const both = (a: readonly FilterValue[], b: readonly FilterValue[]): Probe =>
        probeOf(
          [
            { filter: first, values: a },
            { filter: second, values: b },
          ],
          model,
        );
      const [manyA, manyB] = [several[i] ?? [], several[i + j + 1] ?? []];
      const [ones, others] = [alone[i] ?? [], alone[i + j + 1] ?? []];
      // Sets of values are others beside every class, so that every value stands among others beside it.
      return [
        ...ones.flatMap((a, x) => others.flatMap((b, y) => thinned(both(a, b), x + y, model))),
        ...others.flatMap((b, turn) => severalSets(first, manyA, turn).map((a) => both(a, b))),
        ...ones.flatMap((a, turn) => severalSets(second, manyB, turn).map((b) => both(a, b))),
        ...severalSets(first, manyA, i).flatMap((a) => severalSets(second, manyB, j).map((b) => both(a, b))),
      ];
    }),
  );
}

/** Two ids that no row has tell little together: one in five such pairs, all in turn. */
function thinned(probe: Probe, turn: number, model: InputModel): Probe[] {
  return probe.args.every(model.isUnknown) && turn % 5 !== 0 ? [] : [probe];
}

/**
 * Sets of values that have all values among them: two in the documented order, two in another, two with one of them
 * twice, and so on; and all. Other sets for every turn. `values` are those that are asked for together.
 */
export function severalSets(filter: Filter, values: readonly FilterValue[], turn: number): FilterValue[][] {
  if (!filter.many) return [];
  if (values.length < 2) return [];
  const start = turn % values.length;
  const turned = [...values.slice(start), ...values.slice(0, start)];
  const sets: FilterValue[][] = values.length > 2 ? [[...turned]] : [];
  for (let place = 0; place < turned.length; place += 2) {
    const [one, two] = [turned[place], turned[place + 1] ?? turned[0]];
    if (one === undefined || two === undefined) continue;
    const form = (turn + place / 2) % 3;
    const rising = values.indexOf(one) < values.indexOf(two) ? [one, two] : [two, one];
    sets.push(form === 0 ? rising : form === 1 ? rising.toReversed() : [one, two, one]);
  }
  return sets;
}

/** What the probe is for: an id that no row has is nobody's, whatever stands beside it. */
function probeOf(args: Arguments, model: InputModel): Probe {
  if (args.some(model.isUnknown)) return { kind: 'impossible', args };
  return { kind: args.some(({ values }) => values.length > 1) ? 'values' : 'pair', args };
}

/** Two values in both orders, one of them twice, and all. */
function severalClasses<T>(values: readonly T[]): T[][] {
  const [one, two] = values;
  if (one === undefined || two === undefined) return [];
  return [[one, two], [two, one], [one, two, one], ...(values.length > 2 ? [[...values]] : [])];
}

/**
 * All filters at once, each in a class that one row passes, turn about: what goes wrong where three or more classes
 * meet takes that row away, or brings others.
 */
export function profiles({ filters, rows, classes }: InputModel): Probe[] {
  if (filters.length < 3) return [];
  const bounds = new Map(filters.filter(isBound).map((filter) => [filter, classes(filter).representatives()]));
  return spread(rows, PROFILES).flatMap((row, turn) => {
    const args = filters.flatMap((filter, place) => {
      const own = valueIn(filter, row, rows);
      if (own === undefined || !passes(filter, row, [own]) || (turn + place) % 4 === 3) return [];
      const sets = filter.many ? severalClasses([own, ...severalFor(filter, rows).filter((each) => each !== own)]) : [];
      // Bounds of every class that the row passes.
      const passed = (bounds.get(filter) ?? []).filter((value) => passes(filter, row, [value]));
      const forms: FilterValue[][] = [[own], ...sets, ...passed.map((value) => [value])];
      return [{ filter, values: forms[(turn + place * 3) % forms.length] ?? [own] }];
    });
    return args.length < 3 ? [] : [{ kind: 'pair', args }];
  });
}

/** The values that are asked for several at a time: the listed ones, else a few that rows have. */
export function severalFor(filter: Filter, rows: readonly Row[]): readonly FilterValue[] {
  if (filter.allowed.length > 0) return filter.allowed.filter((value) => value !== filter.unrestricted);
  return tellingValues(filter, rows, kindOf(filter) === 'elements' ? 4 : 3);
}

/**
 * Those first in which every filter matters to the answer; what the budget does not reach is then what tells least, and
 * a part of every kind.
 */
export function byWorth(probes: readonly Probe[], { provenBy }: InputModel): Probe[] {
  const groups: Probe[][] = [[], [], []];
  for (const probe of probes) {
    const idle = Math.min(2, probe.args.length - provenBy(probe.args).length);
    groups[probe.args.length > 2 ? 0 : idle]?.push(probe);
  }
  // Every seventh in turn: neighbours differ by one class only.
  const turns = [0, 1, 2, 3, 4, 5, 6];
  return groups.flatMap((group) => turns.flatMap((turn) => group.filter((_, index) => index % 7 === turn)));
}
