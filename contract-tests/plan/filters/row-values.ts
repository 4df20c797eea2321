// Values to ask a filter for, taken from rows: one table, with an entry for each kind of filter.
import {
  elementsOf,
  type Filter,
  type FilterValue,
  grouped,
  isNegative,
  kindOf,
  memberOf,
  passes,
  type Row,
  type TestKind,
} from '../../../spec/index.ts';
import { turnedCase } from '../../http/altered-text.ts';
import { isId } from '../../walk/filter-arguments.ts';
import { textIn } from '../../walk/rows.ts';
import { spread } from '../spread.ts';
import { bounds, directionOf, instantBeside, isExclusive, numberBeside } from './bound-values.ts';
import { nearMisses, nonexistentId } from './nonexistent-id.ts';
import { partBeyondAscii, partOf } from './text-parts.ts';

type ValuesOf = {
  /** A value that this row passes; undefined where there is none. */
  readonly own: (filter: Filter, row: Row, rows: readonly Row[]) => FilterValue | undefined;
  /** Values that this row does not pass. */
  readonly against: (filter: Filter, row: Row, rows: readonly Row[]) => readonly (FilterValue | undefined)[];
  /** Values that tell something by themselves, for a list of these rows. */
  readonly telling: (filter: Filter, rows: readonly Row[], most: number) => readonly FilterValue[];
};

const kinds: Readonly<Record<TestKind, ValuesOf>> = {
  identity: {
    own: (filter, row, rows) => {
      const value = scalarIn(filter, row);
      return isNegative(filter) ? known(filter, rows).find((each) => each !== value) : value;
    },
    against: (filter, row, rows) => {
      const own = scalarIn(filter, row);
      if (isNegative(filter)) return [own];
      const others = known(filter, rows).filter((value) => value !== own);
      const other = others[0] ?? filter.allowed.find((value) => value !== own && value !== filter.unrestricted);
      return [...(isId(filter) ? nearMisses(own, [own, ...others]) : []), other];
    },
    telling: (filter, rows, most) => {
      const values = bySize([...new Set(known(filter, rows))], filter, rows);
      return [...new Set([...(values.length > most ? oneOfEachForm(values) : []), ...spread(values, most)])];
    },
  },
  instant: {
    own: (filter, row) => instantBeside(filter, row, isExclusive(filter) ? -directionOf(filter) : 0),
    against: (filter, row) => [instantBeside(filter, row, isExclusive(filter) ? 0 : directionOf(filter))],
    telling: (filter, rows, most) => bounds(filter, rows, most, instantBeside),
  },
  number: {
    own: (filter, row) => numberBeside(filter, row, isExclusive(filter) ? -directionOf(filter) : 0),
    against: (filter, row) => [numberBeside(filter, row, isExclusive(filter) ? 0 : directionOf(filter))],
    telling: (filter, rows, most) => bounds(filter, rows, most, numberBeside),
  },
  text: {
    own: (filter, row) => partOf(filter, memberOf(row, filter.field)),
    against: (filter, row) => {
      const part = partOf(filter, memberOf(row, filter.field));
      const turned = part === undefined ? undefined : turnedCase(part);
      return ['zzqxj', ...(turned !== undefined && !passes(filter, row, [turned]) ? [turned] : [])];
    },
    telling: (filter, rows, most) => {
      const parts = [...new Set(rows.flatMap((row) => partOf(filter, memberOf(row, filter.field)) ?? []))];
      const inner = [...new Set(rows.flatMap((row) => textIn(row, filter.field).slice(1, 5).trim()))].filter(
        (part) => part.length > 2,
      );
      const foreign = rows.flatMap((row) => partBeyondAscii(filter, textIn(row, filter.field)) ?? []);
      return [
        ...spread(parts, Math.ceil(most / 2)),
        ...spread(parts.map(turnedCase), 1),
        ...spread(inner, 1),
        ...spread([...new Set(foreign)], 1),
        'zzqxj',
      ];
    },
  },
  presence: {
    own: (filter, row) => [true, false].find((value) => passes(filter, row, [value])),
    against: (filter, row) => [[true, false].find((value) => !passes(filter, row, [value]))],
    telling: () => [true, false],
  },
  elements: {
    own: (filter, row) => elementsIn(filter, row)[0],
    against: (filter, row, rows) => {
      const own = elementsIn(filter, row);
      return [
        rows.flatMap((each) => elementsIn(filter, each)).find((value) => !own.includes(value)),
        nonexistentId(own, isNumeric(filter)),
      ];
    },
    telling: (filter, rows, most) => {
      const seen = [...new Set(rows.flatMap((row) => elementsIn(filter, row)))];
      return [...spread(seen, most), ...(filter.allowed.length > 0 ? [] : [nonexistentId(seen, isNumeric(filter))])];
    },
  },
};

