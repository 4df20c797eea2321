// The classes of a filter's values, by equivalence partitioning and boundary analysis: inputs of one class should be
// treated alike, so every class is asked for, and pairs of classes as far as the budget goes.
import { type Filter, type FilterValue, instant, kindOf, memberOf, type Row } from '../../spec/index.ts';
import { turnedCase } from '../http/altered-text.ts';
import { isId } from '../walk/filter-arguments.ts';
import { instantsBeside } from './bound-values.ts';
import { nonexistentId, shortenedValue } from './nonexistent-id.ts';
import { inBounds, tellingValues } from './row-values.ts';

/** What every filter can be: not given at all. */
export const ABSENT = 'absent';

/** The class of these values, by name. */
export function classOf(filter: Filter, values: readonly FilterValue[], rows: readonly Row[]): string {
  const [value] = values;
  if (value === undefined) return ABSENT;
  if (values.length > 1) return severalClass(filter, values);
  if (filter.when !== undefined || filter.allowed.length > 0) return String(value);
  if (kindOf(filter) === 'instant') return instantClass(filter, value, rows);
  if (isId(filter)) return idClass(filter, value, rows);
  return rows.some((row) => memberOf(row, filter.field) === value) ? 'a value of a row' : 'another value';
}

/** All classes of these values: the one of all together, and of each that it stands among others. */
export function classesOf(filter: Filter, values: readonly FilterValue[], rows: readonly Row[]): string[] {
  const among = values.length > 1 ? values.map((value) => `${filter.name} ${value} among several`) : [];
  return [`${filter.name} ${classOf(filter, values, rows)}`, ...among];
}

function severalClass({ allowed }: Filter, values: readonly FilterValue[]): string {
  const distinct = new Set(values);
  if (distinct.size < values.length) return 'several, one repeated';
  if (allowed.length > 2 && distinct.size === allowed.length) return 'all values';
  const places = values.map((value) => allowed.indexOf(value));
  const rising = places.every((place, index) => index === 0 || place > (places[index - 1] ?? place));
  return rising && allowed.length > 0 ? 'several' : 'several, in another order';
}

function idClass({ field }: Filter, value: FilterValue, rows: readonly Row[]): string {
  const counts = countsOf(rows, field);
  const count = counts.get(value);
  if (count !== undefined) {
    const all = [...counts.values()];
    if (count === Math.max(...all) && count > 1) return 'a shared id';
    return count === Math.min(...all) ? 'a rare id' : 'an id';
  }
  const text = String(value);
  const known = [...counts.keys()].map(String);
  if (known.some((id) => id.toLowerCase() === text.toLowerCase())) return 'an id in another case';
  if (known.some((id) => id.startsWith(text))) return 'a shortened id';
  if (known.some((id) => text.startsWith(id))) return 'a lengthened id';
  const half = Math.floor(text.length / 2);
  return known.some((id) => id.length === text.length && id.startsWith(text.slice(0, half)))
    ? 'an id changed at its end'
    : 'an unknown id';
}

function instantClass({ field }: Filter, value: FilterValue, rows: readonly Row[]): string {
  const time = instant(value);
  const times = rows.map((row) => instant(memberOf(row, field))).filter((each) => !Number.isNaN(each));
  const oldest = Math.min(...times);
  const newest = Math.max(...times);
  if (time < oldest) return 'before the oldest';
  if (time > newest) return 'past the newest';
  if (time === oldest) return 'at the oldest row';
  if (time === newest) return 'at the newest row';
  if (times.includes(time)) return 'at a row';
  const off = times.map((each) => time - each).sort((one, other) => Math.abs(one) - Math.abs(other))[0] ?? 0;
  if (Math.abs(off) === 1000) return off > 0 ? 'a second after a row' : 'a second before a row';
  return 'between rows';
}

/** One value at least for every class that values of rows do not bring along; alone each. */
function classValues(filter: Filter, rows: readonly Row[]): FilterValue[] {
  if (filter.when !== undefined || filter.allowed.length > 0) return [];
  const found = isId(filter)
    ? idValues(filter, rows)
    : kindOf(filter) === 'instant'
      ? instantsBeside(filter, rows)
      : [];
  return [...new Set(found)].filter((value) => inBounds(filter, value) !== undefined);
}

function idValues(filter: Filter, rows: readonly Row[]): FilterValue[] {
  const counts = [...countsOf(rows, filter.field)].sort(([, one], [, other]) => other - one);
  const ids = counts.map(([id]) => id);
  const [shared] = ids;
  const rare = ids.at(-1);
  const numeric = filter.parameter.valueType !== 'string';
  const unknown = nonexistentId(ids, numeric);
  if (shared === undefined || rare === undefined) return [unknown];
  if (numeric || typeof shared !== 'string') return [shared, rare, unknown];
  const unlike = 'no-such-id-0';
  const short = shortenedValue(ids);
  const cased = [turnedCase(shared), shared.toLowerCase(), shared.toUpperCase()].find((each) => !ids.includes(each));
  return [
    shared,
    rare,
    unknown,
    unlike,
    ...(short === undefined ? [] : [short]),
    `${shared}0`,
    ...(cased === undefined ? [] : [cased]),
  ];
}

/** All that one filter is asked for by itself: values that rows have, and one of every other class. */
export function valuesAlone(filter: Filter, rows: readonly Row[], most: number): FilterValue[] {
  return [...new Set([...tellingValues(filter, rows, most), ...classValues(filter, rows)])];
}

/** One value of each class that the filter can be asked for by itself, the same ones for the same rows. */
export function representatives(filter: Filter, rows: readonly Row[]): FilterValue[] {
  const byClass = new Map<string, FilterValue>();
  for (const value of valuesAlone(filter, rows, 500)) {
    const name = classOf(filter, [value], rows);
    if (!byClass.has(name)) byClass.set(name, value);
  }
  return [...byClass.values()];
}

function countsOf(rows: readonly Row[], field: string): Map<FilterValue, number> {
  const counts = new Map<FilterValue, number>();
  for (const row of rows) {
    const value = memberOf(row, field);
    if (typeof value === 'string' || typeof value === 'number') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
