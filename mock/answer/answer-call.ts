// The life of a request, from top to bottom: route, caller, number of calls, scope, tenant, parameters, list.
import type { ContractDocument } from '../../spec/index.ts';
import type { Session } from '../session/session.ts';
import { type Access, refuseCaller } from './authenticate.ts';
import type { Answer, Call } from './call.ts';
import type { CursorCodec } from './cursor.ts';
import { failureReply, refusal, undocumented } from './failure.ts';
import type { JsonBody } from './json-body.ts';
import { countCall } from './limit-calls.ts';
import { answerList } from './list.ts';
import { readParameters } from './parameters.ts';
import type { Route } from './route.ts';
import { standardHeaders } from './standard-headers.ts';

/** What all calls to a mock have in common. */
export type Premises = {
  readonly access: Access;
  readonly cursors: CursorCodec;
  readonly strict: boolean;
};

/** One call, and what is known of it before it is answered. */
export type Asked = {
  readonly call: Call;
  readonly route: Route | undefined;
  /** The document that answers. */
  readonly document: ContractDocument;
  readonly requestId: string;
  readonly session: Session;
};

/** The header that names query parameters which the mock did not understand. */
const IGNORED_HEADER = 'X-Mock-Ignored-Parameters';

/** Answers a call. Throws where the mock itself is broken. */
export function answerCall(premises: Premises, { call, route, document, requestId, session }: Asked): Answer {
  // A path that is no operation's.
  if (route === undefined) return failureReply(document, undocumented(document, 'unknown-path'), requestId);

  // A method that is not GET.
  const { operation, parameters } = route;
  if (call.method !== 'GET' && call.method !== 'HEAD')
    return failureReply(document, undocumented(document, 'wrong-method'), requestId);

  // A caller who may not see this list, or who called too often.
  let told = (body: JsonBody): JsonBody => body;
  const refused = refuseCaller(operation, call, parameters, premises.access, (key) => {
    const { rates: counter, tier, clock } = session.state;
    const counted = countCall(document, operation, key, { counter, tier, now: clock.now() });
    if (counted !== undefined && 'tell' in counted) told = counted.tell;
    return counted !== undefined && 'refused' in counted ? counted.refused : undefined;
  });
  if (refused !== undefined) return failureReply(document, refused, requestId, operation);

  // A list that was answered before, and whose rows are the same.
  const store = session.state.stores[operation.list.name];
  if (store === undefined) throw new Error(`There is no store of ${operation.list.name}.`);
  const url = `http://${call.headers.host ?? 'localhost'}${call.prefix ?? ''}${call.path}`;
  const headers = standardHeaders(document, 200, requestId, operation);
  const target = `${url}?${call.query}`;
  const known = session.kept.get(store, target);
  if (known !== undefined) return { ...known, headers: { ...headers, ...known.headers }, body: told(known.body) };

  // A query that cannot be understood, or, for a strict mock, that is not written as documented.
  const reading = readParameters(operation, call.query);
  if ('failure' in reading) return failureReply(document, reading.failure, requestId, operation);
  const { values, unknown, findings } = reading.arguments;
  const [finding] = findings;
  if (premises.strict && finding !== undefined) {
    const message = unknown.length > 0 ? `No such parameter: ${unknown.join(', ')}.` : finding.message;
    return failureReply(document, refusal(operation, 'invalid-parameter', message), requestId, operation);
  }

  // The list.
  const { cursors } = premises;
  const list = answerList({ operation, store, cursors, values, url, query: call.query });
  if ('failure' in list) return failureReply(document, list.failure, requestId, operation);
  const ignored = unknown.length === 0 ? {} : { [IGNORED_HEADER]: headerList(unknown) };
  const answer: Answer = { status: 200, headers: { ...list.headers, ...ignored }, body: list.body, findings };
  session.kept.put(store, target, answer);
  return { ...answer, headers: { ...headers, ...answer.headers }, body: told(answer.body) };
}

/** The names as a header can carry them, cut short where a client might refuse so long a header. */
function headerList(names: readonly string[]): string {
  const list = names.map(encodeURIComponent).join(', ');
  return list.length <= 1000 ? list : `${list.slice(0, 1000)}...`;
}
