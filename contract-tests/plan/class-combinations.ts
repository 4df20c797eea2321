// Combinations of classes for the full depth: every two classes of two filters, and many of three and more.
import { type Filter, type FilterValue, kindOf, passes, type Row } from '../../spec/index.ts';
import { type Arguments, isBound } from '../walk/filter-arguments.ts';
import { representatives } from './filter-classes.ts';
import { isUnknown } from './near-misses.ts';
import type { Probe } from './probe.ts';
import { tellingValues, valueIn } from './row-values.ts';
import { spread } from './spread.ts';

/** Rows whose values are asked for all at once. */
const PROFILES = 150;

/** Every class of one filter beside every class of another, nothing else asked for. */
export function classPairs(filters: readonly Filter[], rows: readonly Row[]): Probe[] {
  const forms = filters.map((filter): FilterValue[][] => [
    ...representatives(filter, rows).map((value) => [value]),
    ...(filter.many ? severalClasses(severalFor(filter, rows)) : []),
  ]);
  return filters.flatMap((first, i) =>
    filters.slice(i + 1).flatMap((second, j) =>
      (forms[i] ?? []).flatMap((a) =>
        (forms[i + j + 1] ?? []).map(
          (b): Probe =>
            probeOf(
              [
                { filter: first, values: a },
                { filter: second, values: b },
              ],
              rows,
            ),
        ),
      ),
    ),
  );
}

/** What the probe is for: an id that no row has is nobody's, whatever stands beside it. */
function probeOf(args: Arguments, rows: readonly Row[]): Probe {
  if (args.some((argument) => isUnknown(argument, rows))) return { kind: 'impossible', args };
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
export function profiles(filters: readonly Filter[], rows: readonly Row[]): Probe[] {
  if (filters.length < 3) return [];
  return spread(rows, PROFILES).flatMap((row, turn) => {
    const args = filters.flatMap((filter, place) => {
      const own = valueIn(filter, row, rows);
      if (own === undefined || !passes(filter, row, [own]) || (turn + place) % 4 === 3) return [];
      const sets = filter.many ? severalClasses([own, ...severalFor(filter, rows).filter((each) => each !== own)]) : [];
      const forms: FilterValue[][] = [[own], ...sets, ...boundsBelow(filter, row, rows).map((value) => [value])];
      return [{ filter, values: forms[(turn + place * 3) % forms.length] ?? [own] }];
    });
    return args.length < 3 ? [] : [{ kind: 'pair', args }];
  });
}

/** Bounds of every class that the row passes. */
function boundsBelow(filter: Filter, row: Row, rows: readonly Row[]): FilterValue[] {
  return isBound(filter) ? representatives(filter, rows).filter((value) => passes(filter, row, [value])) : [];
}

/** The values that are asked for several at a time: the listed ones, else a few that rows have. */
export function severalFor(filter: Filter, rows: readonly Row[]): readonly FilterValue[] {
  if (filter.allowed.length > 0) return filter.allowed.filter((value) => value !== filter.unrestricted);
  return tellingValues(filter, rows, kindOf(filter) === 'elements' ? 4 : 3);
}
