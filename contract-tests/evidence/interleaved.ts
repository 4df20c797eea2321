// Calls one after the other, and some between two pages of another: a deployment must remember more than its latest cursor.
import type { Walk } from '../walk/walk.ts';

/** Calls that are made between two pages of another, up to one that has a next page too. */
const MOST_BETWEEN = 4;

/** Makes the calls in their order, until one is not made. `meanwhile` is to be awaited between the first page and the second. */
export async function interleaved<T>(
  calls: Iterable<T>,
  make: (call: T, meanwhile?: () => Promise<void>) => Promise<Walk | undefined>,
): Promise<void> {
  const queue = calls[Symbol.iterator]();
  const makeNext = async (meanwhile?: () => Promise<void>): Promise<Walk | undefined> => {
    const next = queue.next();
    return next.done === true ? undefined : make(next.value, meanwhile);
  };
  const others = async (): Promise<void> => {
    for (let turn = 0; turn < MOST_BETWEEN; turn += 1) {
      const walk = await makeNext();
      if (walk === undefined || walk.pages[0]?.next !== undefined) return;
    }
  };
  while ((await makeNext(others)) !== undefined);
}
