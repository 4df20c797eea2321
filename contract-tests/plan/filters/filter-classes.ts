// The classes of a filter's values, by equivalence partitioning and boundary analysis: inputs of one class should be
// treated alike, so every class is asked for, and pairs of classes as far as the budget goes.
import {
  cached,
  type Filter,
  type FilterValue,
  grouped,
  instant,
  kindOf,
  memberOf,
  once,
  type Row,
  type TestKind,
} from '../../../spec/index.ts';
import { isId } from '../../walk/filter-arguments.ts';
import { textIn } from '../../walk/rows.ts';
import { instantsBeside, instantsIn } from './bound-values.ts';
import { idClassifier, idValues } from './identifier-classes.ts';
import { inBounds, tellingValues } from './row-values.ts';
import { BEYOND_ASCII } from './text-parts.ts';

/** What every filter can be: not given at all. */
export const ABSENT = 'absent';

/** The classes of one filter in a list of these rows; what is known of the rows is found once. */
export type FilterClasses = {
  /** The class of these values, by name. */
  readonly classOf: (values: readonly FilterValue[]) => string;
  /** All classes of these values: the one of all together, and of each that it stands among others. */
  readonly classesOf: (values: readonly FilterValue[]) => readonly string[];
  /** All that the filter is asked for by itself: values that rows have, at most about `most`, and one of every other class. */
  readonly valuesAlone: (most: number) => readonly FilterValue[];
  /** One value of each class that the filter can be asked for by itself, the same ones for the same rows. */
  readonly representatives: () => readonly FilterValue[];
};

/** `withoutRows` are ids of rows in another list, which the filter's member refers to, and which no row of this list has. */
export function filterClasses(
  filter: Filter,
  rows: readonly Row[],
  withoutRows: readonly FilterValue[] = [],
): FilterClasses {
  const classOfOne = once(() => classifier(filter, rows, withoutRows));
  const names = new Map<string, string>();
  const classOf = (values: readonly FilterValue[]): string => {
    const [value] = values;
    if (value === undefined) return ABSENT;
    return cached(names, JSON.stringify(values), () =>
      values.length > 1 ? severalClass(filter, values) : classOfOne()(value),
    );
  };
  // Where it is not what lifts a default, a value that restricts nothing is one to ask for like any other.
  const unrestricted = filter.byDefault.length > 0 ? undefined : filter.unrestricted;
  const valuesAlone = (most: number) => [
    ...new Set([
      ...tellingValues(filter, rows, most),
      ...(unrestricted === undefined ? [] : [unrestricted]),
      ...classValues(filter, rows),
      ...withoutRows,
    ]),
  ];
  return {
    classOf,
    classesOf: (values) => {
      const among = values.length > 1 ? values.map((value) => `${filter.name} ${value} among several`) : [];
      return [`${filter.name} ${classOf(values)}`, ...among];
    },
    valuesAlone,
    representatives: once(() => {
      const byClass = grouped(valuesAlone(500), (value) => classOf([value]));
      return [...byClass.values()].flatMap((some) => some.slice(0, 1));
    }),
  };
}

/** Names the class of one value. */
function classifier(
  filter: Filter,
  rows: readonly Row[],
  withoutRows: readonly FilterValue[],
): (value: FilterValue) => string {
  if (filter.when !== undefined || filter.allowed.length > 0) return String;
  if (kindOf(filter) === 'instant') return instantClassifier(filter, rows);
  if (kindOf(filter) === 'text') return textClassifier(filter, rows);
  if (isId(filter)) return idClassifier(filter, rows, new Set(withoutRows));
  const known = new Set(rows.map((row) => memberOf(row, filter.field)));
  // What takes nothing for zero forgets it.
  return (value) => (value === 0 ? 'zero' : known.has(value) ? 'a value of a row' : 'another value');
}

function severalClass({ allowed }: Filter, values: readonly FilterValue[]): string {
  const distinct = new Set(values);
  if (distinct.size < values.length) return 'several, one repeated';
  if (allowed.length > 2 && distinct.size === allowed.length) return 'all values';
  const places = values.map((value) => allowed.indexOf(value));
  const rising = places.every((place, index) => index === 0 || place > (places[index - 1] ?? place));
  return rising && allowed.length > 0 ? 'several' : 'several, in another order';
}

function textClassifier({ field }: Filter, rows: readonly Row[]): (value: FilterValue) => string {
  const texts = [...new Set(rows.map((row) => textIn(row, field)))];
  const folded = texts.map((text) => text.toLowerCase());
  return (value) => {
    const part = String(value);
    if (WILDCARDS.includes(part)) return 'a wildcard';
    if (BEYOND_ASCII.test(part)) return 'letters beyond ASCII';
    if (texts.some((text) => text.startsWith(part))) return 'a beginning';
    if (texts.some((text) => text.includes(part))) return 'a part';
    return folded.some((text) => text.includes(part.toLowerCase())) ? 'a part in another case' : 'another text';
  };
}

function instantClassifier(filter: Filter, rows: readonly Row[]): (value: FilterValue) => string {
  const times = instantsIn(filter, rows);
  const [oldest = Number.POSITIVE_INFINITY, newest = Number.NEGATIVE_INFINITY] = [times[0], times.at(-1)];
  const known = new Set(times);
  return (value) => {
    const time = instant(value);
    if (time < oldest) return 'before the oldest';
    if (time > newest) return 'past the newest';
    if (time === oldest) return 'at the oldest row';
    if (time === newest) return 'at the newest row';
    if (known.has(time)) return 'at a row';
    const nearest = times.reduce((best, each) => (Math.abs(time - each) < Math.abs(time - best) ? each : best), oldest);
    const inSecond = times.find((each) => Math.floor(each / 1000) === Math.floor(time / 1000));
    if (inSecond !== undefined) return `in the second of a row, ${time < inSecond ? 'before' : 'behind'} it`;
    if (Math.abs(time - nearest) !== 1000) return 'between rows';
    return time > nearest ? 'a second after a row' : 'a second before a row';
  };
}

/** Letters that a database takes for any others, where they are not escaped. */
const WILDCARDS: readonly string[] = ['%', '_'];

const OF_KIND: Readonly<Partial<Record<TestKind, (filter: Filter, rows: readonly Row[]) => readonly FilterValue[]>>> = {
  instant: instantsBeside,
  number: () => [0],
  text: () => WILDCARDS,
};

/** One value at least for every class that values of rows do not bring along; alone each. */
function classValues(filter: Filter, rows: readonly Row[]): FilterValue[] {
  if (filter.when !== undefined || filter.allowed.length > 0) return [];
  const found = isId(filter) ? idValues(filter, rows) : (OF_KIND[kindOf(filter)]?.(filter, rows) ?? []);
  return [...new Set(found)].filter((value) => inBounds(filter, value) !== undefined);
}
