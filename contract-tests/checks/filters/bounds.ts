// Rows that stand exactly on a bound that is asked for.
import type { ProbeRun } from '../../evidence/probe-run.ts';
import type { Difference } from '../../model/difference.ts';
import { standsOn } from '../../walk/filter-arguments.ts';

/** Whether the row that is missing stands exactly on the bound that was asked for, which alone keeps it out. */
export function isAtBound({ probe, lost }: ProbeRun, { kind, listed, key }: Difference): boolean {
  return kind === 'missing' && listed !== undefined && standsOn(probe.args, listed) && lost?.has(key) !== true;
}
