// Rows that different filters show and the whole list does not: the list lacks them, and no filter is to blame.
import { cached, type Filter } from '../../../spec/index.ts';
import type { ProbeRun } from '../../evidence/probe-run.ts';

const known = new WeakMap<readonly ProbeRun[], boolean>();

/** Whether the whole list lacks rows: at least one of them is shown by two filters, each by itself. Every trial asks; it is found once. */
export function isListShort(runs: readonly ProbeRun[]): boolean {
  return cached(known, runs, () => isShownByTwo(runs));
}

function isShownByTwo(runs: readonly ProbeRun[]): boolean {
  const shownBy = new Map<string, Filter>();
  for (const { probe, comparison, unsound } of runs) {
    const [only, ...others] = probe.args;
    // A filter that lets wrong rows through may as well let rows through that are none of the list's.
    if (only === undefined || others.length > 0 || unsound.length > 0) continue;
    for (const { kind, key } of comparison?.differences ?? []) {
      if (kind !== 'extra') continue;
      if ((shownBy.get(key) ?? only.filter) !== only.filter) return true;
      shownBy.set(key, only.filter);
    }
  }
  return false;
}
