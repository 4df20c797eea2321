// Rows that time alone changes, brought up to the clock of their session.
import { memberOf } from '../../spec/index.ts';
import type { ListState } from '../state/list-state.ts';

/** A longer list is not looked through for it. */
const LONGEST = 10_000;

/** Changes every row that is another at this time. */
export function followTime(lists: readonly ListState[], now: number): void {
  for (const { actions, store, operation } of lists) {
    const { follow } = actions;
    if (follow === undefined || store.count(new Map(), true) > LONGEST) continue;
    for (const row of store.select({ values: new Map(), bare: true, limit: LONGEST })) {
      const later = follow(row, now);
      if (later !== row && memberOf(later, operation.list.key) !== undefined) store.put(later);
    }
  }
}
