// The calls so far, so that the next one can be chosen to differ from one of them in a single factor: whatever remembers
// replies under too short a key then gives the other's.
import { type Bitset, same } from '../bitset.ts';
import type { Choice, MadeCall } from './made-call.ts';

export type EarlierCalls = {
  readonly all: readonly MadeCall[];
  readonly add: (call: MadeCall) => void;
  /**
   * The factors in which a choice differs from earlier calls with other answers: first those that differ in nothing
   * else, then, numbered behind them, the filters that the last call gave and this one does not.
   */
  readonly differsIn: (choice: Choice, answer: Bitset) => readonly number[];
};

/** For lists of so many filters; the page size is the factor behind them. */
export function earlierCalls(filters: number): EarlierCalls {
  const all: MadeCall[] = [];
  const answers = new Map<string, { readonly answer: Bitset; readonly size: number | undefined }[]>();
  const factors = filters + 1;
  return {
    all,
    add: (call) => {
      all.push(call);
      if (call.choice.cursor !== undefined) return;
      for (let factor = 0; factor < factors; factor += 1) {
        const key = keyWithout(call.choice, factor);
        const entry = { answer: call.answer, size: call.choice.size };
        const known = answers.get(key);
        if (known === undefined) answers.set(key, [entry]);
        else known.push(entry);
      }
    },
    differsIn: (choice, answer) => {
      if (choice.cursor !== undefined) return [];
      const found: number[] = [];
      const last = all.at(-1);
      for (let factor = 0; factor < factors; factor += 1) {
        const others = answers.get(keyWithout(choice, factor)) ?? [];
        const isOther = (other: (typeof others)[number]) =>
          factor < filters ? !same(other.answer, answer) : other.size !== choice.size;
        if (others.some(isOther)) found.push(factor);
        if (last?.choice.ways[factor] !== undefined && choice.ways[factor] === undefined) found.push(factors + factor);
      }
      return found;
    },
  };
}

/** All that a call asks but for one factor. */
function keyWithout({ ways, size, isPlaced }: Choice, factor: number): string {
  const values = ways.map((way, index) => (index === factor || way === undefined ? null : way.values));
  return JSON.stringify([factor, values, factor === ways.length ? null : (size ?? 0), isPlaced]);
}
