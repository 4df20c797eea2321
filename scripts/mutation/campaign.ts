// Runs many faults or variations at once: a few at a time, for some of them only wait.
import type { Fault } from './fault.ts';
import { type Depth, type FaultRun, runFault, runVariation, type VariationRun } from './run.ts';
import type { Variation } from './variation.ts';

/** Runs under way at the same time in one process. */
const AT_ONCE = 4;

/** What a fault came to: the run at the lesser depth, and the one at full depth where that was needed. */
export type Trial = { readonly fault: Fault; readonly standard: FaultRun; readonly full: FaultRun | undefined };

/** How thoroughly faults are tried. */
export type CampaignOptions = {
  /** Stop each run at the first finding. @default true */
  readonly brief?: boolean;
  /** Try at full depth what standard depth misses. @default true */
  readonly deeper?: boolean;
};

/** Tries every fault. What standard depth notices full depth notices too, for it asks all that standard depth asks. */
export function tryFaults(
  faults: readonly Fault[],
  { brief = true, deeper = true }: CampaignOptions = {},
): Promise<Trial[]> {
  return inTurns(faults, async (fault) => {
    const standard = await runFault(fault, { brief });
    const full = standard.detected || !deeper ? undefined : await runFault(fault, { depth: 'full', brief });
    return { fault, standard, full };
  });
}

/** Judges every variation. */
export function tryVariations(variations: readonly Variation[], depth: Depth = 'standard'): Promise<VariationRun[]> {
  return inTurns(variations, (variation) => runVariation(variation, { depth }));
}

/** Whether either depth noticed the fault. */
export function isNoticed({ standard, full }: Trial): boolean {
  return standard.detected || full?.detected === true;
}

async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const queue = [...items.entries()];
  const results: R[] = [];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
