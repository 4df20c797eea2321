// What says how a call is answered: where the server breaks, that is what is broken.
import { cached, placeParameter } from '../../../spec/index.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { type Exchange, isList } from '../../http/exchange.ts';
import { answerClauses, cite } from '../check.ts';
import { badCursor } from '../paging/bad-cursor.ts';

/**
 * The clauses that say what a call must be answered with: those of its refusal, of a bad cursor, or of the list. Where a
 * refusal is no more than a should, those of the list stand beside it, for that it breaks nothing is a must.
 */
export function dueClauses(evidence: Evidence, { request }: Exchange): readonly string[] {
  const { operation, register } = evidence;
  const ofList = answerClauses(evidence);
  const refusal = request.situation && operation.refusals[request.situation];
  if (refusal !== undefined) {
    const isMust = refusal.clauses.some((id) => register.get(id)?.level === 'must');
    return isMust ? refusal.clauses : [...refusal.clauses, ...ofList];
  }
  if (!isOfCursor(evidence, request)) return ofList;
  const place = placeParameter(operation.list.paging);
  return cite(badCursor.id, evidence, operation.parameters.find(({ name }) => name === place)?.clauses);
}

/** Whether a call has a cursor that counts as none, which the list did not issue, and is served without it. */
function isOfCursor({ operation, walks, exchanges }: Evidence, { query, expect }: Exchange['request']): boolean {
  const { paging } = operation.list;
  if (paging.style !== 'cursor' || paging.badCursor !== 'first-page' || expect !== 'open') return false;
  const cursor = query.find(([name]) => name === paging.cursor)?.[1];
  if (cursor === undefined || walks.some(({ pages }) => pages.some(({ next }) => next === cursor))) return false;
  const others = query.filter(([name]) => name !== paging.cursor);
  return cached(served, exchanges, () => servedQueries(exchanges)).has(JSON.stringify(others));
}

const served = new WeakMap<readonly Exchange[], ReadonlySet<string>>();

function servedQueries(exchanges: readonly Exchange[]): ReadonlySet<string> {
  return new Set(exchanges.filter(isList).map(({ request }) => JSON.stringify(request.query)));
}
