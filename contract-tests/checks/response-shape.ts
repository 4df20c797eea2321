// Every documented request is answered 200 with a JSON document that its schema describes; none breaks the server.
import { memberOf, type Violation } from '../../spec/index.ts';
import { type Check, cite } from '../check.ts';
import { type Exchange, isList } from '../exchange.ts';
import { nounOf } from '../filter-gaps.ts';
import { readPage } from '../page.ts';
import type { Scene } from '../scene.ts';
import { type Flaw, shown } from '../verdict.ts';

const id = 'response-shape';

export const responseShape: Check = {
  id,
  title: 'Replies are the JSON documents that the contract describes',
  applies: () => true,
  run: async (scene) => {
    const { rows } = await scene.universe(id);
    const exchanges = scene.client.exchanges.filter(({ request }) => request.operation === scene.operation);
    const flaws = exchanges.flatMap((exchange) => flawsOf(scene, exchange));
    const gaps = rows.length === 0 ? [`needs one ${nounOf(scene.operation)}`] : [];
    return { flaws, gaps, message: `${exchanges.length} replies` };
  },
};

function flawsOf(scene: Scene, exchange: Exchange): Flaw[] {
  const { status, problem, request } = exchange;
  const plain = (
    subject: string,
    message: string,
    expected: string,
    received: string,
    level: Flaw['level'] = 'must',
  ): Flaw[] => [{ subject, clauses: answersJson(scene), level, message, expected, received, exchanges: [exchange] }];
  if (status === 0)
    return plain('no reply', 'a call is not answered', 'a complete reply', problem?.detail ?? 'nothing');
  if (status >= 500)
    return plain('server error', 'a call breaks the server, and keeps breaking it', 'no 5xx', `status ${status}`);
  if (problem !== undefined && (status === 200 || problem.kind !== 'not-json')) {
    return plain(problem.kind, 'a reply is not a JSON document', 'a JSON document in UTF-8', problem.detail);
  }
  if (request.expect === 'list' && status !== 200) {
    return plain(
      'status',
      'a documented request is not answered with a list',
      'status 200',
      `status ${status} ${shown(exchange.body)}`,
    );
  }
  if (!isList(exchange)) return [];
  return [...mediaTypeFlaws(exchange, plain), ...schemaFlaws(scene, exchange)];
}

type Plain = (subject: string, message: string, expected: string, received: string, level?: Flaw['level']) => Flaw[];

function mediaTypeFlaws({ headers }: Exchange, plain: Plain): Flaw[] {
  const type = headers['content-type'];
  if (type === undefined)
    return plain(
      'media type',
      'a JSON document comes without a media type',
      'application/json',
      'no Content-Type',
      'should',
    );
  const essence = (type.split(';')[0] ?? '').trim().toLowerCase();
  const json = essence === 'application/json' || essence.endsWith('+json');
  return json ? [] : plain('media type', 'a JSON document comes under another media type', 'application/json', type);
}

function schemaFlaws(scene: Scene, exchange: Exchange): Flaw[] {
  const violations = scene.operation.reply(exchange.status)?.violations(exchange.body) ?? [];
  const { rows } = readPage(exchange);
  return violations.map((violation) =>
    violationFlaw(scene, exchange, violation, rowKey(scene, rows, violation.pointer)),
  );
}

/** A schema violation as a flaw; the subject is the place with the row's index folded, so that 400 rows are one finding. */
export function violationFlaw(scene: Scene, exchange: Exchange, violation: Violation, row = ''): Flaw {
  const subject = violation.pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
  return {
    subject: `${subject}: ${violation.expected}`,
    clauses: violation.clauses.length > 0 ? violation.clauses : answersJson(scene),
    level: violation.level,
    message: `${subject === '' ? 'the body' : subject} must be ${violation.expected}`,
    where: `${violation.pointer}${row}`,
    expected: violation.expected,
    received: shown(violation.received),
    exchanges: [exchange],
  };
}

function rowKey({ operation }: Scene, rows: readonly Readonly<Record<string, unknown>>[], pointer: string): string {
  const index = new RegExp(`^${operation.list.items}/(\\d+)`).exec(pointer)?.[1];
  const row = index === undefined ? undefined : rows[Number(index)];
  const key = row === undefined ? undefined : memberOf(row, operation.list.key);
  return key === undefined ? '' : ` (${operation.list.key} ${String(key)})`;
}

/** The clause that the list is answered 200 with JSON: the first that this check holds. */
function answersJson(scene: Scene): readonly string[] {
  return cite(id, scene).slice(0, 1);
}
