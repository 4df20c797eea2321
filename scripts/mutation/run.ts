// Runs the judge against a fault or a variation, and says what it noticed.
import { CannotJudge, type JudgeOptions, judge, type Report, type Result } from '../../contract-tests/index.ts';
import { createFetch, type MockOptions } from '../../mock/index.ts';
import { type Api, createMock, sharedContract } from '../faults/built-in.ts';
import type { Fault, Place } from '../faults/fault.ts';
import { createQuickClock } from './quick-clock.ts';
import type { Variation } from './variation.ts';

export type Depth = 'standard' | 'full';

/** What a run came to. */
type Run = {
  /** One entry for every result that is FAIL, WARN or ERROR. */
  readonly verdicts: readonly { readonly check: string; readonly operation: string; readonly verdict: string }[];
  /** The checks that noticed something. */
  readonly checks: readonly string[];
  /** The first sentences of what was noticed. */
  readonly messages: readonly string[];
  readonly requests: number;
  readonly milliseconds: number;
  /** The judge's sentence, where it said that it cannot judge. */
  readonly refused?: string;
};

export type FaultRun = Run & {
  readonly fault: Fault;
  readonly depth: Depth;
  readonly detected: boolean;
};

export type VariationRun = Run & {
  readonly variation: Variation;
  readonly depth: Depth;
  readonly alarms: readonly Alarm[];
};

/** A deployment that is right was called wrong, or could not be judged. */
type Alarm = { readonly check: string; readonly operation: string; readonly message: string };

export type RunOptions = {
  /** @default 'standard' */
  readonly depth?: Depth;
  /** Only these checks. @default all */
  readonly only?: readonly string[];
  /** Only these operations. @default all of the fault's vendor */
  readonly operations?: readonly string[];
  /** The most requests of a run. @default as many as the depth has */
  readonly maxRequests?: number;
  /** Stop at the first result that settles the matter. @default false */
  readonly brief?: boolean;
  /** Chooses the rows of the world, where the subject asks for none. @default 1 */
  readonly seed?: number;
};

/** Judges the fault; with `brief`, until it is noticed. */
export async function runFault(fault: Fault, options: RunOptions = {}): Promise<FaultRun> {
  const { depth = 'standard' } = options;
  const noticed = (result: Result): boolean =>
    fault.expect === 'WARN' ? result.findings.length > 0 : result.verdict === 'FAIL';
  const { results, ...run } = await runPlace(fault, [fault.api], options, noticed);
  const isRefused = fault.expect === 'NO_VERDICT' && run.refused !== undefined;
  return { ...run, fault, depth, detected: isRefused || results.some(noticed) };
}

/** Judges the variation; an alarm is a FAIL, an ERROR of the judge, or its word that it cannot judge. */
export async function runVariation(variation: Variation, options: RunOptions = {}): Promise<VariationRun> {
  const { depth = 'standard' } = options;
  const { results, ...run } = await runPlace(variation, variation.apis, options, () => false);
  const alarms = results
    .filter(({ verdict }) => verdict === 'FAIL' || verdict === 'ERROR')
    .map((result): Alarm => ({ check: result.check, operation: result.operation, message: messageOf(result) }));
  const refusals = run.refused === undefined ? [] : [{ check: 'judge', operation: 'all', message: run.refused }];
  return { ...run, variation, depth, alarms: [...alarms, ...refusals] };
}

type Subject = Place & { readonly world?: MockOptions; readonly timeout?: number };

/** Thrown through the judge to stop it. */
class Enough extends Error {}

async function runPlace(
  subject: Subject,
  apis: readonly Api[],
  { depth = 'standard', only, operations, maxRequests, brief = false, seed = 1 }: RunOptions,
  settles: (result: Result) => boolean,
): Promise<Run & { readonly results: readonly Result[] }> {
  const started = performance.now();
  const target = await openTarget(subject, seed);
  const results: Result[] = [];
  const options: JudgeOptions = {
    ...target.options,
    apis,
    depth,
    contract: sharedContract(),
    ...(only === undefined ? {} : { only }),
    ...(operations === undefined ? {} : { operations }),
    ...(maxRequests === undefined ? {} : { maxRequests }),
    ...(subject.timeout === undefined ? {} : { timeout: subject.timeout }),
    onResult: (result) => {
      results.push(result);
      if (brief && settles(result)) throw new Enough();
    },
  };
  let report: Report | undefined;
  let refused: string | undefined;
  try {
    report = await judge(options);
  } catch (error) {
    if (error instanceof CannotJudge) refused = error.message;
    else if (!(error instanceof Enough)) throw error;
  } finally {
    await target.close();
  }
  const bad = results.filter(({ verdict }) => ['FAIL', 'WARN', 'ERROR'].includes(verdict));
  return {
    results,
    verdicts: bad.map(({ check, operation, verdict }) => ({ check, operation, verdict })),
    checks: [...new Set(bad.map(({ check }) => check))],
    messages: bad.map((result) => `${result.check} ${result.operation}: ${messageOf(result)}`),
    requests: report?.requests ?? 0,
    milliseconds: performance.now() - started,
    ...(refused === undefined ? {} : { refused }),
  };
}

/** The first finding in a sentence, with what came instead. */
function messageOf({ findings: [first], reason = '' }: Result): string {
  return first === undefined ? reason : `${first.message} (${first.examples[0]?.received ?? ''})`;
}

/** Milliseconds for one exchange in process, where several runs share a core and none waits for a network. */
const IN_PROCESS_TIMEOUT = 60_000;

type Target = {
  readonly options: Pick<JudgeOptions, 'baseUrl' | 'credentials' | 'fetch' | 'timeout' | 'clock'>;
  readonly close: () => Promise<void>;
};

/** In process where no socket is needed. */
async function openTarget(subject: Subject, seed: number): Promise<Target> {
  const mock = createMock({ seed, ...subject.world });
  const { credentials, fail } = mock;
  if ('serve' in subject) {
    const { url, close } = await subject.serve(mock);
    return { options: { baseUrl: url, credentials, fetch }, close };
  }
  const { handle } = 'wrap' in subject ? subject.wrap(mock, mock) : mock;
  const plain = createFetch({ handle, fail });
  const send = 'tamper' in subject ? subject.tamper(plain, mock) : plain;
  const waiting = { timeout: IN_PROCESS_TIMEOUT, clock: createQuickClock() };
  return {
    options: { baseUrl: 'http://deployment.test', credentials, fetch: send, ...waiting },
    close: async () => undefined,
  };
}
