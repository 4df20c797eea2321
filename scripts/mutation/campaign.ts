// Runs many faults or variations at once: a few at a time, for some of them only wait.
import type { Fault } from './fault.ts';
import { type Depth, type FaultRun, runFault, runVariation, seekFault, type VariationRun } from './run.ts';
import type { Variation } from './variation.ts';

/** Runs under way at the same time in one process. */
const AT_ONCE = 4;

/** What a fault came to at each depth that was tried. */
export type Trial = {
  readonly fault: Fault;
  readonly standard: FaultRun | undefined;
  readonly full: FaultRun | undefined;
};

/** How thoroughly faults are tried. */
export type CampaignOptions = {
  /** Stop each run at the first finding. @default true */
  readonly brief?: boolean;
  /** `both` tries at full depth what standard depth misses; `all` tries everything at both. @default 'both' */
  readonly depth?: Depth | 'both' | 'all';
  /** Chooses the rows of the world. @default 1 */
  readonly seed?: number;
};

/** Tries every fault. What standard depth notices full depth notices too, for it asks all that standard depth asks. */
export function tryFaults(
  faults: readonly Fault[],
  { brief = true, depth = 'both', seed = 1 }: CampaignOptions = {},
): Promise<Trial[]> {
  return inTurns(faults, async (fault) => {
    const standard = depth === 'full' ? undefined : await runFault(fault, { brief, seed });
    const isDone = depth === 'standard' || (depth === 'both' && standard?.detected === true);
    const full = isDone ? undefined : await runFault(fault, { depth: 'full', brief, seed });
    return { fault, standard, full };
  });
}

/** Judges every variation. */
export function tryVariations(variations: readonly Variation[], depth: Depth = 'standard'): Promise<VariationRun[]> {
  return inTurns(variations, (variation) => runVariation(variation, { depth }));
}

/** The faults that the judge does not notice, however much it asks; each is tried until it is noticed. */
export async function unnoticed(faults: readonly Fault[]): Promise<string[]> {
  const runs = await inTurns(faults, seekFault);
  return runs.filter(({ detected }) => !detected).map(({ fault }) => `${fault.id}: ${fault.summary}`);
}

/** The false alarms about deployments that are right. */
export async function falseAlarms(variations: readonly Variation[]): Promise<string[]> {
  const runs = await tryVariations(variations);
  return runs.flatMap(({ variation, alarms }) =>
    alarms.map(({ check, operation, message }) => `${variation.id}: ${check} ${operation}: ${message}`),
  );
}

/** Every so many of the library: all of it takes longer than a test run may, and is `npm run mutation`. */
export function sample<T>(library: readonly T[], every: number): T[] {
  return library.filter((_, index) => index % every === 0);
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
