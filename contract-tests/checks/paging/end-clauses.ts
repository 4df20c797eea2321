// What says that a page is the last one, or that another follows.
import type { Operation } from '../../../spec/index.ts';
import { mustsOf, type Scope } from '../check.ts';

/** What says which page is the last one, in musts. */
export function endClauses({ operation, register }: Scope): readonly string[] {
  const told = mustsOf({ register }, operation.reply(200)?.clausesAt(endOf(operation)) ?? []);
  // That it is there, and of which type, is not broken where a check holds what it says.
  const meant = told.filter((id) => register.get(id)?.holder.startsWith('check:'));
  return meant.length > 0 ? meant : told;
}

/** Where a reply says whether another page follows, as a JSON Pointer; empty where it says it in no member of its own. */
function endOf({ list: { paging } }: Operation): string {
  const next = 'next' in paging ? paging.next : undefined;
  return (next !== undefined && 'value' in next ? next.value : paging.tells.more) ?? '';
}
