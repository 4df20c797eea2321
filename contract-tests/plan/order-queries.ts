// The orders that a list can be asked for.
import type { Operation, QueryPair, Sorting } from '../../spec/index.ts';

/** Every order that can be asked for; at the standard depth each value of each parameter once. */
export function orderQueries({ list: { sorting } }: Operation, depth: 'standard' | 'full'): QueryPair[][] {
  const { orders, directions } = sorting ?? {};
  const valuesOf = (part: Sorting['orders'] | Sorting['directions']): QueryPair[] =>
    part === undefined ? [] : [...part.byValue.keys()].map((value) => [part.name, String(value)]);
  const [one, other] = [valuesOf(orders), valuesOf(directions)];
  if (one.length === 0 || other.length === 0) return [...one, ...other].map((pair) => [pair]);
  const all = one.flatMap((pair) => other.map((each) => [pair, each]));
  if (depth === 'full') return [...all, ...one.map((pair) => [pair]), ...other.map((pair) => [pair])];
  const rounds = Math.max(one.length, other.length);
  return Array.from({ length: rounds }, (_, index) =>
    [one[index % one.length], other[index % other.length]].filter((pair) => pair !== undefined),
  );
}
