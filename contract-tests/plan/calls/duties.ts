// What every list must be shown to do, if its checks are to say anything: each filter decides alone, beside each other filter
// and on a second page, of several values all count, a default restricts, a bound takes its own value as documented, and the
// value that most rows have brings all of them.
import { cached, type FilterValue, instant, kindOf } from '../../../spec/index.ts';
import { isBound } from '../../walk/filter-arguments.ts';
import { and, count, has, overlap, same } from '../bitset.ts';
import { sizeIn } from '../filters/bound-values.ts';
import type { CallSpace, Way } from './call-space.ts';
import { argumentsOf, type Choice, type MadeCall } from './made-call.ts';

/** What a duty counts; and half an id, which tells most of how ids are compared, a value that is given twice, or a bound beyond all rows; and each documented value that brings its rows. */
const WORTH = { duty: 300, lesser: 50, value: 15 } as const;

export type Duties = {
  /** How much the call would do that is not done yet, if it proved the filters of these places behind its first page. */
  readonly gain: (call: MadeCall, behind?: readonly number[]) => number;
  readonly add: (call: MadeCall) => void;
};

export function openDuties(space: CallSpace): Duties {
  const done = new Set<string>();
  const most = space.ways.map((_, place) => mostRows(space, place));
  // The same filters are looked at again and again, with many sizes.
  const known = new WeakMap<Choice['ways'], DutiesOfCall>();
  const dutiesOf = (call: MadeCall) => cached(known, call.choice.ways, () => dutiesIn(space, call, most));
  const dutiesInPages = (call: MadeCall, behind: readonly number[]): string[] => [
    ...behind.map((place) => `${place} behind the first page`),
    ...(call.read === call.pages ? dutiesOf(call).whole : []),
    ...(isSmall(space, call) ? ['the smallest size'] : []),
  ];
  const open = (some: readonly string[]): number => some.filter((each) => !done.has(each)).length;
  return {
    gain: (call, behind = call.provenLater) => {
      const due = [...dutiesOf(call).always, ...dutiesInPages(call, behind)];
      const { lesser, values } = dutiesOf(call);
      return WORTH.duty * open(due) + WORTH.lesser * open(lesser) + WORTH.value * open(values);
    },
    add: (call) => {
      const { always, lesser, values } = dutiesOf(call);
      for (const each of [...always, ...dutiesInPages(call, call.provenLater), ...lesser, ...values]) done.add(each);
    },
  };
}

/** Whether the smallest page is asked for where more rows are there: it holds no more than it may. */
function isSmall({ smallest }: CallSpace, { choice, rows }: MadeCall): boolean {
  return smallest !== undefined && choice.size === smallest && rows > smallest;
}

/** What the filters of a call do: whatever its pages, only if all is read, what counts less, and the values that bring their rows. */
type DutiesOfCall = {
  readonly always: readonly string[];
  readonly whole: readonly string[];
  readonly lesser: readonly string[];
  readonly values: readonly string[];
};

function dutiesIn(space: CallSpace, call: MadeCall, most: readonly number[]): DutiesOfCall {
  const { ways } = call.choice;
  const given = [...ways.keys()].filter((place) => ways[place] !== undefined);
  // The filter of a call that asks for one value of one filter.
  const alone = given.filter((place) => given.length === 1 && ways[place]?.values.length === 1);
  return {
    always: [
      ...alone
        .filter((place) => isVain(space, call, ways[place]))
        .map((place) => `${place} in vain ${ways[place]?.values}`),
      ...given.filter((place) => isAtItsBound(space, call, ways[place])).map((place) => `${place} at its bound`),
      ...given.filter((place) => isUnion(space, call, ways[place])).map((place) => `${place} with several values`),
      ...call.proven.flatMap((place) => [
        ...given.filter((other) => other !== place).map((other) => `${place} beside ${other}`),
        ...(ways[place]?.values.length === 0 ? [`${place} by default`] : []),
      ]),
    ],
    whole: call.proven
      .filter((place) => alone.includes(place) && call.rows > 0 && call.rows >= (most[place] ?? 0))
      .map((place) => `${place} alone`),
    lesser: [
      ...call.proven.filter((place) => ways[place]?.isShortened === true).map((place) => `${place} by half`),
      ...given.filter((place) => isRepeated(space, call, ways[place])).map((place) => `${place} repeated`),
      ...call.proven.filter((place) => isBeyond(ways[place])).map((place) => `${place} beyond all rows`),
    ],
    values: given.flatMap((place) => broughtBy(space, call, ways[place]).map((value) => `${place} brings ${value}`)),
  };
}

/** How many rows the value of a filter has that most rows have, of those that keep some out and can be read whole; of a bound any will do. */
function mostRows({ ways, all, largest = Number.POSITIVE_INFINITY }: CallSpace, place: number): number {
  const counts = (ways[place] ?? [])
    .flat()
    .filter(({ filter, values, mask }) => values.length === 1 && !isBound(filter) && !same(mask, all))
    .map(({ mask }) => count(mask));
  return Math.max(0, ...counts.filter((rows) => rows <= largest));
}

/** Whether a documented value is asked for that no row has: it must not be forgotten for that. */
function isVain({ model }: CallSpace, { rows }: MadeCall, way: Way | undefined): boolean {
  return model.rows.length > 0 && rows === 0 && way !== undefined && way.filter.allowed.length > 0;
}

/** Whether it is a bound that no row passes, wherever it stands: what counts it as none brings all. */
function isBeyond(way: Way | undefined): boolean {
  return way !== undefined && isBound(way.filter) && count(way.mask) === 0;
}

/** Whether a row that passes whatever else is asked lies at the bound itself. */
function isAtItsBound({ model }: CallSpace, { choice }: MadeCall, way: Way | undefined): boolean {
  const [bound] = way?.values ?? [];
  if (way === undefined || bound === undefined || !isBound(way.filter)) return false;
  const { filter } = way;
  const size = kindOf(filter) === 'instant' ? instant(bound) : Number(bound);
  const others = model.passing(argumentsOf(choice.ways.filter((other) => other !== way)));
  return model.rows.some((row, index) => has(others, index) && sizeIn(filter, row) === size);
}

/** The documented values that are asked for of which the answer has rows. */
function broughtBy({ model }: CallSpace, { answer }: MadeCall, way: Way | undefined): readonly FilterValue[] {
  const { filter, values = [] } = way ?? {};
  if (filter === undefined || filter.allowed.length === 0) return [];
  return values.filter((value) => overlap(answer, model.passing([{ filter, values: [value] }])));
}

/** Whether the answer has rows of a value that is given twice: they must not come twice. */
function isRepeated({ model }: CallSpace, { answer }: MadeCall, way: Way | undefined): boolean {
  const { filter, values = [] } = way ?? {};
  const twice = values.filter((value, place) => values.indexOf(value) < place);
  return filter !== undefined && twice.length > 0 && overlap(answer, model.passing([{ filter, values: twice }]));
}

/** Whether neither the first nor the last of its values alone would give the answer. */
function isUnion({ model }: CallSpace, { answer }: MadeCall, way: Way | undefined): boolean {
  const [first, last] = [way?.values[0], way?.values.at(-1)];
  if (way === undefined || first === undefined || last === undefined || way.values.length < 2) return false;
  const isLess = (value: FilterValue) =>
    !same(and(answer, model.passing([{ filter: way.filter, values: [value] }])), answer);
  return isLess(first) && isLess(last);
}
