// Where an answer is empty, what goes wrong in some of its filters shows only where the other filters let rows through.
import { cached } from '../../../spec/index.ts';
import { and, type Bitset } from '../bitset.ts';
import type { Way } from './call-space.ts';

/** Whether one class, or two or three of them together, could go wrong in a call without any row to show it. */
export type Hides = (one: number, two?: number, three?: number) => boolean;

/** Of a call whose answer has rows: everything shows. */
export const hidesNothing: Hides = () => false;

/** Of a call whose answer is empty: what the filters of these classes keep out, the others may keep out as well. */
export function hidesBeside(given: readonly Way[], all: Bitset): Hides {
  const filters = new Map(given.flatMap(({ classes }, place) => classes.map((each) => [each, 1 << place] as const)));
  const known = new Map<number, boolean>();
  const filterOf = (each: number | undefined) => (each === undefined ? 0 : (filters.get(each) ?? 0));
  return (one, two, three) => {
    const wrong = filterOf(one) | filterOf(two) | filterOf(three);
    return cached(known, wrong, () => {
      const others = given.filter((_, place) => (wrong & (1 << place)) === 0);
      return others.reduce((left, { mask }) => and(left, mask), all).every((word) => word === 0);
    });
  };
}
