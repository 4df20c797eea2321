// A call that could be made: what it asks, which classes meet in it, and what its answer can show.
import { cached } from '../../../spec/index.ts';
import type { Arguments } from '../../walk/filter-arguments.ts';
import { and, type Bitset, count } from '../bitset.ts';
import type { CallSpace, Way } from './call-space.ts';
import { type Hides, hidesBeside, hidesNothing } from './hidden-classes.ts';
import { provenLater } from './proven-later.ts';

/** What is chosen for each factor. */
export type Choice = {
  /** By the filter's place; undefined where the filter is not given. */
  readonly ways: readonly (Way | undefined)[];
  readonly size: number | undefined;
  /** Whether the first page is asked for by its number or place. */
  readonly isPlaced: boolean;
  /** The class of a bad cursor. */
  readonly cursor: string | undefined;
};

/** A call with no size, place or cursor of its own. */
export const NOTHING: Omit<Choice, 'ways'> = { size: undefined, isPlaced: false, cursor: undefined };

export type MadeCall = {
  readonly choice: Choice;
  readonly classes: readonly number[];
  /** The classes that show in the answer what goes wrong with them: all where it has rows, else those of unknown ids. */
  readonly shown: 'all' | ReadonlySet<number>;
  readonly hides: Hides;
  /** The classes of filters without which the answer would hold other rows. */
  readonly deciding: readonly number[];
  /** Those filters, by their places. */
  readonly proven: readonly number[];
  /** The places of those that it proves behind the first page. */
  readonly provenLater: readonly number[];
  /** The factors in which an earlier call differs that has another answer: what forgets them gives that one again. */
  readonly differsIn: readonly number[];
  /** The rows that pass, and how many. */
  readonly answer: Bitset;
  readonly rows: number;
  /** The pages that are read, of how many. */
  readonly read: number;
  readonly pages: number;
};

/** Pages that are read of an answer that would take more than `ALL`. */
const READ = 3;
const ALL = 4;
/** Rows that are walked one by one to their end. */
export const FEW = 12;

/**
 * The call of a choice; `differsIn` is found by whoever knows the calls before it. Where the first page is asked for with a
 * bad cursor, `mostWithCursor` pages are read at most.
 */
export function makeCall(
  space: CallSpace,
  choice: Choice,
  differsIn: (choice: Choice, answer: Bitset) => readonly number[],
  mostWithCursor = Number.POSITIVE_INFINITY,
): MadeCall {
  const { given, answer, rows, classes, deciding, proven, hides } = filteringOf(space, choice.ways);
  const size = choice.size ?? space.usual ?? Math.max(rows, 1);
  const pages = Math.max(1, Math.ceil(rows / size));
  const isFine = choice.cursor === undefined && choice.size === space.smallest && rows <= FEW;
  const whole = pages <= ALL || isFine ? pages : READ;
  const read = choice.cursor === undefined ? whole : Math.min(whole, mostWithCursor);
  return {
    choice,
    classes: [
      ...classes,
      ...(space.sizesFor(rows).find((each) => each.size === choice.size)?.classes ?? []),
      ...placesIn(space, choice, pages, read),
      ...(Math.min(size, rows) > (space.usual ?? Number.POSITIVE_INFINITY) ? [space.longer] : []),
      ...cursorsIn(space, choice, pages),
    ],
    hides,
    shown: rows > 0 ? 'all' : new Set(given.flatMap((way) => (way.isUnknown ? way.classes : []))),
    deciding,
    proven,
    provenLater: provenLater(given, { all: space.all, answer, size, read, pages }).map((way) =>
      choice.ways.indexOf(way),
    ),
    differsIn: differsIn(choice, answer),
    answer,
    rows,
    read,
    pages,
  };
}

/** What follows from the filters alone. */
type Filtering = {
  readonly given: readonly Way[];
  readonly answer: Bitset;
  readonly rows: number;
  /** The classes of all filters, of those too that are not given. */
  readonly classes: readonly number[];
  readonly deciding: readonly number[];
  readonly proven: readonly number[];
  readonly hides: Hides;
};

const known = new WeakMap<CallSpace, WeakMap<Choice['ways'], Filtering>>();

/** The same filters are looked at with many sizes and places: what follows from them is found once. */
function filteringOf(space: CallSpace, ways: Choice['ways']): Filtering {
  return cached(
    cached(known, space, () => new WeakMap()),
    ways,
    () => filter(space, ways),
  );
}

function filter({ all, absent }: CallSpace, ways: Choice['ways']): Filtering {
  const given = ways.filter((way) => way !== undefined);
  const answer = given.reduce((left, { mask }) => and(left, mask), all);
  const deciding = given.filter((way) => decides(way, given, all, answer));
  const rows = count(answer);
  return {
    given,
    answer,
    rows,
    hides: rows > 0 ? hidesNothing : hidesBeside(given, all),
    classes: ways.flatMap((way, index) => way?.classes ?? [absent[index] ?? 0]),
    deciding: deciding.flatMap(({ classes }) => classes),
    proven: deciding.map((way) => ways.indexOf(way)),
  };
}

/** Whether the others alone let more rows through. */
function decides(way: Way, given: readonly Way[], all: Bitset, answer: Bitset): boolean {
  for (let index = 0; index < answer.length; index += 1) {
    let word = all[index] ?? 0;
    for (const other of given) if (other !== way) word &= other.mask[index] ?? 0;
    if (word >>> 0 !== answer[index]) return true;
  }
  return false;
}

/** How many rows pass what is chosen for the filters. */
export function rowsOf(space: CallSpace, ways: Choice['ways']): number {
  return filteringOf(space, ways).rows;
}

/** These filters in every size that fits their answer, and from the first page by its number too. */
export function formsOf(space: CallSpace, ways: Choice['ways']): Choice[] {
  const sizes = space.sizesFor(rowsOf(space, ways)).map(({ size }): Choice => ({ ...NOTHING, ways, size }));
  return space.first === undefined ? sizes : [...sizes, ...sizes.map((each) => ({ ...each, isPlaced: true }))];
}

/** A bad cursor can give another page than the first only where there are several. */
function cursorsIn({ cursors }: CallSpace, { cursor }: Choice, pages: number): number[] {
  return cursors.flatMap((each) => (each.name !== cursor ? [] : pages > 1 ? each.classes : each.classes.slice(0, 1)));
}

/** The places of the pages that are read. */
function placesIn({ places }: CallSpace, { isPlaced }: Choice, pages: number, read: number): number[] {
  return [
    places[isPlaced ? 'first, asked for' : 'first'],
    ...(read > 1 ? [places.second] : []),
    ...(read > 1 && pages > 2 ? [places.middle] : []),
    ...(read > 1 && read === pages ? [places.last] : []),
  ];
}

/** What is asked of the filters. */
export function argumentsOf(ways: Choice['ways']): Arguments {
  return ways.flatMap((way) => (way === undefined ? [] : [{ filter: way.filter, values: way.values }]));
}
