// Several values of one filter at once: which values, and in which arrangements.
import { type Filter, type FilterValue, kindOf, type Row } from '../../../spec/index.ts';
import { tellingValues } from './row-values.ts';

/** The values that are asked for several at a time: the listed ones, else a few that rows have. */
export function severalFor(filter: Filter, rows: readonly Row[]): readonly FilterValue[] {
  if (filter.allowed.length > 0) return filter.allowed.filter((value) => value !== filter.unrestricted);
  return tellingValues(filter, rows, kindOf(filter) === 'elements' ? 4 : 3);
}

/** Values that are too many to ask for all pairs of them. */
const MANY = 4;

/**
 * Sets of values that have all values among them: two in the documented order, two in another, two with one of them
 * twice, and so on; and all. Other sets for every turn. `values` are those that are asked for together.
 */
export function severalSets(filter: Filter, values: readonly FilterValue[], turn: number): FilterValue[][] {
  if (!filter.many) return [];
  if (values.length < 2) return [];
  const inOrder = (some: readonly FilterValue[]) => values.filter((value) => some.includes(value));
  const start = turn % values.length;
  const turned = [...values.slice(start), ...values.slice(0, start)];
  const sets: FilterValue[][] = values.length > 2 ? [[...turned]] : [];
  // Halves of many values: of any two some half has one and not the other, and a few calls tell all of them apart.
  if (values.length >= MANY) {
    const half = Math.floor(turned.length / 2);
    sets.push(inOrder(turned.slice(0, half)), inOrder(turned.filter((_, place) => place % 2 === 0)));
  }
  for (let place = 0; place < turned.length; place += 2) {
    const [one, two] = [turned[place], turned[place + 1] ?? turned[0]];
    if (one === undefined || two === undefined) continue;
    const form = (turn + place / 2) % 3;
    const rising = values.indexOf(one) < values.indexOf(two) ? [one, two] : [two, one];
    sets.push(form === 0 ? rising : form === 1 ? rising.toReversed() : [one, two, one]);
  }
  return sets;
}
