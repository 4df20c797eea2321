// The calls so far, so that the next one can be chosen to differ from one of them in a single factor: whatever remembers
// replies under too short a key then gives the other's.
import { cached } from '../../../spec/index.ts';
import { type Bitset, same } from '../bitset.ts';
import type { Way } from './call-space.ts';
import type { Choice, MadeCall } from './made-call.ts';

export type EarlierCalls = {
  readonly all: readonly MadeCall[];
  readonly add: (call: MadeCall) => void;
  /**
   * The factors in which a choice differs from earlier calls with other answers: first those that differ in nothing
   * else; then, numbered behind them, the filters that the last call gave and this one does not; then those that differ
   * in nothing but the values of a filter that both give.
   */
  readonly differsIn: (choice: Choice, answer: Bitset) => readonly number[];
};

/** Calls that ask the same but for one factor: the answer and the size of the first, and whether others have another. */
type Alike = {
  readonly answer: Bitset;
  readonly size: number | undefined;
  answersDiffer: boolean;
  /** The answer of the first that gives the filter, and whether others that give it have another. */
  given: Bitset | undefined;
  givenDiffer: boolean;
  sizesDiffer: boolean;
};

/** The letter of a filter that is not given. */
const ABSENT = String.fromCharCode(0);

/** For lists of so many filters; the page size is the factor behind them. */
export function earlierCalls(filters: number): EarlierCalls {
  const all: MadeCall[] = [];
  const answers = new Map<string, Alike>();
  const factors = filters + 1;
  const keysOf = keys(factors);
  return {
    all,
    add: (call) => {
      all.push(call);
      const { choice, answer } = call;
      if (choice.cursor !== undefined) return;
      const { size } = choice;
      for (const [factor, key] of keysOf(choice).entries()) {
        const given = choice.ways[factor] === undefined ? undefined : answer;
        const known = answers.get(key);
        if (known === undefined)
          answers.set(key, { answer, size, given, answersDiffer: false, sizesDiffer: false, givenDiffer: false });
        else {
          known.answersDiffer ||= !same(known.answer, answer);
          known.sizesDiffer ||= known.size !== size;
          known.givenDiffer ||= known.given !== undefined && given !== undefined && !same(known.given, given);
          known.given ??= given;
        }
      }
    },
    differsIn: (choice, answer) => {
      if (choice.cursor !== undefined) return [];
      const found: number[] = [];
      const last = all.at(-1);
      for (const [factor, key] of keysOf(choice).entries()) {
        const others = answers.get(key);
        const isOther =
          others !== undefined &&
          (factor < filters
            ? others.answersDiffer || !same(others.answer, answer)
            : others.sizesDiffer || others.size !== choice.size);
        if (isOther) found.push(factor);
        const isGiven = choice.ways[factor] !== undefined && others?.given !== undefined;
        if (isGiven && (others.givenDiffer || !same(others.given ?? answer, answer))) found.push(2 * factors + factor);
        if (last?.choice.ways[factor] !== undefined && choice.ways[factor] === undefined) found.push(factors + factor);
      }
      return found;
    },
  };
}

/** Writes, for each factor, all that a call asks but for that one. */
function keys(factors: number): (choice: Choice) => readonly string[] {
  const numbers = new Map<string, number>();
  const known = new WeakMap<Way, string>();
  /** A letter for the values of a way, so that short texts stand for calls. */
  const letterOf = (way: Way): string =>
    cached(known, way, () => String.fromCharCode(cached(numbers, JSON.stringify(way.values), () => numbers.size + 1)));
  return ({ ways, size, isPlaced }) => {
    let asked = '';
    for (const way of ways) asked += way === undefined ? ABSENT : letterOf(way);
    const place = isPlaced ? 'placed' : '';
    return Array.from({ length: factors }, (_, factor) =>
      factor === ways.length
        ? `${asked} ${place}`
        : `${asked.slice(0, factor)}${ABSENT}${asked.slice(factor + 1)} ${factor} ${size ?? 0}${place}`,
    );
  };
}
