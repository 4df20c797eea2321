// The calls that could be next on a path: changes of the last one and of earlier ones, new ones, and those in which classes
// meet that have not yet.

import { overlap } from '../bitset.ts';
import type { Random } from '../random.ts';
import type { CallSpace, Way } from './call-space.ts';
import type { CoveredClasses } from './covered-classes.ts';
import type { EarlierCalls } from './earlier-calls.ts';
import { type Choice, NOTHING, rowsOf } from './made-call.ts';

/** Calls that are looked at for each step: changes of the last one and of earlier ones, new ones, and for pairs that are missing. */
const LOOKED_AT = { changed: 10, earlier: 8, anew: 12, missing: 12 } as const;
/** The one filter in so many that a new call gives, beside the first two. */
const ONE_IN = 4;

/** How far a path has come. */
export type Path = {
  readonly space: CallSpace;
  readonly random: Random;
  readonly covered: CoveredClasses;
  readonly earlier: EarlierCalls;
};

/** Some choices; most are looked at in vain. */
export function candidates(path: Path): Choice[] {
  const { earlier, random } = path;
  const last = earlier.all.at(-1)?.choice;
  const times = <T>(count: number, make: () => T | undefined): T[] =>
    Array.from({ length: count }, make).filter((each) => each !== undefined);
  const other = () => random.pick(earlier.all)?.choice;
  const change = (choice: Choice | undefined) => (choice === undefined ? undefined : changed(path, choice));
  return [
    ...times(LOOKED_AT.changed, () => change(last)),
    ...times(LOOKED_AT.earlier, () => change(other())),
    ...times(LOOKED_AT.anew, () => anew(path, [])),
    ...times(LOOKED_AT.missing, () => missing(path)),
  ];
}

/** The choice with one factor changed, or left out. */
function changed(path: Path, choice: Choice): Choice {
  const { space, random } = path;
  const place = random.below(space.ways.length + 2);
  if (place < space.ways.length) {
    const isGiven = choice.ways[place] !== undefined;
    const way = isGiven && random.below(2) === 0 ? undefined : wayFor(path, place, choice.ways);
    return fitted(path, { ...choice, ways: choice.ways.with(place, way) });
  }
  if (place === space.ways.length) return sized(path, choice);
  return withPlace(path, choice);
}

/** The size again, where the changed rows cannot be asked for with it. */
function fitted(path: Path, choice: Choice): Choice {
  const rows = rowsOf(path.space, choice.ways);
  return path.space.sizesFor(rows).some(({ size }) => size === choice.size) ? choice : sized(path, choice);
}

function sized({ space, random }: Path, choice: Choice): Choice {
  return { ...choice, size: random.pick(space.sizesFor(rowsOf(space, choice.ways)))?.size };
}

/** Another place: the first page by its number, a bad cursor, or neither. */
function withPlace({ space, random }: Path, choice: Choice): Choice {
  if (choice.isPlaced || choice.cursor !== undefined) return { ...choice, isPlaced: false, cursor: undefined };
  if (space.first !== undefined) return { ...choice, isPlaced: true };
  return { ...choice, cursor: random.pick(space.cursors)?.name };
}

/** A way of a filter that some row passes which passes the others too; now and then any. */
function wayFor({ space, random }: Path, place: number, others: readonly (Way | undefined)[]): Way | undefined {
  const ways = space.ways[place] ?? [];
  const fixed = others.filter((way, index) => way !== undefined && index !== place);
  const meets = (way: Way) => fixed.every((other) => other !== undefined && overlap(other.mask, way.mask));
  const isLoose = random.below(3) === 0;
  for (let tries = 0; tries < 12; tries += 1) {
    const way = classWay(ways, random);
    if (way !== undefined && (isLoose || meets(way))) return way;
  }
  return classWay(ways, random);
}

/** A way of a class that is drawn first, so that classes of few ways are drawn as often as others. */
function classWay(byClass: CallSpace['ways'][number], random: Random): Way | undefined {
  return random.pick(random.pick(byClass) ?? []);
}

/** A new choice: two filters or so beside those that are fixed, a size, and now and then another place. */
function anew(path: Path, fixed: readonly (Way | undefined)[]): Choice {
  const { space, random } = path;
  let ways = space.ways.map((_, place): Way | undefined => fixed[place]);
  const isFixed = fixed.some((way) => way !== undefined);
  const chance = Math.max(2, Math.ceil(space.ways.length / 2));
  for (const place of space.ways.keys()) {
    if (ways[place] !== undefined || random.below(isFixed ? ONE_IN : chance) !== 0) continue;
    ways = ways.with(place, wayFor(path, place, ways));
  }
  const choice = sized(path, { ...NOTHING, ways });
  return random.below(4) === 0 ? withPlace(path, choice) : choice;
}

/** A choice in which two classes meet that have not yet. */
function missing(path: Path): Choice | undefined {
  const { space, random, covered } = path;
  for (let tries = 0; tries < 20; tries += 1) {
    const [one, other] = [random.below(space.ways.length), random.below(space.ways.length)];
    const first = classWay(space.ways[one] ?? [], random);
    const fixed = space.ways.map((_, place) => (place === one ? first : undefined));
    const second = one === other ? undefined : wayFor(path, other, fixed);
    if (second === undefined) {
      const choice = anewSize(path, fixed);
      if (choice !== undefined) return choice;
      continue;
    }
    const isNew = first?.classes.some((a) => second.classes.some((b) => covered.isNew(a, b)));
    if (isNew === true) return anew(path, fixed.with(other, second));
  }
  return undefined;
}

/** One filter with a size, or a bad cursor, that it has not met. */
function anewSize({ space, random, covered }: Path, ways: readonly (Way | undefined)[]): Choice | undefined {
  const own = ways.flatMap((way) => way?.classes ?? []);
  const isNew = (classes: readonly number[]) => classes.some((a) => own.some((b) => covered.isNew(a, b)));
  const size = random.pick(space.sizesFor(rowsOf(space, ways)).filter(({ classes }) => isNew(classes)));
  if (size !== undefined && random.below(2) === 0) return { ...NOTHING, ways, size: size.size };
  const cursor = random.pick(space.cursors.filter((each) => isNew(each.classes)));
  return cursor === undefined
    ? size && { ...NOTHING, ways, size: size.size }
    : { ...NOTHING, ways, cursor: cursor.name };
}
