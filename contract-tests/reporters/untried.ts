// What was not exercised, with checks that wait for the same thing told together.
import { grouped } from '../../spec/index.ts';
import type { Report } from '../verdict/report.ts';

export type Untried = {
  readonly operation: string;
  readonly gaps: readonly { readonly checks: readonly string[]; readonly reason: string }[];
};

/** The gaps of each operation that has any, in the order of the report. */
export function untriedOf({ results }: Report): readonly Untried[] {
  const untried = results.filter(({ verdict }) => verdict === 'NOT_EXERCISED');
  return [...grouped(untried, ({ operation }) => operation)].map(([operation, own]) => ({
    operation,
    gaps: [...grouped(own, ({ reason = 'no reason was given' }) => reason)].map(([reason, some]) => ({
      reason,
      checks: some.map(({ check }) => check),
    })),
  }));
}
