// Which classes of calls have met, alone, two and three at a time, in calls that could show what goes wrong there.
import type { MadeCall } from './made-call.ts';

/** What a meeting counts that has not been yet: rare meetings first. */
const WORTH = { single: 30, pair: 4, matter: 4, memory: 3, triple: 0.12 } as const;

export type CoveredClasses = {
  /** How much that has not been yet the call would add. */
  readonly gain: (call: MadeCall) => number;
  readonly add: (call: MadeCall) => void;
  /** Two classes that have not met in a call that shows rows. */
  readonly isNew: (one: number, other: number) => boolean;
};

/** `classes` is how many there are, `factors` how many filters and sizes a call can differ in from another. */
export function coveredClasses(classes: number, factors: number): CoveredClasses {
  const square = classes * classes;
  const [singles, pairs, matters] = [bits(classes), bits(square), bits(square)];
  const memories = [bits(2 * factors * classes), bits(2 * factors * square)] as const;
  const triples = bits(square * classes);

  /** Every meeting of a call, by where it is kept and its number there. */
  const visit = (call: MadeCall, see: (kept: Uint32Array, index: number, worth: number) => void): void => {
    const { classes: own, shown, deciding, differsIn } = call;
    const { length } = own;
    for (let i = 0; i < length; i += 1) {
      const one = own[i] ?? 0;
      const isShown = shown === 'all' || shown.has(one);
      if (isShown) see(singles, one, WORTH.single);
      for (const factor of differsIn) see(memories[0], factor * classes + one, WORTH.memory);
      for (let j = i + 1; j < length; j += 1) {
        const two = own[j] ?? 0;
        const pair = one < two ? one * classes + two : two * classes + one;
        const isPairShown = isShown || shown.has(two);
        if (isPairShown) see(pairs, pair, WORTH.pair);
        for (const factor of differsIn) see(memories[1], factor * square + pair, WORTH.triple);
        if (!isPairShown) continue;
        for (let k = j + 1; k < length; k += 1) {
          const [a, b, c] = sorted(one, two, own[k] ?? 0);
          see(triples, (a * classes + b) * classes + c, WORTH.triple);
        }
      }
    }
    for (const decisive of deciding) for (const other of own) see(matters, decisive * classes + other, WORTH.matter);
  };

  return {
    gain: (call) => {
      let sum = 0;
      visit(call, (kept, index, worth) => {
        if (!has(kept, index)) sum += worth;
      });
      return sum;
    },
    add: (call) => visit(call, set),
    isNew: (one, other) => !has(pairs, one < other ? one * classes + other : other * classes + one),
  };
}

const bits = (length: number): Uint32Array => new Uint32Array(Math.ceil(length / 32));
const has = (kept: Uint32Array, index: number): boolean => ((kept[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0;
const set = (kept: Uint32Array, index: number): void => {
  kept[index >>> 5] = (kept[index >>> 5] ?? 0) | (1 << (index & 31));
};

function sorted(one: number, two: number, three: number): [number, number, number] {
  const [low, high] = one < two ? [one, two] : [two, one];
  if (three > high) return [low, high, three];
  return three < low ? [three, low, high] : [low, three, high];
}
