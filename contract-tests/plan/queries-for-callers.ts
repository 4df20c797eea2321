// Which queries each caller who must be refused is made to send: those that the list has answered, so that every class of
// every parameter meets every caller, and what is remembered for its owner is asked for by others.
import type { QueryPair } from '../../spec/index.ts';

export type AnsweredQuery = {
  readonly query: readonly QueryPair[];
  /** The classes that would show in the answer if a caller were served by mistake: where it has no rows, those of unknown ids. */
  readonly classes: readonly string[];
  /** How many filters it gives: fewer leave more rows to whoever has others. */
  readonly filters: number;
};

/** Pairs of classes beside a caller count little next to classes. */
const PAIR = 0.02;

export type QueriesForCallers = {
  /** At most `most` queries for the caller of this number, others for each. */
  readonly queriesFor: (caller: number, most: number) => readonly (readonly QueryPair[])[];
};

export function queriesForCallers(answered: readonly AnsweredQuery[]): QueriesForCallers {
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  };
  const numbered = answered.map((each) => ({ ...each, own: each.classes.map(numberOf) }));
  return {
    queriesFor: (caller, most) => {
      const start = numbered.length === 0 ? 0 : (caller * 37) % numbered.length;
      const left = [...numbered.slice(start), ...numbered.slice(0, start)];
      const { size } = numbers;
      const met = new Uint8Array(size);
      const together = new Uint8Array(size ** 2);
      const chosen: (readonly QueryPair[])[] = [];
      const worthOf = ({ own, filters }: (typeof left)[number]): number => {
        let worth = 0;
        for (let index = 0; index < own.length; index += 1) {
          const one = own[index] ?? 0;
          if (met[one] === 0) worth += 1;
          for (let other = index + 1; other < own.length; other += 1)
            if (together[one * size + (own[other] ?? 0)] === 0) worth += PAIR;
        }
        return worth / (1 + filters * 0.2);
      };
      while (chosen.length < most && left.length > 0) {
        let [best, worth] = [-1, 0];
        for (const [index, each] of left.entries()) {
          const value = worthOf(each);
          if (value > worth) [best, worth] = [index, value];
        }
        const [taken] = best < 0 ? [] : left.splice(best, 1);
        if (taken?.own.some((each) => met[each] === 0) !== true) break;
        chosen.push(taken.query);
        for (const [index, one] of taken.own.entries()) {
          met[one] = 1;
          for (const two of taken.own.slice(index + 1)) together[one * size + two] = 1;
        }
      }
      return chosen;
    },
  };
}
