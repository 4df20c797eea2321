// A call that could be made: what it asks, which classes meet in it, and what its answer can show.
import { and, type Bitset, count, same } from '../bitset.ts';
import type { CallSpace, Way } from './call-space.ts';

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

export type MadeCall = {
  readonly choice: Choice;
  readonly classes: readonly number[];
  /** The classes that show in the answer what goes wrong with them: all where it has rows, else those of unknown ids. */
  readonly shown: 'all' | ReadonlySet<number>;
  /** The classes of filters without which the answer would hold other rows. */
  readonly deciding: readonly number[];
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

/** The call of a choice; `differsIn` is found by whoever knows the calls before it. */
export function makeCall(
  space: CallSpace,
  choice: Choice,
  differsIn: (choice: Choice, answer: Bitset) => readonly number[],
): MadeCall {
  const given = choice.ways.filter((way) => way !== undefined);
  const { all } = space;
  const answer = answerOf(space, choice.ways);
  const rows = count(answer);
  const size = choice.size ?? space.usual ?? Math.max(rows, 1);
  const pages = Math.max(1, Math.ceil(rows / size));
  const isFine = choice.size === space.smallest && rows <= FEW;
  const read = pages <= ALL || isFine ? pages : READ;
  const deciding = given.filter(
    (way) =>
      !same(
        given.reduce((left, other) => (other === way ? left : and(left, other.mask)), all),
        answer,
      ),
  );
  return {
    choice,
    classes: [
      ...choice.ways.flatMap((way, index) => way?.classes ?? [space.absent[index] ?? 0]),
      ...(space.sizesFor(rows).find((each) => each.size === choice.size)?.classes ?? []),
      ...placesIn(space, choice, pages, read),
      ...space.cursors.flatMap((each) => (each.name === choice.cursor ? [each.class] : [])),
    ],
    shown: rows > 0 ? 'all' : new Set(given.flatMap((way) => (way.isUnknown ? way.classes : []))),
    deciding: deciding.flatMap(({ classes }) => classes),
    differsIn: differsIn(choice, answer),
    answer,
    rows,
    read,
    pages,
  };
}

/** The rows that pass what is chosen for the filters. */
function answerOf({ all }: CallSpace, ways: Choice['ways']): Bitset {
  return ways.reduce((left, way) => (way === undefined ? left : and(left, way.mask)), all);
}

/** How many rows pass what is chosen for the filters. */
export function rowsOf(space: CallSpace, ways: Choice['ways']): number {
  return count(answerOf(space, ways));
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
