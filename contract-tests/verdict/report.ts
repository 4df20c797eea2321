// All verdicts of a run.
import { type Clause, concerns, isHeldBy, type Level, type Operation, type Register } from '../../spec/index.ts';
import type { InputCoverage } from '../plan/input-coverage.ts';
import type { Finding, Verdict } from './finding.ts';

/** What one check came to in one operation. */
export type Result = {
  readonly check: string;
  readonly title: string;
  readonly operation: string;
  readonly verdict: Verdict;
  /** Why it was not exercised, or what broke in the judge itself. */
  readonly reason?: string;
  /** The clauses that the check holds for the operation. */
  readonly clauses: readonly string[];
  /** What was looked at. */
  readonly message: string;
  readonly findings: readonly Finding[];
  /** The clauses that the check put to the test, where it tells them; no part of the JSON report. */
  readonly exercised?: readonly string[];
  /** Requests that this check was the first to ask for. */
  readonly requests: number;
  /** How long it took, in milliseconds, those requests included. */
  readonly durationMs: number;
};

/** What the run says of one clause. */
export type ClauseStatus = {
  readonly level: Level;
  readonly page: string;
  readonly statement: string;
  readonly holder: string;
  readonly status: Verdict | 'UNOBSERVABLE' | 'OPEN';
};

/** How much of what the documentation demands was looked at. */
export type Coverage = {
  readonly musts: number;
  /** Musts with a check or schema that holds them, or a reason why none can. */
  readonly mapped: number;
  readonly observable: number;
  /** Observable musts that this run could put to the test. */
  readonly exercised: number;
};

export type Report = {
  readonly target: string;
  readonly api: readonly string[];
  /** The vendors' names for people, by their names. */
  readonly titles: Readonly<Record<string, string>>;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly requests: number;
  readonly seed: number;
  readonly depth: string;
  readonly summary: Readonly<Record<(typeof SUMMARY_OF)[Verdict], number>>;
  readonly coverage: Coverage;
  /** How much of what can be asked of each list was asked, by the operation's id. */
  readonly inputs: Readonly<Record<string, InputCoverage>>;
  readonly clauses: Readonly<Record<string, ClauseStatus>>;
  /** What was seen and is not judged. */
  readonly observations: readonly { readonly operation: string; readonly text: string }[];
  readonly results: readonly Result[];
};

/** Where the summary counts each verdict, the worst first. */
export const SUMMARY_OF = {
  FAIL: 'fail',
  ERROR: 'error',
  WARN: 'warn',
  NOT_EXERCISED: 'notExercised',
  PASS: 'pass',
  NOT_APPLICABLE: 'notApplicable',
} as const satisfies Record<Verdict, string>;

export function summarize(results: readonly Result[]): Report['summary'] {
  const counts = Object.entries(SUMMARY_OF).map(([verdict, member]) => [
    member,
    results.filter((result) => result.verdict === verdict).length,
  ]);
  return Object.fromEntries(counts);
}

/** The worst verdict comes first. */
const ORDER: readonly Verdict[] = ['ERROR', 'FAIL', 'WARN', 'NOT_EXERCISED', 'PASS'];

/** What the results say of every clause of the operations that were judged. */
export function clauseStatuses(
  register: Register,
  operations: readonly Operation[],
  results: readonly Result[],
): Record<string, ClauseStatus> {
  const statuses: Record<string, ClauseStatus> = {};
  for (const clause of register.values()) {
    const concerned = operations.filter((operation) => concerns(clause, operation));
    if (concerned.length === 0) continue;
    const { id, level, page, statement, holder } = clause;
    statuses[id] = { level, page, statement, holder, status: statusOf(clause, concerned, results) };
  }
  return statuses;
}

function statusOf(
  clause: Clause,
  operations: readonly Operation[],
  results: readonly Result[],
): ClauseStatus['status'] {
  if (clause.holder === 'none') return 'OPEN';
  const verdicts = results.flatMap((result) => {
    const operation = operations.find(({ id }) => id === result.operation);
    return operation === undefined ? [] : (verdictOn(clause, operation, result) ?? []);
  });
  // What cannot be brought about may be seen broken all the same.
  const otherwise = clause.holder === 'unobservable' ? 'UNOBSERVABLE' : 'NOT_EXERCISED';
  return ORDER.find((verdict) => verdicts.includes(verdict)) ?? otherwise;
}

/**
 * What a result says of a clause: that it is broken where a finding cites it, that it holds where the check put it to
 * the test. Undefined where it says nothing.
 */
function verdictOn(clause: Clause, operation: Operation, result: Result): Verdict | undefined {
  const { verdict, findings, exercised, reason, check } = result;
  const cited = findings.filter(({ clauses }) => clauses.some(({ id }) => id === clause.id));
  // What weaker sources say is no must beside one.
  if (cited.length > 0)
    return clause.level !== 'should' && cited.some(({ level }) => level === 'must') ? 'FAIL' : 'WARN';
  if (!holds(check, clause)) return undefined;
  if (exercised !== undefined) {
    if (exercised.includes(clause.id)) return 'PASS';
    // A statement about the vendor as a whole is put to the test by whichever of its lists does.
    const isElsewhere =
      clause.page === operation.facts || (isHeldBy(clause, undefined) && !carries(operation, clause.id));
    return isElsewhere ? undefined : 'NOT_EXERCISED';
  }
  if (verdict !== 'FAIL' && verdict !== 'WARN') return verdict;
  return reason === undefined ? 'PASS' : 'NOT_EXERCISED';
}

/** Whether a schema of the operation's replies carries the clause. */
function carries({ statuses, reply }: Operation, id: string): boolean {
  return statuses.some((status) => reply(status)?.clauses.includes(id));
}

export function coverageOf(clauses: Report['clauses']): Coverage {
  const musts = Object.values(clauses).filter(({ level }) => level === 'must');
  const observable = musts.filter(({ status }) => status !== 'UNOBSERVABLE');
  return {
    musts: musts.length,
    mapped: musts.filter(({ holder }) => holder !== 'none').length,
    observable: observable.length,
    exercised: observable.filter(({ status }) => ['PASS', 'FAIL', 'WARN'].includes(status)).length,
  };
}

/** The clauses that a result speaks for. */
export function clausesHeld(check: string, operation: Operation, register: Register): string[] {
  return [...register.values()]
    .filter((clause) => concerns(clause, operation) && holds(check, clause))
    .map(({ id }) => id);
}

/** Whether the check holds the clause; what a schema holds is held by the check of the replies' shape. */
function holds(check: string, clause: Clause): boolean {
  return isHeldBy(clause, check) || (check === 'response-shape' && isHeldBy(clause, undefined));
}
