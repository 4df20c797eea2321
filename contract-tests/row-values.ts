// Values to ask a filter for, taken from rows.
import { type Filter, type FilterValue, passes, type Row } from '../spec/index.ts';
import { isId } from './arguments.ts';
import { shortenedValue } from './impossible-value.ts';

/** The value of the filter that this row passes. */
export function valueIn(filter: Filter, row: Row): FilterValue | undefined {
  if (filter.when !== undefined) return filter.when;
  const value = row[filter.field];
  return typeof value === 'string' ? value : undefined;
}

/**
 * Values of the filter that this row does not pass: one that some other row does, if there is one; of an identifier
 * also its beginning, which no row passes.
 */
export function valuesAgainst(filter: Filter, row: Row, rows: readonly Row[]): FilterValue[] {
  if (filter.test === 'at-or-after') return [momentAfter(String(row[filter.field]))];
  if (filter.when !== undefined) return passes(filter, row, [filter.when]) ? [] : [filter.when];
  const known = rows.map((each) => valueIn(filter, each)).filter((value) => value !== undefined);
  const own = row[filter.field];
  const other = known.find((value) => value !== own) ?? filter.allowed.find((value) => value !== own);
  const short = isId(filter) ? shortenedValue([own, ...known.filter((value) => value !== own)]) : undefined;
  return [short, other].filter((value) => value !== undefined);
}

/** The next whole second, in UTC. */
export function momentAfter(timestamp: string): string {
  return `${new Date(Date.parse(timestamp) + 1000).toISOString().slice(0, 19)}Z`;
}

/** At most `most` of the values, evenly over the list. */
export function spread<T>(values: readonly T[], most: number): T[] {
  if (values.length <= most) return [...values];
  return Array.from(
    { length: most },
    (_, index) => values[Math.floor((index * (values.length - 1)) / Math.max(1, most - 1))],
  ).filter((value) => value !== undefined);
}
