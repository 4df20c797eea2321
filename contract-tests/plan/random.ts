// Seeded randomness: the same seed gives the same choices for ever.
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export type Random = {
  /** A whole number from 0 up to, and without, the bound. */
  readonly below: (bound: number) => number;
  /** One of the values; undefined of none. */
  readonly pick: <T>(values: readonly T[]) => T | undefined;
};

export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const below = (bound: number) => (bound < 2 ? 0 : uniformInt(generator, 0, bound - 1));
  return { below, pick: (values) => values[below(values.length)] };
}
