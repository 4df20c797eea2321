// The classes of a filter by id: ids of few and of many rows, ids without rows, and near misses of those that rows have.
import { type Filter, type FilterValue, grouped, memberOf, type Row } from '../../../spec/index.ts';
import { nearMisses, nonexistentId } from './nonexistent-id.ts';

/** Names the class of an id; `withoutRows` are those of rows in another list that no row of this one names. */
export function idClassifier(
  { field }: Filter,
  rows: readonly Row[],
  withoutRows: ReadonlySet<FilterValue>,
): (value: FilterValue) => string {
  const counts = countsOf(rows, field);
  const sorted = [...counts.values()].sort((one, other) => one - other);
  // Of a quarter of the ids each: those of fewest rows, and those of most.
  const few = sorted[Math.floor(sorted.length / 4)] ?? 0;
  const many = sorted[Math.floor((sorted.length * 3) / 4)] ?? 0;
  const most = sorted.at(-1) ?? 0;
  const known = [...counts.keys()].map(String);
  const begun = beginning([...counts.keys()]);
  const escaped = escapedOnes(known);
  const folded = new Set(known.map((id) => id.toLowerCase()));
  return (value) => {
    const count = counts.get(value);
    if (count !== undefined) {
      if (value === begun) return 'an id that others begin with';
      if (escaped.has(String(value))) return 'an id that is escaped in a URL';
      if (count <= few) return 'a rare id';
      if (count === most) return 'the id of most rows';
      return count >= many ? 'a shared id' : 'an id';
    }
    if (withoutRows.has(value)) return 'an id without rows';
    const text = String(value);
    if (/^0\d+$/.test(text) && known.some((id) => id !== '' && Number(id) === Number(text)))
      return 'an id as another writes its number';
    if (folded.has(text.toLowerCase())) return 'an id in another case';
    if (known.some((id) => id.startsWith(text))) return 'a shortened id';
    if (known.some((id) => text.startsWith(id))) return 'a lengthened id';
    const half = text.slice(0, Math.floor(text.length / 2));
    return known.some((id) => id.length === text.length && id.startsWith(half))
      ? 'an id changed at its end'
      : 'an unknown id';
  };
}

/** An id of each class. */
export function idValues(filter: Filter, rows: readonly Row[]): FilterValue[] {
  const counts = [...countsOf(rows, filter.field)].sort(([, one], [, other]) => other - one);
  const ids = counts.map(([id]) => id);
  const [shared] = ids;
  const rare = ids.at(-1);
  const numeric = filter.parameter.valueType !== 'string';
  const unknown = nonexistentId(ids, numeric);
  if (shared === undefined || rare === undefined) return [unknown];
  if (numeric || typeof shared !== 'string') return [shared, rare, unknown];
  const begun = beginning(ids) ?? shared;
  const [escaped = shared] = escapedOnes(ids.map(String));
  return [...new Set([shared, rare, begun, escaped, unknown, 'no-such-id-0', ...nearMisses(shared, ids)])];
}

/** An id that another one begins with, as numbered ones do: who compares beginnings takes it for both. */
function beginning(ids: readonly FilterValue[]): FilterValue | undefined {
  const sorted = ids.filter((id) => typeof id === 'string').sort();
  return sorted.find((id, index) => id !== '' && sorted[index + 1]?.startsWith(id) === true);
}

/** Letters that a URL escapes. */
const ESCAPED = /[^\w.!~*'()-]/;

/** The ids that are written otherwise in a URL, where some are and others are not. */
function escapedOnes(ids: readonly string[]): ReadonlySet<string> {
  const escaped = ids.filter((id) => ESCAPED.test(id));
  return new Set(escaped.length < ids.length ? escaped : []);
}

function countsOf(rows: readonly Row[], field: string): Map<FilterValue, number> {
  const values = rows.map((row) => memberOf(row, field));
  const ids = values.filter((value) => typeof value === 'string' || typeof value === 'number');
  return new Map([...grouped<FilterValue, FilterValue>(ids, (id) => id)].map(([id, all]) => [id, all.length]));
}
