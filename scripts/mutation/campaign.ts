// Runs many faults or variations at once: a few at a time, for some of them only wait.
import { sharedContract } from '../faults/built-in.ts';
import type { Fault } from '../faults/fault.ts';
import { faultsOf } from '../faults/library/table.ts';
import { LISTS, type ListName } from '../faults/lists.ts';
import { type Depth, type FaultRun, type RunOptions, runFault, runVariation, type VariationRun } from './run.ts';
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
  /** `both` tries at full depth what standard depth misses. @default 'both' */
  readonly depth?: Depth | 'both';
  /** Chooses the rows of the world. @default 1 */
  readonly seed?: number;
  /** Called with every fault's trial. */
  readonly onTrial?: (trial: Trial) => void;
};

/** Tries every fault. What standard depth notices full depth notices too, for it asks all that standard depth asks. */
export function tryFaults(
  faults: readonly Fault[],
  { depth = 'both', seed = 1, onTrial }: CampaignOptions = {},
): Promise<Trial[]> {
  return inTurns(faults, async (fault) => {
    // Not brief: which checks fire is part of the score.
    const standard = depth === 'full' ? undefined : await notice(fault, { seed });
    const isDone = depth === 'standard' || (depth === 'both' && standard?.detected === true);
    const full = isDone ? undefined : await notice(fault, { depth: 'full', brief: true, seed });
    const trial = { fault, standard, full };
    onTrial?.(trial);
    return trial;
  });
}

/** Judges every variation. */
export function tryVariations(
  variations: readonly Variation[],
  depth: Depth = 'standard',
  onRun?: (run: VariationRun) => void,
): Promise<VariationRun[]> {
  return inTurns(variations, async (variation) => {
    const run = await runVariation(variation, { depth });
    onRun?.(run);
    return run;
  });
}

/** Judges the fault's own list, and all lists only where that shows nothing: the requests are among those of all lists. */
async function notice(fault: Fault, options: RunOptions): Promise<FaultRun> {
  if (fault.list !== undefined && options.operations === undefined) {
    const narrow = await runFault(fault, { ...options, ...narrowed(fault.list) });
    if (narrow.detected) return narrow;
  }
  return runFault(fault, options);
}

const narrowed = (list: ListName): Pick<RunOptions, 'operations'> => ({ operations: [LISTS[list].operation] });

/** Requests of the full depth that show most of what only the full depth shows, for a tenth of the time. */
const FEW_REQUESTS = 1000;

/** The checks that notice most faults of a family with few requests, and that need no plan of probes. */
const AT_A_GLANCE: Partial<Readonly<Record<Fault['family'], readonly string[]>>> = {
  shape: ['response-headers', 'response-shape'],
  authentication: ['authentication', 'scope', 'foreign-project', 'revoked-key', 'plan'],
  references: ['references'],
};

/** Whether the standard depth notices the fault: with the least that it can be asked first. */
async function glance(fault: Fault): Promise<FaultRun> {
  const only = AT_A_GLANCE[fault.family];
  if (only !== undefined) {
    const run = await notice(fault, { only, brief: true });
    if (run.detected) return run;
  }
  return notice(fault, { brief: true });
}

/** Whether the full depth notices the fault: with a part of its requests first, and with all that it has last. */
async function seek(fault: Fault): Promise<FaultRun> {
  if (fault.list !== undefined) {
    const few = { depth: 'full', maxRequests: FEW_REQUESTS, brief: true, ...narrowed(fault.list) } as const;
    const run = await notice(fault, few);
    if (run.detected) return run;
  }
  return notice(fault, { depth: 'full', brief: true });
}

/** The faults that a trial does not notice. */
async function missedBy(trial: (fault: Fault) => Promise<FaultRun>, faults: readonly Fault[]): Promise<Fault[]> {
  const runs = await inTurns(faults, trial);
  return runs.filter(({ detected }) => !detected).map(({ fault }) => fault);
}

export const missedAtStandard = (faults: readonly Fault[]): Promise<Fault[]> => missedBy(glance, faults);
export const missedAtFull = (faults: readonly Fault[]): Promise<Fault[]> => missedBy(seek, faults);

/** How many faults that can be seen a family has, the share that the standard depth misses, and what the full depth misses of `most` of these. */
export async function tryFamily(
  family: Fault['family'],
  most: number,
): Promise<{ readonly faults: number; readonly missable: number; readonly missed: readonly string[] }> {
  const faults = faultsOf(sharedContract()).filter((each) => each.family === family && each.unobservable === undefined);
  const missed = await missedAtStandard(faults);
  const left = await missedAtFull(missed.slice(0, most));
  return { faults: faults.length, missable: missed.length / faults.length, missed: left.map(({ id }) => id) };
}

/** The faults that the judge does not notice, however much it asks. */
export async function unnoticed(faults: readonly Fault[]): Promise<string[]> {
  const missed = await missedAtFull(await missedAtStandard(faults));
  return missed.map(({ id, summary }) => `${id}: ${summary}`);
}

/** The false alarms about deployments that are right. */
export async function falseAlarms(variations: readonly Variation[]): Promise<string[]> {
  const runs = await tryVariations(variations);
  return runs.flatMap(({ variation, alarms }) =>
    alarms.map(({ check, operation, message }) => `${variation.id}: ${check} ${operation}: ${message}`),
  );
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
