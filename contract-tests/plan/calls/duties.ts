// What every list must be shown to do, if its checks are to say anything: each filter decides alone, beside each other filter
// and on a second page, of several values all count, a default restricts, and a bound takes its own value as documented.
import { cached, type FilterValue, instant, kindOf } from '../../../spec/index.ts';
import { isBound } from '../../walk/filter-arguments.ts';
import { and, has, overlap, same } from '../bitset.ts';
import { sizeIn } from '../filters/bound-values.ts';
import type { CallSpace, Way } from './call-space.ts';
import { argumentsOf, type Choice, type MadeCall } from './made-call.ts';

/** What a duty counts; and half an id, which tells most of how ids are compared, or a value that is given twice. */
const WORTH = { duty: 300, lesser: 50 } as const;

export type Duties = {
  /** How much the call would do that is not done yet, if its answer were cut into pages or not. */
  readonly gain: (call: MadeCall, isCut: boolean) => number;
  readonly add: (call: MadeCall) => void;
};

export function openDuties(space: CallSpace): Duties {
  const done = new Set<string>();
  // The same filters are looked at again and again, with many sizes.
  const known = new WeakMap<Choice['ways'], DutiesOfCall>();
  const dutiesOf = (call: MadeCall) => cached(known, call.choice.ways, () => dutiesIn(space, call));
  const open = (some: readonly string[]): number => some.filter((each) => !done.has(each)).length;
  return {
    gain: (call, isCut) => {
      const { always, behind, lesser } = dutiesOf(call);
      return WORTH.duty * (open(always) + (isCut ? open(behind) : 0)) + WORTH.lesser * open(lesser);
    },
    add: (call) => {
      const { always, behind, lesser } = dutiesOf(call);
      for (const each of [...always, ...(call.read > 1 ? behind : []), ...lesser]) done.add(each);
    },
  };
}

/** What the filters of a call do: whatever its pages, only behind the first page, and of what counts less. */
type DutiesOfCall = {
  readonly always: readonly string[];
  readonly behind: readonly string[];
  readonly lesser: readonly string[];
};

function dutiesIn(space: CallSpace, call: MadeCall): DutiesOfCall {
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
        ...(call.rows > 0 && alone.includes(place) ? [`${place} alone`] : []),
        ...(ways[place]?.values.length === 0 ? [`${place} by default`] : []),
      ]),
    ],
    behind: call.proven.map((place) => `${place} behind the first page`),
    lesser: [
      ...call.proven.filter((place) => ways[place]?.isShortened === true).map((place) => `${place} by half`),
      ...given.filter((place) => isRepeated(space, call, ways[place])).map((place) => `${place} repeated`),
    ],
  };
}

/** Whether a documented value is asked for that no row has: it must not be forgotten for that. */
function isVain({ model }: CallSpace, { rows }: MadeCall, way: Way | undefined): boolean {
  return model.rows.length > 0 && rows === 0 && way !== undefined && way.filter.allowed.length > 0;
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
