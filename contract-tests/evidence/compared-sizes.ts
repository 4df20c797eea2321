// The walks in pages of several sizes, against the list that each of them must agree with.
import type { StableComparison } from '../model/stable-comparison.ts';
import { compareOnDoubt } from '../model/walk-on-doubt.ts';
import type { Context } from '../walk/context.ts';
import { isServed } from '../walk/walk.ts';
import { sizedWalks } from './sized-walks.ts';

/** Every such walk that can be compared; made at the first call. */
export function comparedSizes(context: Context): Promise<readonly StableComparison[]> {
  return context.memo('comparedSizes', async () => {
    const comparisons: StableComparison[] = [];
    for (const { walk, list, again } of await sizedWalks(context))
      if (isServed(walk)) {
        const walkOn = (maxPages: number) => context.fresh(walk.args, walk.size, { maxPages });
        comparisons.push(await compareOnDoubt({ context, walk, again, list, belongs: () => true }, walkOn));
      }
    return comparisons;
  });
}
