// What was not exercised, with checks that wait for the same thing told together.
import type { Report } from '../verdict/report.ts';

export type Untried = {
  readonly operation: string;
  readonly gaps: readonly { readonly checks: readonly string[]; readonly reason: string }[];
};

/** The gaps of each operation that has any, in the order of the report. */
export function untriedOf({ results }: Report): readonly Untried[] {
  const operations = new Map<string, Map<string, string[]>>();
  for (const { verdict, operation, check, reason = 'no reason was given' } of results) {
    if (verdict !== 'NOT_EXERCISED') continue;
    const reasons = operations.get(operation) ?? new Map<string, string[]>();
    operations.set(operation, reasons.set(reason, [...(reasons.get(reason) ?? []), check]));
  }
  return [...operations].map(([operation, reasons]) => ({
    operation,
    gaps: [...reasons].map(([reason, checks]) => ({ reason, checks })),
  }));
}
