// Every documented request is answered 200 with a JSON document that its schema describes; none breaks the server.
import { memberOf, type Operation, type Violation } from '../../../spec/index.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { hasMoved, isRefusedById, passingRefusals } from '../../evidence/passing-refusals.ts';
import { type Exchange, isList } from '../../http/exchange.ts';
import { type Flaw, foldFlaws, shown } from '../../verdict/finding.ts';
import { readPage } from '../../walk/page.ts';
import { answerClauses, type Check, cite } from '../check.ts';
import { nounOf } from '../filters/filter-gaps.ts';
import { dueClauses } from './due-clauses.ts';
import { exercisedByBodies } from './exercised-by-bodies.ts';
import { mediaTypeFlaws, otherMediaTypes } from './media-type.ts';
import { mayBeRefused } from './open-refusals.ts';
import { describeCauses, refusalCauses } from './refusal-cause.ts';
import { refusedFlaw } from './refused-flaw.ts';
import { exercisedByCalls } from './served-calls.ts';
import { undocumentedMembers } from './undocumented-members.ts';

const id = 'response-shape';

export const responseShape: Check = {
  id,
  title: 'Replies are the JSON documents that the contract describes',
  applies: () => true,
  ask: async (context, evidence) => {
    const { operation, exchanges } = evidence;
    const doubtful = exchanges.filter((exchange) => isRefusedById(exchange) && !isOpen(evidence, exchange));
    const passing =
      doubtful.length > 0 && hasMoved(evidence) ? await passingRefusals(context, doubtful) : new Set<Exchange>();
    const { rows } = evidence.snapshot;
    // The calls that ask least show best what is wrong.
    const simplest = exchanges.toSorted((one, other) => one.request.query.length - other.request.query.length);
    const told = simplest.filter((exchange) => !passing.has(exchange));
    const flaws = [...foldFlaws(told, (exchange) => flawsOf(evidence, exchange)), ...passingFlaws(evidence)];
    const unread = exchanges.filter(isLeftUnread);
    const gaps = unread.length > 0 ? gapsOf(unread) : rows.length === 0 ? [`needs one ${nounOf(operation)}`] : [];
    const held = cite(id, evidence);
    const exercised = [...exercisedByBodies(exchanges), ...exercisedByCalls({ operation, exchanges, held })];
    const observations = [...undocumentedMembers(operation, exchanges), ...otherMediaTypes(evidence, exchanges)];
    return { flaws, gaps, message: `${exchanges.length} replies`, exercised, observations };
  },
};

function isOpen({ snapshot, exchanges }: Evidence, exchange: Exchange): boolean {
  return mayBeRefused(exchange, snapshot.rows, exchanges);
}

/** What the judge did not ask for, or did not read: no breach, and no proof of anything. */
function isLeftUnread({ problem }: Exchange): boolean {
  return problem?.kind === 'too-large' || problem?.kind === 'unsendable';
}

function gapsOf(unread: readonly Exchange[]): string[] {
  return [...new Set(unread.map(({ problem }) => problem))].flatMap((problem) => {
    if (problem === undefined) return [];
    return problem.kind === 'too-large' ? [`${problem.detail}: --max-body MB reads more`] : [problem.detail];
  });
}

/** Broken connections and 5xx are asked again; above this share of the requests that is worth a word. */
const BROKEN = { share: 0.05, least: 3 } as const;

function passingFlaws({ traffic: { sent, broken, failed } }: Evidence): Flaw[] {
  const flaw = (subject: string, what: string, count: number): Flaw[] => {
    if (count < BROKEN.least || count <= BROKEN.share * sent) return [];
    const message = `${count} of ${sent} ${what}, and were asked again`;
    const expected = `at most ${BROKEN.share * 100} %`;
    const received = `${Math.round((100 * count) / sent)} %`;
    return [{ subject, clauses: [], level: 'should', message, expected, received, exchanges: [] }];
  };
  return [
    ...flaw('connections', 'connections broke', broken),
    ...flaw('passing server errors', 'calls were answered with 5xx', failed),
  ];
}

