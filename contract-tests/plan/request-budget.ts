// How many requests the probes of one list may take at the standard depth: what a documented quota of a minute leaves.
import type { Operation, Row } from '../../spec/index.ts';
import { representatives } from './filter-classes.ts';

/** One list of a vendor, as far as it is known before anything is asked of its filters. */
export type Known = { readonly operation: Operation; readonly rows: readonly Row[]; readonly pages: number };

/** Requests that a vendor's lists may take together: so many each, and not less than the least. */
const EACH = 29;
const LEAST = 40;
/** Probes that every list has at least, whatever its other checks cost. */
const FEWEST = 8;

/** What the walks, the refusals and the bad values of a list cost beside its probes; told, not derived: see each check. */
const PAGING_WALKS = 5;
const BAD_CURSORS = 1;

/** The requests that are left for the probes of one list, by the number of classes that its filters have. */
export function probeBudget(list: Known, vendors: readonly Known[]): number {
  const total = Math.max(LEAST, EACH * vendors.length);
  const spare = total - vendors.reduce((sum, each) => sum + costBeside(each), 0);
  const all = vendors.reduce((sum, each) => sum + classesIn(each), 0);
  return Math.max(FEWEST, Math.floor((spare * classesIn(list)) / Math.max(1, all)));
}

function classesIn({ operation: { filters }, rows }: Known): number {
  return filters.reduce((sum, filter) => sum + representatives(filter, rows).length + (filter.many ? 4 : 0), 0);
}

function costBeside({ operation, pages }: Known): number {
  const { list, refusals, tenants } = operation;
  const refused = Object.entries(refusals).filter(([, refusal]) => !refusal.observed).length + 1;
  const walks = list.size === undefined ? 0 : PAGING_WALKS;
  return pages + walks + refused + tenants.length + (list.paging.style === 'cursor' ? BAD_CURSORS : 0);
}
