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
  const isDays = parameter.format === 'date';
  if (!isWritten(time + seconds * (isDays ? 86_400_000 : 1000))) return undefined;
  if (parameter.valueType !== 'string') return Math.floor(time / 1000) + seconds;
  if (isDays) return new Date(time + seconds * 86_400_000).toISOString().slice(0, 10);
  return seconds === 0 && typeof value === 'string' ? inUtc(value) : inSeconds(time + seconds * 1000);
}

/** The instant as most write it, to the microsecond: whoever takes instants takes them in UTC. */
function inUtc(text: string): string {
  const [, digits = ''] = /[.,](\d{1,6})/.exec(text) ?? [];
  const fraction = digits.replace(/0+$/, '');
  const places = fraction === '' ? 0 : fraction.length > 3 ? 6 : 3;
  return inSeconds(instant(text)).replace('Z', places === 0 ? 'Z' : `.${fraction.padEnd(places, '0')}Z`);
}

export function numberBeside({ parameter, field }: Filter, row: Row, steps: number): FilterValue | undefined {
  const value = memberOf(row, field);
  if (typeof value !== 'number') return undefined;
  return parameter.valueType === 'integer' ? Math.round(value) + steps : Number((value + steps * 0.01).toFixed(2));
}

/**
 * Instants at the edges: before the oldest row and past the newest, at both, a second beside a row, and in its second; only where the
 * parameter takes RFC 3339 texts, in UTC and in whole seconds, unless rows have parts of one: of other precisions and zones the
 * documents say nothing.
 */
export function instantsBeside(filter: Filter, rows: readonly Row[]): FilterValue[] {
  if (filter.parameter.format !== 'date-time') return [];
  const times = instantsIn(filter, rows);
  const [oldest, newest] = [times[0], times.at(-1)];
  // A row with others on both sides, so that a bound that is off by a little keeps other rows.
  const middle = times[Math.floor(times.length / 2)];
  if (oldest === undefined || newest === undefined || middle === undefined) return [];
  const day = 86_400_000;
  const around = [oldest - day, newest + day, middle - 1000, middle + 1000, oldest, newest];
  // The second of a row that has a fraction of one begins before it, and goes on behind it.
  const split = times.filter((time) => time % 1000 !== 0 && (time + 1) % 1000 !== 0);
  const ofSecond = split.slice(split.length >> 1, (split.length >> 1) + 1);
  return [
    ...[...around, ...ofSecond].filter(isWritten).map(inSeconds),
    ...ofSecond.map((time) => new Date(time + 1).toISOString()),
  ];
}

/** Instants at, beside and far from rows all over the list, written in the same way. */
export function instantsAround(filter: Filter, rows: readonly Row[]): FilterValue[] {
  if (kindOf(filter) !== 'instant' || filter.parameter.format !== 'date-time') return [];
  const shifts = [0, -1000, 1000, 12 * 3_600_000];
  const times = spread([...new Set(instantsIn(filter, rows))], 24);
  return times.flatMap((time) =>
    shifts
      .map((shift) => time + shift)
      .filter(isWritten)
      .map(inSeconds),
  );
}

/** The instants that rows have, the oldest first. */
export function instantsIn({ field }: Filter, rows: readonly Row[]): number[] {
  const times = rows.map((row) => instant(memberOf(row, field))).filter(isWritten);
  return times.sort((one, other) => one - other);
}

/** Whether the instant has a year of four digits: others are written in a way that must be agreed on (ISO 8601). */
export function isWritten(milliseconds: number): boolean {
  const date = new Date(milliseconds);
  return !Number.isNaN(date.getTime()) && /^\d{4}-/.test(date.toISOString());
}

/** An instant as most write it. */
export function inSeconds(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
