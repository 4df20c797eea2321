// What every list must be shown to do, if its checks are to say anything: each filter decides alone, beside each other filter
// and on a second page, of several values all count, and a default restricts.
import type { FilterValue } from '../../../spec/index.ts';
import { and, same } from '../bitset.ts';
import type { CallSpace, Way } from './call-space.ts';
import type { MadeCall } from './made-call.ts';

/** What a duty counts; and half an id, which tells most of how ids are compared. */
const WORTH = { duty: 100, half: 50 } as const;

export type Duties = {
  /** How much the call would do that is not done yet, if its answer were cut into pages or not. */
  readonly gain: (call: MadeCall, isCut: boolean) => number;
  readonly add: (call: MadeCall) => void;
};

export function openDuties(space: CallSpace): Duties {
  const done = new Set<string>();
  const open = (some: readonly string[]): number => some.filter((each) => !done.has(each)).length;
  return {
    gain: (call, isCut) => WORTH.duty * open(dutiesIn(space, call, isCut)) + WORTH.half * open(halvesIn(call)),
    add: (call) => {
      for (const each of [...dutiesIn(space, call, call.read > 1), ...halvesIn(call)]) done.add(each);
    },
  };
}

function dutiesIn(space: CallSpace, call: MadeCall, isCut: boolean): string[] {
  const { ways } = call.choice;
  const given = [...ways.keys()].filter((place) => ways[place] !== undefined);
  const isAlone = ([place, ...others]: readonly number[]) =>
    others.length === 0 && place !== undefined && call.rows > 0 && ways[place]?.values.length === 1;
  return [
    ...given.filter((place) => isUnion(space, call, ways[place])).map((place) => `${place} with several values`),
    ...call.proven.flatMap((place) => [
      ...given.filter((other) => other !== place).map((other) => `${place} beside ${other}`),
      ...(isAlone(given) ? [`${place} alone`] : []),
      ...(ways[place]?.values.length === 0 ? [`${place} by default`] : []),
      ...(isCut ? [`${place} behind the first page`] : []),
    ]),
  ];
}

/** Whether neither the first nor the last of its values alone would give the answer. */
function isUnion({ model }: CallSpace, { answer }: MadeCall, way: Way | undefined): boolean {
  const [first, last] = [way?.values[0], way?.values.at(-1)];
  if (way === undefined || first === undefined || last === undefined || way.values.length < 2) return false;
  const isLess = (value: FilterValue) =>
    !same(and(answer, model.passing([{ filter: way.filter, values: [value] }])), answer);
  return isLess(first) && isLess(last);
}

function halvesIn({ choice, proven }: MadeCall): string[] {
  return proven.filter((place) => choice.ways[place]?.isShortened === true).map((place) => `${place} by half`);
}
