// Rows that stand exactly on a bound that is asked for.
import { instant, kindOf, memberOf, type Row } from '../../../spec/index.ts';
import type { ProbeRun } from '../../evidence/probe-run.ts';
import type { Difference } from '../../model/difference.ts';
import { isBound } from '../../walk/filter-arguments.ts';

/** Whether the row that is missing stands exactly on the bound that was asked for. */
export function isAtBound(trial: ProbeRun, difference: Difference): boolean {
  return difference.kind === 'missing' && difference.listed !== undefined && standsOn(trial, difference.listed);
}

/** Whether the row stands exactly on a bound of the probe. */
export function standsOn({ probe }: ProbeRun, row: Row): boolean {
  return probe.args.some(({ filter, values: [bound] }) => {
    if (!isBound(filter)) return false;
    const size = memberOf(row, filter.field);
    return kindOf(filter) === 'instant' ? instant(size) === instant(bound) : size === bound;
  });
}
