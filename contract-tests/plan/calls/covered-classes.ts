// Which classes of calls have met, alone, two and three at a time, in calls that could show what goes wrong there.
import { has, put } from '../bitset.ts';
import type { MadeCall } from './made-call.ts';

/** What a meeting counts that has not been yet. */
export type Worth = {
  /** A class, in a call that shows rows; and one that decides which rows these are. */
  readonly single: number;
  readonly decided: number;
  /** Two classes, and three; each as often as the heaviest of them weighs. */
  readonly pair: number;
  readonly triple: number;
  /** A class that decides, beside another; and behind the first page, which costs more than it adds otherwise. */
  readonly matter: number;
  readonly later: number;
  /** A factor in which alone the call differs from an earlier one, and a class in such a call. */
  readonly factor: number;
  readonly memory: number;
  /** The share of all this that a class, two or three count in a call whose answer is empty: it shows less of what goes wrong. */
  readonly hidden: number;
};

/** What has met, in calls that show it or in those that hide it. */
type Met = {
  readonly share: number;
  readonly singles: Uint32Array;
  readonly pairs: Uint32Array;
  readonly triples: Uint32Array;
};

export type CoveredClasses = {
  /** How much that has not been yet the call would add. */
  readonly gain: (call: MadeCall) => number;
  readonly add: (call: MadeCall) => void;
  /** Two classes that have not met in a call that shows rows. */
  readonly isNew: (one: number, other: number) => boolean;
};

/**
 * `classes` is how many there are, `factors` how many filters and sizes a call can differ in from another; `weights` are
 * those of classes that weigh more than once.
 */
export function coveredClasses(
  classes: number,
  factors: number,
  worth: Worth,
  weights: ReadonlyMap<number, number> = new Map(),
): CoveredClasses {
  const weightOf = Float64Array.from({ length: classes }, (_, each) => weights.get(each) ?? 1);
  const square = classes * classes;
  const [matters, laters] = [bits(square), bits(classes)];
  const met = (share: number): Met => ({
    share,
    singles: bits(classes),
    pairs: bits(square),
    triples: bits(square * classes),
  });
  const visible = met(1);
  const hidden = worth.hidden > 0 ? met(worth.hidden) : undefined;
  const alone = bits(3 * factors);
  const memories = [bits(3 * factors * classes), bits(3 * factors * square)] as const;

  /** How much the meetings of a call count that have not been yet; with `adds` they have been from now on. */
  const visit = (call: MadeCall, adds: boolean): number => {
    const { classes: own, shown, hides, deciding, differsIn, choice, provenLater } = call;
    const { length } = own;
    let sum = 0;
    for (const factor of differsIn) if (isUnmet(alone, factor, adds)) sum += worth.factor;
    for (let i = 0; i < length; i += 1) {
      const one = own[i] ?? 0;
      const isShown = shown === 'all' || shown.has(one);
      const alone = isShown ? visible : hidden;
      if (alone !== undefined && !hides(one) && isUnmet(alone.singles, one, adds)) sum += worth.single * alone.share;
      for (const factor of differsIn) if (isUnmet(memories[0], factor * classes + one, adds)) sum += worth.memory;
      for (let j = i + 1; j < length; j += 1) {
        const two = own[j] ?? 0;
        const pair = one < two ? one * classes + two : two * classes + one;
        const among = isShown || shown.has(two) ? visible : hidden;
        const weight = Math.max(weightOf[one] ?? 1, weightOf[two] ?? 1);
        if (among !== undefined && !hides(one, two) && isUnmet(among.pairs, pair, adds))
          sum += worth.pair * weight * among.share;
        if (worth.triple > 0)
          for (const factor of differsIn) if (isUnmet(memories[1], factor * square + pair, adds)) sum += worth.triple;
        if (among === undefined || worth.triple === 0) continue;
        for (let k = j + 1; k < length; k += 1) {
          const three = own[k] ?? 0;
          if (!hides(one, two, three) && isUnmet(among.triples, tripleOf(one, two, three, classes), adds))
            sum += worth.triple * Math.max(weight, weightOf[three] ?? 1) * among.share;
        }
      }
    }
    for (const decisive of deciding)
      for (const other of own)
        if (isUnmet(matters, decisive * classes + other, adds))
          sum += other === decisive ? worth.decided : worth.matter;
    for (const place of provenLater)
      for (const one of choice.ways[place]?.classes ?? []) if (isUnmet(laters, one, adds)) sum += worth.later;
    return sum;
  };

  return {
    gain: (call) => visit(call, false),
    add: (call) => {
      visit(call, true);
    },
    isNew: (one, other) => !has(visible.pairs, one < other ? one * classes + other : other * classes + one),
  };
}

const bits = (length: number): Uint32Array => new Uint32Array(Math.ceil(length / 32));

/** Whether this has not been; with `adds` it has been from now on. */
function isUnmet(kept: Uint32Array, index: number, adds: boolean): boolean {
  if (has(kept, index)) return false;
  if (adds) put(kept, index);
  return true;
}

/** The number of three classes, in whatever order, of so many. */
function tripleOf(one: number, two: number, three: number, classes: number): number {
  const low = Math.min(one, two, three);
  const high = Math.max(one, two, three);
  return (low * classes + (one + two + three - low - high)) * classes + high;
}
