// All that a list can be asked: the factors of a call, the classes of each, and the ways to ask for a class.
import {
  cached,
  type Filter,
  type FilterValue,
  firstPlace,
  grouped,
  type Operation,
  type Row,
} from '../../../spec/index.ts';
import { type Arguments, isId } from '../../walk/filter-arguments.ts';
import { textIn } from '../../walk/rows.ts';
import { type Bitset, bitsetOf, count } from '../bitset.ts';
import { instantsAround } from '../filters/bound-values.ts';
import { ABSENT } from '../filters/filter-classes.ts';
import { severalFor, severalSets } from '../filters/several-values.ts';
import type { InputModel } from '../input-model.ts';
import { CURSOR_CLASSES, FOREIGN } from '../invalid-cursors.ts';
import { sizeClasses } from '../size-classes.ts';
import { spread } from '../spread.ts';

/** One way to ask a filter: its values, the classes that they are in, and the rows that they let through. */
export type Way = {
  readonly filter: Filter;
  readonly values: readonly FilterValue[];
  readonly classes: readonly number[];
  readonly mask: Bitset;
  /** Whether it looks for an id that no row has. */
  readonly isUnknown: boolean;
  /** Whether it is the beginning of a longer id that some row has: what compares loosely takes one for the other. */
  readonly isShortened: boolean;
};

type SizeWay = { readonly size: number | undefined; readonly classes: readonly number[] };

export type CallSpace = {
  readonly model: InputModel;
  /** All rows. */
  readonly all: Bitset;
  /** The ways of each filter, by the filter's place in the model and by class. */
  readonly ways: readonly (readonly (readonly Way[])[])[];
  /** The class of each filter that is not given. */
  readonly absent: readonly number[];
  /** The sizes that so many rows can be asked for with. */
  readonly sizesFor: (rows: number) => readonly SizeWay[];
  /**
   * Bad cursors by their class: its number, and that of the class where there are several pages; and whether a deployment
   * could not have issued such a one itself.
   */
  readonly cursors: readonly {
    readonly name: string;
    readonly classes: readonly number[];
    readonly isCertain: boolean;
  }[];
  readonly places: Readonly<Record<Place, number>>;
  /** The class of a page that holds more rows than one of the default size. */
  readonly longer: number;
  /** The value that asks for the first page by its number or place; undefined where there is none. */
  readonly first: string | undefined;
  /** The page size where none is given; undefined where all rows come in one page. */
  readonly usual: number | undefined;
  /** The smallest page size; undefined where pages have none that one can ask for. */
  readonly smallest: number | undefined;
  /** The largest page size; undefined where pages have none that one can ask for. */
  readonly largest: number | undefined;
  /** The number of a class, by its name. */
  readonly named: (name: string) => number;
  /** How many classes there are. */
  readonly size: number;
};

type Place = 'first' | 'first, asked for' | 'second' | 'middle' | 'last';

/** Ways of one class that are chosen from. */
const MOST_WAYS = 40;

export function callSpace({ list }: Operation, model: InputModel): CallSpace {
  const names = new Map<string, number>();
  const named = (name: string): number => cached(names, name, () => names.size);
  const ways = model.filters.map((filter) => waysOf(filter, model, named));
  const absent = model.filters.map(({ name }) => named(`${name} ${ABSENT}`));
  const bySize = new Map<number, readonly SizeWay[]>();
  const sizesFor = (rows: number): readonly SizeWay[] => cached(bySize, rows, () => sizeWays(rows));
  const sizeWays = (rows: number): SizeWay[] => {
    if (list.size === undefined) return [{ size: undefined, classes: [] }];
    const bySize = grouped(sizeClasses(list.size, rows), ([, size]) => size);
    return [...bySize].map(([size, classes]) => ({ size, classes: classes.map(([name]) => named(`size ${name}`)) }));
  };
  const { paging } = list;
  // All classes have their number before any call is made.
  for (let rows = 0; rows <= Math.min(model.rows.length, 30); rows += 1) sizesFor(rows);
  sizesFor(model.rows.length);
  const places = {
    first: named('place first'),
    'first, asked for': named('place first, asked for'),
    second: named('place second'),
    middle: named('place middle'),
    last: named('place last'),
  };
  const hasCursors = paging.style === 'cursor' && paging.badCursor === 'first-page';
  const cursors = (hasCursors ? CURSOR_CLASSES : []).map((name) => ({
    name,
    classes: [`cursor ${name}`, `cursor ${name}, of several pages`].map(named),
    isCertain: name !== FOREIGN,
  }));
  return {
    model,
    all: bitsetOf(model.rows, () => true),
    ways,
    absent,
    sizesFor,
    cursors,
    places,
    longer: named('page longer than of the default size'),
    first: firstPlace(paging),
    usual: list.size?.default,
    smallest: list.size?.minimum,
    largest:
      list.size === undefined ? undefined : (list.size.maximum ?? Math.max(model.rows.length, list.size.minimum)),
    named,
    size: names.size,
  };
}

function waysOf(filter: Filter, model: InputModel, named: (name: string) => number): Way[][] {
  const { classOf, valuesAlone } = model.classes(filter);
  const several = severalFor(filter, model.rows);
  const turns = filter.many ? several.map((_, turn) => turn) : [];
  const all = [
    ...valuesAlone(500).map((value) => [value]),
    ...instantsAround(filter, model.rows).map((value) => [value]),
    ...turns.flatMap((turn) => severalSets(filter, several, turn)),
  ];
  return [...grouped(all, classOf).values()].map((some) =>
    spread(some, MOST_WAYS).map((values) => wayFor({ filter, values }, model, named)),
  );
}

function wayFor({ filter, values }: Arguments[number], model: InputModel, named: (name: string) => number): Way {
  const mask = model.passing([{ filter, values }]);
  const classes = model.classes(filter).classesOf(values).map(named);
  const isUnknown = isId(filter) && count(mask) === 0;
  const part = String(values[0]);
  const begins = (row: Row) => {
    const id = textIn(row, filter.field);
    return id !== part && id.startsWith(part);
  };
  return { filter, values, classes, mask, isUnknown, isShortened: isId(filter) && model.rows.some(begins) };
}

/** The way to ask for this, which need not be among those that are chosen from. */
export function wayOf(space: CallSpace, argument: Arguments[number] | undefined): Way | undefined {
  return argument === undefined ? undefined : wayFor(argument, space.model, space.named);
}
