// What the judge has seen of one operation: what checks look at, gathered once for all of them.
import type { Operation, Register, Situation } from '../../spec/index.ts';
import type { Traffic } from '../http/client.ts';
import { type Exchange, exchangesOf } from '../http/exchange.ts';
import type { StableComparison } from '../model/stable-comparison.ts';
import type { Context } from '../walk/context.ts';
import type { Snapshot } from '../walk/list-snapshot.ts';
import type { Walk } from '../walk/walk.ts';
import { compareWalks } from './compare-walks.ts';
import { type InvalidCall, invalidAnswers, oversizedWalks } from './invalid-calls.ts';
import type { ProbeRun } from './probe-run.ts';
import { probeRuns } from './probe-runs.ts';
import { type RefusedCalls, refusedCalls } from './refused-calls.ts';
import { type SizedWalk, sizedWalks } from './sized-walks.ts';

/** What can be asked for the sake of several checks. */
type Gathered = {
  /** Every probe of the filters, and how its answer compares with the list. */
  readonly probes: readonly ProbeRun[];
  /** The list in pages of several sizes. */
  readonly sizes: readonly SizedWalk[];
  /** Those, and every other walk of the whole list, against the list. */
  readonly comparisons: readonly StableComparison[];
  /** The list in pages that are larger than the largest. */
  readonly oversized: readonly Walk[];
  /** The list with values that parameters cannot have. */
  readonly invalid: readonly InvalidCall[];
};

export type Need = keyof Gathered;

export type Evidence = Gathered & {
  readonly operation: Operation;
  readonly register: Register;
  readonly snapshot: Snapshot;
  /** Whether any list of the run was seen to change. */
  readonly changing: boolean;
  /** All walks of the run so far. */
  readonly walks: readonly Walk[];
  /** All exchanges of the operation so far. */
  readonly exchanges: readonly Exchange[];
  /** Calls that must be refused. */
  readonly refused: RefusedCalls;
  /** Why a call was not sent, where one was not. */
  readonly whyUnsent: string;
  readonly traffic: Traffic;
};

/** What a check needs beside the list itself. */
type Needs = { readonly needs?: readonly Need[]; readonly situations?: readonly Situation[] };

/** Asks the list, and then what is needed, unless it was asked for before; what is not needed is empty. */
export async function gather(context: Context, { needs = [], situations = [] }: Needs): Promise<Evidence> {
  const { operation, register, client, walks } = context;
  await context.snapshot();
  const when = <T>(need: Need, ask: (context: Context) => Promise<readonly T[]>): Promise<readonly T[]> =>
    needs.includes(need) ? ask(context) : Promise.resolve([]);
  const gathered = {
    sizes: await when('sizes', sizedWalks),
    probes: await when('probes', probeRuns),
    comparisons: await when('comparisons', compareWalks),
    oversized: await when('oversized', oversizedWalks),
    invalid: await when('invalid', invalidAnswers),
  };
  const refused = await refusedCalls(context, situations);
  return {
    operation,
    register,
    snapshot: await context.snapshot(),
    changing: context.run.changing,
    walks,
    exchanges: exchangesOf(operation, client.exchanges),
    whyUnsent: client.whyUnsent(operation),
    traffic: client.traffic(operation),
    ...gathered,
    refused,
  };
}
