// Whether a deployment breaks the documents in a call: held against the clean rows, and against nothing that is left open.
import type { Call, Reply } from '../../../mock/index.ts';
import { at, type Situation, strictest } from '../../../spec/index.ts';
import type { Handler } from '../../faults/built-in.ts';
import { type Asked, readCall } from './asked.ts';
import { type Breach, brokenPage, brokenWalk } from './broken-page.ts';
import { isKnown } from './known-rows.ts';
import type { Ledger } from './ledger.ts';
import { isId, outcomeOf } from './outcome.ts';
import { keyOf, type Scene } from './scene.ts';
import { ownClause, statementOf } from './statement.ts';
import { rowsIn, walkFrom } from './walk.ts';

/** What the deployment does wrong when it is asked this; undefined where that keeps the documents or they are silent. */
export function breachOf(scene: Scene, handler: Handler, call: Call, ledger: Ledger): Breach | undefined {
  const asked = readCall(scene, call, ledger);
  const outcome = outcomeOf(asked);
  switch (outcome) {
    case 'open':
      return undefined;
    case 'served':
      return brokenList(scene, handler, asked);
    case 'nothing':
      return somethingFound(scene, handler.handle(call));
    case 'first page':
      return notFirstPage(asked, handler);
    default:
      return notRefused(scene, handler.handle(call), outcome);
  }
}

function brokenList(scene: Scene, handler: Handler, asked: Asked): Breach | undefined {
  if (isRefusedOpenly(handler, asked)) return undefined;
  const steps = walkFrom(scene, handler, asked.call, asked.size);
  for (const [index, { call, reply }] of steps.entries()) {
    const broken = brokenPage(asked, new URLSearchParams(call.query), reply, index);
    if (broken !== undefined) return broken;
  }
  const pages = steps.map(({ reply }) => rowsIn(scene, reply));
  return brokenWalk(asked, pages, (row) => isKnown(scene, handler, row));
}

/** Whether a call is refused that may be: for a value that is sent twice, or for ids that nothing has together. */
function isRefusedOpenly(handler: Handler, { scene, call, query, kept }: Asked): boolean {
  const given = scene.operation.filters.filter(({ name }) => query.has(name));
  const isTwice = given.some(({ name }) => new Set(query.getAll(name)).size < query.getAll(name).length);
  // A deployment may remember what it was asked: it is asked no more than is needed.
  if (!isTwice && !(kept.length === 0 && given.some(isId))) return false;
  const { status } = handler.handle(call);
  return status >= 400 && status < 500;
}

/** An id that nothing has finds nothing; whether the call is refused instead is left open. */
function somethingFound(scene: Scene, reply: Reply): Breach | undefined {
  const isRefused = reply.status >= 400 && reply.status < 500;
  if (isRefused || (reply.status === 200 && rowsIn(scene, reply).length === 0)) return undefined;
  const what = reply.status === 200 ? 'it has rows' : `the status is ${reply.status}`;
  return {
    level: 'must',
    clause: statementOf(scene, 'unknown'),
    says: `${what}, and nothing is like the id that is asked for`,
  };
}

/** A bad cursor counts as none: the reply holds the rows of the same call without it. */
function notFirstPage({ scene, call, query, cursor }: Asked, handler: Handler): Breach | undefined {
  const { paging } = scene.operation.list;
  const plain = new URLSearchParams(query);
  if (paging.style === 'cursor') plain.delete(paging.cursor);
  const [given, wanted] = [handler.handle(call), handler.handle({ ...call, query: plain.toString() })];
  const clause = statementOf(scene, 'cursor');
  if (given.status !== 200) return { level: 'must', clause, says: `the status is ${given.status} in place of 200` };
  // A cursor that another list issued may be good for this one too: then it gives some other page.
  if (cursor?.kind === 'of another list') return undefined;
  const keys = (reply: Reply) =>
    rowsIn(scene, reply)
      .map((row) => keyOf(scene, row))
      .sort()
      .join();
  return keys(given) === keys(wanted)
    ? undefined
    : { level: 'must', clause, says: 'the rows are not those of the first page' };
}

function notRefused(scene: Scene, reply: Reply, situations: readonly Situation[]): Breach | undefined {
  const { operation, mock } = scene;
  const refusals = situations.flatMap((situation) => operation.refusals[situation] ?? []);
  const clauses = refusals.flatMap((refusal) => refusal.clauses);
  const { register } = mock.contract;
  const found = (says: string, ids: readonly string[]): Breach | undefined => {
    const level = strictest(register, ids);
    return level === 'open'
      ? undefined
      : { level, clause: ownClause(scene, ids) ?? statementOf(scene, 'answer'), says };
  };
  // Whoever is shown rows need not have the key, or the tenant, that the list asks for.
  const shown = [...operation.security.clauses, ...operation.tenants.flatMap((tenant) => tenant.clauses), ...clauses];
  const count = rowsIn(scene, reply).length;
  if (reply.status < 400)
    return found(`it is served with ${reply.status}, and ${count} rows`, count > 0 ? shown : clauses);
  if (!refusals.some(({ status }) => status === reply.status))
    return found(`the status is ${reply.status} in place of ${refusals[0]?.status}`, clauses);
  const violations = operation.reply(reply.status)?.violations(reply.body) ?? [];
  if (violations[0] !== undefined)
    return found(`${violations[0].pointer} of the error is not ${violations[0].expected}`, violations[0].clauses);
  const { code: pointer } = operation.error;
  const code = pointer === undefined ? undefined : at(reply.body, pointer);
  const codes = refusals.flatMap((refusal) => [refusal.code, ...refusal.accept]);
  return codes.includes(code as string | undefined) ? undefined : found(`the code is ${String(code)}`, clauses);
}