/** Forms of identifiers that are told apart: more are no forms, but numbers. */
const FORMS = 6;

/** The first value of each form that identifiers have: how they begin, and how long they are. */
function oneOfEachForm(values: readonly FilterValue[]): FilterValue[] {
  const byForm = grouped(
    values,
    (value) => `${/^[a-z]+(?=[_-])/i.exec(String(value))?.[0] ?? ''} ${String(value).length}`,
  );
  return byForm.size > FORMS ? [] : [...byForm.values()].flatMap((some) => some.slice(0, 1));
}

/** A value of the filter that this row passes. */
export function valueIn(filter: Filter, row: Row, rows: readonly Row[] = []): FilterValue | undefined {
  if (filter.when !== undefined) return filter.when;
  if (filter.standsFor !== undefined) return listed(filter, (value) => passes(filter, row, [value]));
  return inBounds(filter, kinds[kindOf(filter)].own(filter, row, rows));
}

/**
 * Values of the filter that this row does not pass: one that some other row does, if there is one; of an identifier
 * also its beginning, which no row passes.
 */
export function valuesAgainst(filter: Filter, row: Row, rows: readonly Row[]): FilterValue[] {
  if (filter.when !== undefined) return passes(filter, row, [filter.when]) ? [] : [filter.when];
  const { against } = kinds[kindOf(filter)];
  const values =
    filter.standsFor === undefined
      ? against(filter, row, rows).map((value) => inBounds(filter, value))
      : [listed(filter, (value) => !passes(filter, row, [value]))];
  return values.filter((value) => value !== undefined);
}

/** The values worth asking for by themselves, at most about `most` where the documentation does not list them. */
export function tellingValues(filter: Filter, rows: readonly Row[], most: number): FilterValue[] {
  if (filter.when !== undefined) return [filter.when];
  if (filter.allowed.length > 0) return filter.allowed.filter((value) => value !== filter.unrestricted);
  return kinds[kindOf(filter)].telling(filter, rows, most).filter((value) => inBounds(filter, value) !== undefined);
}

/** A listed value that restricts something, of which this holds. */
function listed({ allowed, unrestricted }: Filter, holds: (value: FilterValue) => boolean): FilterValue | undefined {
  return allowed.find((value) => value !== unrestricted && holds(value));
}

function isNumeric({ parameter: { valueType } }: Filter): boolean {
  return valueType === 'integer' || valueType === 'number';
}

/** The value, if the parameter may have it. */
export function inBounds(filter: Filter, value: FilterValue | undefined): FilterValue | undefined {
  const { parameter, allowed } = filter;
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = parameter;
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = parameter;
  if (typeof value === 'string' && isNumeric(filter)) return undefined;
  // Many take an empty value for none, and none says that they must not.
  if (value === '' && allowed.length === 0) return undefined;
  if (typeof value === 'number' && (value < minimum || value > maximum)) return undefined;
  if (typeof value === 'string' && (value.length < minLength || value.length > maxLength)) return undefined;
  if (typeof value === 'string' && pattern !== undefined && !new RegExp(pattern, 'u').test(value)) return undefined;
  return value !== undefined && allowed.length > 0 && !allowed.includes(value) ? undefined : value;
}

function scalarIn({ field }: Filter, row: Row): FilterValue | undefined {
  const value = memberOf(row, field);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

function known(filter: Filter, rows: readonly Row[]): FilterValue[] {
  return rows.flatMap((row) => scalarIn(filter, row) ?? []);
}

function elementsIn({ field, element }: Filter, row: Row): FilterValue[] {
  return elementsOf(memberOf(row, field), element).filter(
    (value) => typeof value === 'string' || typeof value === 'number',
  );
}

/** Ids of a handful of rows first: few enough to be walked one by one, enough to be cut into pages. */
function bySize(ids: readonly FilterValue[], filter: Filter, rows: readonly Row[]): FilterValue[] {
  const byValue = grouped(rows, (row) => scalarIn(filter, row));
  const handy = (id: FilterValue) => [3, 4, 5].includes(byValue.get(id)?.length ?? 0);
  return [...ids.filter(handy), ...ids.filter((id) => !handy(id))];
}
