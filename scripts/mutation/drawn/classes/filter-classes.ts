// The classes of a filter with documented values: each value, several in every arrangement, and none.
import { type Filter, type FilterValue, kindOf } from '../../../../spec/index.ts';
import type { Asked } from '../asked.ts';
import type { Setting } from '../draft.ts';
import { type Class, type Factor, someOf } from '../factor.ts';
import type { Scene } from '../scene.ts';
import { identifierClasses } from './identifier-classes.ts';
import { instantClasses } from './instant-classes.ts';

/** The factor of one filter. */
export function filterFactor(scene: Scene, filter: Filter): Factor {
  return { name: filter.name, classes: [absent(filter), ...givenClasses(scene, filter)] };
}

function givenClasses(scene: Scene, filter: Filter): readonly Class[] {
  if (filter.allowed.length > 0) return filter.many ? severalClasses(filter) : valueClasses(filter);
  const { valueType, format } = filter.parameter;
  if (kindOf(filter) === 'instant' && valueType === 'string' && format === 'date-time')
    return instantClasses(scene, filter);
  if (kindOf(filter) === 'identity' && valueType === 'string') return identifierClasses(scene, filter);
  return [];
}

const textsOf = ({ query }: Asked, { name }: Filter): readonly string[] => query.getAll(name);

/** Writes these values, each with the name of the filter. */
const writing =
  ({ name }: Filter, values: readonly FilterValue[]): Setting =>
  ({ query }) => {
    query.delete(name);
    for (const value of values) query.append(name, String(value));
  };

const absent = (filter: Filter): Class => ({
  factor: filter.name,
  says: 'not given',
  holds: (asked) => textsOf(asked, filter).length === 0,
  settings: [writing(filter, [])],
});

function valueClasses(filter: Filter): readonly Class[] {
  return filter.allowed.map((value) => ({
    factor: filter.name,
    says: `is ${value}`,
    holds: (asked) => isSame(textsOf(asked, filter), [value]),
    settings: [writing(filter, [value])],
  }));
}

function severalClasses(filter: Filter): readonly Class[] {
  const { allowed, name: factor } = filter;
  const order = (texts: readonly string[]) => texts.map((text) => allowed.map(String).indexOf(text));
  const isRising = (places: readonly number[]) => places.every((place, index) => place > (places[index - 1] ?? -1));
  const sets = arrangements(allowed);
  const several = (
    says: string,
    isMeant: (places: readonly number[], distinct: number) => boolean,
    values: readonly (readonly FilterValue[])[],
  ): Class => ({
    factor,
    says,
    holds: (asked) => {
      const places = order(textsOf(asked, filter));
      return places.length > 1 && !places.includes(-1) && isMeant(places, new Set(places).size);
    },
    settings: values.map((each) => writing(filter, each)),
  });
  const isWhole = (distinct: number) => distinct === allowed.length;
  return [
    ...valueClasses(filter),
    several('has several values in documented order', (places, n) => isRising(places) && !isWhole(n), sets),
    several(
      'has several values in another order',
      (places, n) => n === places.length && !isRising(places),
      sets.map((each) => [...each].reverse()),
    ),
    several(
      'has a value twice',
      (places, n) => n < places.length,
      sets.flatMap((each) => [
        [...each, ...each.slice(0, 1)],
        [each[0] ?? '', each[0] ?? ''],
      ]),
    ),
    several('has all its values', (places, n) => isWhole(n) && n === places.length, [allowed, [...allowed].reverse()]),
    ...allowed.map((value, place) =>
      several(
        `has ${value} among several`,
        (places, n) => n > 1 && places.includes(place),
        someOf(allowed.filter((other) => other !== value)).map((other) => [value, other]),
      ),
    ),
  ];
}

/** Pairs and a triple, in documented order, from all over the list of values. */
function arrangements(allowed: readonly FilterValue[]): readonly (readonly FilterValue[])[] {
  const pairs = allowed.slice(0, -1).map((value, index) => [value, allowed[index + 1] ?? value]);
  const ends = [allowed[0] ?? '', allowed.at(-1) ?? ''];
  return [...pairs, ends, allowed.slice(0, 3)].filter((each) => each.length < allowed.length);
}

function isSame(texts: readonly string[], values: readonly FilterValue[]): boolean {
  return texts.length === values.length && texts.every((text, index) => text === String(values[index]));
}
