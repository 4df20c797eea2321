// Members that no page names: they are allowed, or nothing is said of them, and worth knowing.

import { cached, type Operation } from '../../../spec/index.ts';
import { type Exchange, isList } from '../../http/exchange.ts';

/** More names than these under one parent are told as one: a map that is keyed by ids has a name for each. */
const NAMES = 5;
/** Letters of a name that are shown. */
const SHOWN = 60;

/** What lists have that their documentation does not name, a sentence for each member or for many of one parent. */
export function undocumentedMembers(operation: Operation, exchanges: readonly Exchange[]): string[] {
  const [clause] = operation.additive;
  const allowed = clause === undefined ? '' : ` (${clause} allows more members)`;
  return [...strangersIn(operation, exchanges.filter(isList))].flatMap(([parent, names]) => {
    const shown = [...names].map((name) => (name.length > SHOWN ? `${name.slice(0, SHOWN - 3)}...` : name));
    if (shown.length <= NAMES) return shown.map((name) => `${parent}/${name} is not documented${allowed}`);
    const examples = shown.slice(0, 3).join(', ');
    return [`${parent}/* has ${names.size} members that are not documented, such as ${examples}${allowed}`];
  });
}

/** The names of undocumented members by their parents, the indexes of arrays folded. */
function strangersIn(operation: Operation, exchanges: readonly Exchange[]): ReadonlyMap<string, ReadonlySet<string>> {
  const parents = new Map<string, Set<string>>();
  for (const { status, body } of exchanges)
    for (const pointer of operation.reply(status)?.undocumented(body) ?? []) {
      const cut = pointer.lastIndexOf('/');
      cached(parents, pointer.slice(0, cut), () => new Set()).add(pointer.slice(cut + 1));
    }
  return parents;
}
