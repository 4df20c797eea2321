// Which queries each caller who must be refused is made to send, so that every class of every parameter meets every caller, and
// what is remembered for its owner is asked for by others.
import type { QueryPair } from '../../../spec/index.ts';
import { cached } from '../../../spec/index.ts';
import { mostPromising } from '../most-promising.ts';

/** A query that the list's owner has had answered, or could have. */
export type CallersQuery = {
  readonly query: readonly QueryPair[];
  /** The classes that meet in it. */
  readonly classes: readonly string[];
  /** Whether rows are due. */
  readonly showsRows: boolean;
  /** How many filters it gives. */
  readonly filters: number;
};

/** One of the callers who must be refused. */
export type CallersTurn = {
  /** Another number for each: each gets other queries. */
  readonly turn: number;
  /**
   * Whether the rows of somebody else are asked for: rows that are shown tell most, and few filters leave most to those who
   * have others.
   */
  readonly needsRows: boolean;
};

/** Pairs of classes beside a caller count little next to classes; and those beside any caller at all. */
const PAIR = 0.05;
const PAIR_OF_ANYBODY = 0.25;
/** A query that adds less than so much is not worth a request. */
const LEAST = 0.5;
/** A class of a query that shows no row, where rows are needed and it met none: how it is refused still shows. */
const WITHOUT_ROWS = 0.5;
/** The same for the last part of the queries, which is for those classes that are left. */
const [LEFT_WITHOUT_ROWS, LAST_PART] = [3, 1 / 4];
/** What every filter costs where rows are needed. */
const A_FILTER = 0.2;

export type QueriesForCallers = {
  /**
   * At most `most` queries for this caller; others than earlier callers had, as far as that goes: what lets one in lets many
   * in, and all of them together meet more.
   */
  readonly queriesFor: (caller: CallersTurn, most: number) => readonly (readonly QueryPair[])[];
};

export function queriesForCallers(queries: readonly CallersQuery[]): QueriesForCallers {
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => cached(numbers, name, () => numbers.size);
  const numbered = queries.map((each) => ({ ...each, own: each.classes.map(numberOf) }));
  const { size } = numbers;
  const ofAll = { callers: new Uint8Array(size ** 2), tenants: new Uint8Array(size ** 2) };
  return {
    queriesFor: ({ turn, needsRows }, most) => {
      const start = numbered.length === 0 ? 0 : (turn * 37) % numbered.length;
      const left = [...numbered.slice(start), ...numbered.slice(0, start)];
      const ofAnybody = needsRows ? ofAll.tenants : ofAll.callers;
      // Classes in queries that tell as much as this caller's can, and in any.
      const [told, met] = [new Uint8Array(size), new Uint8Array(size)];
      const together = new Uint8Array(size ** 2);
      const chosen = new Map<number, readonly QueryPair[]>();
      const isPlain = ({ showsRows }: CallersQuery) => needsRows && !showsRows;
      const worthOf = (each: (typeof left)[number], withoutRows: number): number => {
        const { own, filters } = each;
        let worth = 0;
        for (let index = 0; index < own.length; index += 1) {
          const one = own[index] ?? 0;
          if (isPlain(each)) {
            if (met[one] === 0) worth += withoutRows;
            continue;
          }
          if (told[one] === 0) worth += 1;
          for (let other = index + 1; other < own.length; other += 1) {
            const pair = one * size + (own[other] ?? 0);
            if (together[pair] === 0) worth += PAIR;
            if (ofAnybody[pair] === 0) worth += PAIR_OF_ANYBODY;
          }
        }
        return worth / (needsRows ? 1 + filters * A_FILTER : 1);
      };
      const take = (upTo: number, withoutRows: number): void => {
        const best = mostPromising(left, 1, (each, index) => (chosen.has(index) ? 0 : worthOf(each, withoutRows)));
        while (chosen.size < upTo) {
          const [taken] = best();
          if (taken === undefined || taken.worth < LEAST) break;
          const { index: place, item } = taken;
          chosen.set(place, item.query);
          for (const [index, one] of item.own.entries()) {
            met[one] = 1;
            if (!isPlain(item)) told[one] = 1;
            for (const two of item.own.slice(index + 1)) {
              together[one * size + two] = 1;
              ofAnybody[one * size + two] = 1;
            }
          }
        }
      };
      take(needsRows ? most * (1 - LAST_PART) : most, WITHOUT_ROWS);
      take(most, LEFT_WITHOUT_ROWS);
      return [...chosen.values()];
    },
  };
}
