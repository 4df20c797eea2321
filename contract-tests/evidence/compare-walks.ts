// Every walk of the whole list, in pages of whatever size and asked for by whichever check, against the list.
import { compareWhenStable, type StableComparison } from '../model/stable-comparison.ts';
import { compareOnDoubt } from '../model/walk-on-doubt.ts';
import type { Context } from '../walk/context.ts';
import { wholeWalks } from '../walk/list-snapshot.ts';
import { isServed, sameWay } from '../walk/walk.ts';
import { comparedSizes } from './compared-sizes.ts';
import { probeRuns } from './probe-runs.ts';
import { sizedWalks } from './sized-walks.ts';

/** Every walk of the whole list against the list, made once for the checks that read it. */
export function compareWalks(context: Context): Promise<readonly StableComparison[]> {
  return context.memo('comparisons', () => compareAll(context));
}

async function compareAll(context: Context): Promise<readonly StableComparison[]> {
  const comparisons = (await probeRuns(context)).flatMap(({ cut }) => cut ?? []);
  comparisons.push(...(await comparedSizes(context)));
  const sized = await sizedWalks(context);
  // Pages that other checks have asked for are pages of the same list.
  const snapshot = await context.snapshot();
  const isOfWhole = wholeWalks(snapshot);
  const again = () => context.fresh(snapshot.base, snapshot.walk.size);
  comparisons.push(await compareWhenStable({ context, walk: snapshot.walk, belongs: () => true, again }));
  const others = context.walks.filter(
    (walk) =>
      isServed(walk) &&
      walk !== snapshot.walk &&
      walk.more.length === 0 &&
      isOfWhole(walk) &&
      !sized.some((each) => each.walk === walk),
  );
  for (const walk of snapshot.complete ? others : []) {
    const once = () => context.fresh(walk.args, walk.size, { ...sameWay(walk), expect: 'open' });
    const walkOn = (maxPages: number) =>
      context.fresh(walk.args, walk.size, { ...sameWay(walk), expect: 'open', maxPages });
    comparisons.push(await compareOnDoubt({ context, walk, again: once, belongs: () => true }, walkOn));
  }
  return comparisons;
}
