// Values of filters that compare sizes: the row's own, and one step past it.
import { type Filter, type FilterValue, instant, kindOf, memberOf, type Row } from '../../../spec/index.ts';
import { numberIn } from '../../walk/rows.ts';
import { spread } from '../spread.ts';

/** Whether the bound itself does not pass. */
export function isExclusive({ test }: Filter): boolean {
  return test === 'after' || test === 'before' || test === 'greater-than' || test === 'less-than';
}

/** 1 where a larger bound keeps more rows out, -1 where a smaller one does. */
export function directionOf({ test }: Filter): 1 | -1 {
  return test === 'after' || test === 'at-or-after' || test === 'greater-than' || test === 'at-least' ? 1 : -1;
}

/** Bounds: the values of rows, and one step past them. */
export function bounds(
  filter: Filter,
  rows: readonly Row[],
  most: number,
  beside: typeof instantBeside,
): FilterValue[] {
  const seen = rows
    .filter((row) => memberOf(row, filter.field) !== undefined)
    .sort((one, other) => sizeIn(filter, one) - sizeIn(filter, other));
  const distinct = [...new Map(seen.map((row) => [memberOf(row, filter.field), row])).values()];
  return spread(distinct, Math.min(most, 8) + 1).flatMap((row) =>
    [beside(filter, row, 0), beside(filter, row, 1)].filter((value) => value !== undefined),
  );
}

/** What the filter compares in the row: milliseconds of an instant, or a number. */
export function sizeIn(filter: Filter, row: Row): number {
  return kindOf(filter) === 'instant' ? instant(memberOf(row, filter.field)) : numberIn(row, filter.field);
}

/** So many seconds after the row's instant, as the parameter writes instants: text in UTC, a day, or seconds. */
export function instantBeside({ parameter, field }: Filter, row: Row, seconds: number): FilterValue | undefined {
  const value = memberOf(row, field);
  const time = instant(value);
  if (Number.isNaN(time)) return undefined;
  if (parameter.valueType !== 'string') return Math.floor(time / 1000) + seconds;
  if (parameter.format === 'date') return new Date(time + seconds * 86_400_000).toISOString().slice(0, 10);
  if (seconds === 0 && typeof value === 'string') return value;
  return `${new Date(time + seconds * 1000).toISOString().slice(0, 19)}Z`;
}

export function numberBeside({ parameter, field }: Filter, row: Row, steps: number): FilterValue | undefined {
  const value = memberOf(row, field);
  if (typeof value !== 'number') return undefined;
  const number =
    parameter.valueType === 'integer' ? Math.round(value) + steps : Number((value + steps * 0.01).toFixed(2));
  return number;
}

/**
 * Instants at the edges: before the oldest row and past the newest, at both, and a second beside a row; only where the
 * parameter takes RFC 3339 texts, in whole seconds and UTC: of other precisions and zones the documents say nothing.
 */
export function instantsBeside(filter: Filter, rows: readonly Row[]): FilterValue[] {
  if (filter.parameter.format !== 'date-time') return [];
  const times = rows
    .map((row) => instant(memberOf(row, filter.field)))
    .filter((time) => !Number.isNaN(time))
    .sort((one, other) => one - other);
  const [oldest, newest] = [times[0], times.at(-1)];
  // A row with others on both sides, so that a bound that is off by a little keeps other rows.
  const middle = times[Math.floor(times.length / 2)];
  if (oldest === undefined || newest === undefined || middle === undefined) return [];
  const day = 86_400_000;
  const seconds = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;
  return [
    seconds(oldest - day),
    seconds(newest + day),
    seconds(middle - 1000),
    seconds(middle + 1000),
    seconds(oldest),
    seconds(newest),
  ];
}

/** Instants at, beside and far from rows all over the list, written in the same way. */
export function instantsAround(filter: Filter, rows: readonly Row[]): FilterValue[] {
  if (kindOf(filter) !== 'instant' || filter.parameter.format !== 'date-time') return [];
  const times = [...new Set(rows.map((row) => instant(memberOf(row, filter.field))))].filter(
    (time) => !Number.isNaN(time),
  );
  const shifts = [0, -1000, 1000, 12 * 3_600_000];
  return spread(
    times.toSorted((one, other) => one - other),
    24,
  ).flatMap((time) => shifts.map((shift) => `${new Date(time + shift).toISOString().slice(0, 19)}Z`));
}
