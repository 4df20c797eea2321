// A filter that is misread, where the rest of the query is understood.
import { type Filter, instant, kindOf } from '../../../../spec/index.ts';
import type { Asked } from '../asked.ts';
import { ofList } from '../rewrite.ts';
import { countsOf, keptBy, type Scene } from '../scene.ts';
import { changing, type Maker, pick, type What } from '../what.ts';

type Values = (asked: Asked, filter: Filter) => readonly string[];

/** Reads other values than those that were sent; none where the filter is ignored. */
const reading =
  (says: string, turn: Values, suits: (filter: Filter) => boolean = () => true): Maker =>
  ({ operation }, random) => {
    const filter = pick(operation.filters.filter(suits), random);
    if (filter === undefined) return undefined;
    const { name } = filter;
    const start = changing((asked, reply) => {
      const query = new URLSearchParams(asked.query);
      query.delete(name);
      for (const value of turn(asked, filter)) query.append(name, value);
      return ofList(asked, reply, keptBy(asked.scene, query));
    });
    return { says: `${name} ${says}`, target: 'served', filter: name, start };
  };

const textsOf = ({ query }: Asked, { name }: Filter): readonly string[] => query.getAll(name);

const inverted: Maker = ({ operation }, random): What | undefined => {
  const filter = pick(operation.filters, random);
  if (filter === undefined) return undefined;
  const { name } = filter;
  const start = changing((asked, reply) => {
    const others = keptBy(asked.scene, asked.query, name);
    return ofList(
      asked,
      reply,
      others.filter((row) => !asked.kept.includes(row)),
    );
  });
  return { says: `${name} keeps the rows that it should leave out`, target: 'served', filter: name, start };
};

const DAY = 86_400_000;

/** Another value of the same filter: the next documented one, the next that rows have, or a day later. */
const neighbours: Values = (asked, filter) =>
  textsOf(asked, filter).map((text) => {
    if (kindOf(filter) === 'instant') return new Date(instant(text) + DAY).toISOString();
    const known = filter.allowed.length > 0 ? filter.allowed.map(String) : idsOf(asked.scene, filter);
    return known[(known.indexOf(text) + 1) % known.length] ?? text;
  });

function idsOf(scene: Scene, { field }: Filter): readonly string[] {
  return [...countsOf(scene, field).keys()];
}

const isMany = ({ many }: Filter): boolean => many;

export const filterWhats: readonly Maker[] = [
  reading('is ignored', () => []),
  inverted,
  reading('is read as another of its values', neighbours),
  reading('counts with its first value only', (asked, filter) => textsOf(asked, filter).slice(0, 1), isMany),
  reading('counts with its last value only', (asked, filter) => textsOf(asked, filter).slice(-1), isMany),
  reading(
    'is read with another value beside its own',
    (asked, filter) => [...textsOf(asked, filter), ...neighbours(asked, filter)],
    isMany,
  ),
];