function flawsOf(evidence: Evidence, exchange: Exchange): Flaw[] {
  const { operation, exchanges: all } = evidence;
  const { status, problem, request } = exchange;
  const { replyClauses = [] } = operation.reply(200) ?? {};
  if (isLeftUnread(exchange)) return [];
  const plain = (
    subject: string,
    message: string,
    expected: string,
    received: string,
    clauses = replyClauses,
    level: Flaw['level'] = 'must',
  ): Flaw[] => [{ subject, clauses, level, message, expected, received, exchanges: [exchange] }];
  const { kind, detail = 'nothing' } = problem ?? {};
  const came = `status ${status}`;
  if (status === 0)
    return plain('no reply', 'a call is not answered', 'a complete reply', detail, answerClauses(evidence));
  if (status >= 500) {
    const causes = request.expect === 'list' ? refusalCauses(exchange, all) : [];
    const what = causes.length === 0 ? 'a call' : describeCauses(causes);
    const message = `${what} breaks the server, and keeps breaking it`;
    return plain('server error', message, 'no 5xx', came, dueClauses(evidence, exchange));
  }
  const most = `at most ${operation.list.size?.maximum ?? 'as many rows as were asked for'}`;
  if (kind === 'too-many-rows')
    return plain('rows without measure', 'a page holds so many rows that they are not read', most, detail);
  if (kind === 'too-deep')
    return plain('depth', 'a reply is deeper than any documented one', 'a documented shape', detail);
  if (kind !== undefined && (status === 200 || kind !== 'not-json'))
    return plain(kind, 'a reply is not a JSON document', 'a JSON document in UTF-8', detail);
  if (request.expect === 'list' && status !== 200) {
    return isOpen(evidence, exchange) ? [] : [refusedFlaw(id, evidence, exchange)];
  }
  if (request.expect === 'either' && status !== 200 && status < 400)
    return plain(
      'status',
      'a call is answered neither with a list nor with an error',
      'status 200',
      came,
      answerClauses(evidence),
    );
  if (!isList(exchange)) return [];
  return [...mediaTypeFlaws(evidence, operation.reply(200), exchange), ...schemaFlaws(operation, exchange)];
}

function schemaFlaws(operation: Operation, exchange: Exchange): Flaw[] {
  const violations = operation.reply(exchange.status)?.violations(exchange.body) ?? [];
  if (violations.length === 0) return [];
  const keyAt = rowKeys(operation, exchange);
  return violations.map((violation) => violationFlaw(operation, exchange, violation, keyAt(violation.pointer)));
}

/** A schema violation as a flaw, of the clauses that replies have where it has none of its own; the subject is the place with the row's index folded, so that 400 rows are one finding. */
export function violationFlaw(operation: Operation, exchange: Exchange, violation: Violation, row = ''): Flaw {
  const subject = violation.pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
  return {
    subject: `${subject}: ${violation.expected}`,
    clauses: violation.clauses.length > 0 ? violation.clauses : (operation.reply(200)?.replyClauses ?? []),
    level: violation.level,
    message: `${subject === '' ? 'the body' : subject} must be ${violation.expected}`,
    where: `${violation.pointer}${row}`,
    ...(row === '' ? {} : { row }),
    expected: violation.expected,
    received: shown(violation.received),
    exchanges: [exchange],
  };
}

/** What tells the row of a pointer, in brackets; empty outside of rows. */
function rowKeys({ list }: Operation, exchange: Exchange): (pointer: string) => string {
  const { items, key: name } = list;
  const { rows } = readPage(exchange);
  const inRow = new RegExp(`^${items}/(\\d+)`);
  return (pointer) => {
    const row = rows[Number(inRow.exec(pointer)?.[1])];
    const key = row === undefined ? undefined : memberOf(row, name);
    return typeof key === 'string' ? ` (${name} ${key})` : '';
  };
}
