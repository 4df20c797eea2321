// Members of rows that the schema of a reply does not allow: the check of replies tells them, and what follows is no fault of its own.
import { cached, memberOf, pointerTo, type Row, tokensOf } from '../../../spec/index.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { type Exchange, isList } from '../../http/exchange.ts';
import type { Difference } from '../../model/difference.ts';
import type { Snapshot } from '../../walk/list-snapshot.ts';
import { readPage } from '../../walk/page.ts';
import { hasKey, keyOf, sharedKeys } from '../../walk/rows.ts';

const sharedIn = new WeakMap<Snapshot, ReadonlySet<unknown>>();

type Seen = Pick<Evidence, 'operation' | 'exchanges'>;

const known = new WeakMap<readonly Exchange[], ReadonlyMap<string, ReadonlySet<string>>>();

/** By the key of a row, the members that are wrong in some reply. */
function invalidMembers(evidence: Seen): ReadonlyMap<string, ReadonlySet<string>> {
  return cached(known, evidence.exchanges, () => findAll(evidence));
}

function findAll({ operation, exchanges }: Seen): ReadonlyMap<string, ReadonlySet<string>> {
  const { items } = operation.list;
  const depth = tokensOf(items).length;
  const found = new Map<string, Set<string>>();
  for (const exchange of exchanges.filter(isList)) {
    const violations = operation.reply(exchange.status)?.violations(exchange.body) ?? [];
    const { rows } = violations.length === 0 ? { rows: [] } : readPage(exchange);
    for (const { pointer } of violations) {
      const [index = '', member] = tokensOf(pointer).slice(depth);
      const row = pointer.startsWith(`${items}/`) ? rows[Number(index)] : undefined;
      if (row === undefined || member === undefined || !hasKey(operation, row)) continue;
      cached(found, keyOf(operation, row), () => new Set<string>()).add(member);
    }
  }
  return found;
}

/** Whether the member of the row, or what it is in, is one that the check of replies tells. */
export function isInvalidIn(evidence: Seen, row: Row, field: string): boolean {
  const [member = field] = tokensOf(pointerTo(field));
  return invalidMembers(evidence).get(keyOf(evidence.operation, row))?.has(member) === true;
}

/** Whether a row that two replies show differently differs in such members alone, or is one of several with its key. */
export function isToldOtherwise(
  evidence: Seen & Pick<Evidence, 'snapshot'>,
  { kind, listed = {}, walked = {} }: Difference,
): boolean {
  if (kind !== 'different') return false;
  const { operation, snapshot } = evidence;
  const shared = cached(sharedIn, snapshot, () => sharedKeys(snapshot.walk.rows, operation.list.key));
  if (shared.has(memberOf(walked, operation.list.key))) return true;
  const names = [...new Set([...Object.keys(listed), ...Object.keys(walked)])];
  return names.every(
    (name) => isInvalidIn(evidence, listed, name) || JSON.stringify(listed[name]) === JSON.stringify(walked[name]),
  );
}
