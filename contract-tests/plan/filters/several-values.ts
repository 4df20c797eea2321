// Several values of one filter at once: which values, and in which arrangements.
import { type Filter, type FilterValue, kindOf, type Row } from '../../../spec/index.ts';
import { tellingValues } from './row-values.ts';

/** The values that are asked for several at a time: the listed ones, else a few that rows have. */
export function severalFor(filter: Filter, rows: readonly Row[]): readonly FilterValue[] {
  if (filter.allowed.length > 0) return filter.allowed.filter((value) => value !== filter.unrestricted);
  return tellingValues(filter, rows, kindOf(filter) === 'elements' ? 4 : 3);
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
