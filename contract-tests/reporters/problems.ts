// What went wrong, worst first: every finding with the check and operation it belongs to.

import type { Finding } from '../verdict/finding.ts';
import type { Report, Result } from '../verdict/report.ts';
import { counted } from './counted.ts';

export type Problem = Pick<Finding, 'message' | 'count' | 'clauses' | 'examples'> & {
  readonly verdict: 'FAIL' | 'ERROR' | 'WARN';
  readonly check: string;
  readonly operation: string;
  /** What the result says beside its findings: what else it could not try, why it is accepted, where the judge broke. */
  readonly note: string;
};

const ORDER: readonly Problem['verdict'][] = ['FAIL', 'ERROR', 'WARN'];

/** Failures, then errors of the judge, then warnings; within each in the order of the report. */
export function problemsOf({ results }: Report): readonly Problem[] {
  const problems = results.flatMap(problemsIn);
  return ORDER.flatMap((verdict) => problems.filter((problem) => problem.verdict === verdict));
}

/** The problems of one result; none where it passed or was not exercised. */
export function problemsIn(result: Result): Problem[] {
  const { verdict, check, operation, reason = '', findings } = result;
  if (verdict === 'ERROR') {
    const [message = '', ...stack] = reason.split('\n');
    return [{ verdict, check, operation, message, count: 1, clauses: [], examples: [], note: stack.join('\n') }];
  }
  if (verdict !== 'FAIL' && verdict !== 'WARN') return [];
  return findings.map(({ level, message, count, clauses, examples }) => ({
    verdict: verdict === 'FAIL' && level === 'must' ? 'FAIL' : 'WARN',
    check,
    operation,
    message,
    count,
    clauses,
    examples,
    note: reason,
  }));
}

/** The message with its extent: `the total is not the number of rows, in 6 places`. */
export function messageWithCount({ message, count }: Problem): string {
  return count === 1 ? message : `${message}, in ${counted(count, 'place')}`;
}
