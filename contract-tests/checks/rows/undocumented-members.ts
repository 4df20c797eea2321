// Members that no page names: legal, for the vendors may add some, and worth knowing.

import type { Operation } from '../../../spec/index.ts';
import { cached } from '../../../spec/index.ts';
import { type Exchange, isList } from '../../http/exchange.ts';
import type { Flaw } from '../../verdict/finding.ts';
import type { Check } from '../check.ts';
import { nounOf } from '../filters/filter-gaps.ts';

const id = 'undocumented-members';

/** More names than these under one parent are told as one: a map that is keyed by ids has a name for each. */
const NAMES = 5;

/** What is not documented under one parent: the names, with the replies that have them. */
type Strangers = { readonly parent: string; readonly names: Map<string, Exchange[]> };

export const undocumentedMembers: Check = {
  id,
  title: 'Replies have no member that the documentation does not name',
  applies: () => true,
  judge: ({ operation, exchanges, snapshot: { rows } }) => {
    return {
      flaws: strangersIn(operation, exchanges.filter(isList)).flatMap((each) => flawsOf(operation, each)),
      gaps: rows.length === 0 ? [`needs one ${nounOf(operation)}`] : [],
      message: `${exchanges.length} replies`,
    };
  },
};

/** Undocumented members by their parents, the indexes of arrays folded. */
function strangersIn(operation: Operation, exchanges: readonly Exchange[]): Strangers[] {
  const parents = new Map<string, Strangers>();
  for (const exchange of exchanges) {
    for (const pointer of operation.reply(exchange.status)?.undocumented(exchange.body) ?? []) {
      const cut = pointer.lastIndexOf('/');
      const parent = pointer.slice(0, cut);
      const { names } = cached(parents, parent, () => ({ parent, names: new Map() }));
      cached(names, pointer.slice(cut + 1), () => []).push(exchange);
    }
  }
  return [...parents.values()];
}

function flawsOf(operation: Operation, { parent, names }: Strangers): Flaw[] {
  const flaw = (name: string, message: string, exchanges: readonly Exchange[], count: number): Flaw => ({
    subject: `${parent}/${name}`,
    clauses: operation.additive,
    level: 'should',
    message,
    where: `${parent}/${name}`,
    expected: 'documented members',
    received: 'another one',
    exchanges,
    count,
  });
  if (names.size <= NAMES)
    return [...names].map(([name, seen]) => flaw(name, `${parent}/${name} is not documented`, seen, seen.length));
  const examples = [...names.keys()].slice(0, 3).map((name) => (name.length > 60 ? `${name.slice(0, 57)}...` : name));
  const message = `${parent}/* has ${names.size} members that are not documented, such as ${examples.join(', ')}`;
  const [first = []] = names.values();
  return [flaw('*', message, first, names.size)];
}
