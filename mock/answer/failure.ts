// Every way to say no, in the error shape of the document that is asked.
import type { ContractDocument, Operation, Situation, UndocumentedSituation } from '../../spec/index.ts';
import type { Answer } from './call.ts';
import type { CallFinding } from './exchange-finding.ts';
import { jsonBody } from './json-body.ts';
import { standardHeaders } from './standard-headers.ts';

/** A call that is not answered with a list. */
export type Failure = {
  /** What the caller did wrong; undefined where nobody is to blame. */
  readonly finding?: CallFinding;
  readonly status: number;
  /** Undefined where errors of the document have no code. */
  readonly code: string | undefined;
  readonly message: string;
  /** The least body of its response, where it is a documented one. */
  readonly least?: unknown;
  /** Where that has a place for the message; null for nowhere. */
  readonly messageAt?: string | null;
  /** Structured context, where errors of the document have some. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** What the contract says of this situation; `message` replaces the documented one where more can be said. */
export function refusal(
  operation: Operation,
  situation: Situation,
  message?: string,
  details?: Readonly<Record<string, unknown>>,
): Failure {
  const stated = operation.refusals[situation];
  // The loader refuses a contract that leaves open what the mock can bring about.
  if (stated === undefined) throw new Error(`${operation.id} documents no refusal for ${situation}.`);
  const said = message ?? stated.message;
  return {
    status: stated.status,
    code: stated.code,
    message: said,
    least: stated.least,
    ...(stated.messageAt === undefined ? {} : { messageAt: stated.messageAt }),
    ...(details === undefined ? {} : { details }),
    ...(situation === 'internal-error' ? {} : { finding: findingOf(situation, said, details?.parameter) }),
  };
}

/** What the caller of a refused call did wrong. */
function findingOf(situation: Situation, message: string, parameter: unknown): CallFinding {
  if (situation !== 'invalid-parameter')
    return { kind: situation === 'rate-limited' ? 'rate-limited' : 'refused-caller', message };
  return { kind: situation, ...(typeof parameter === 'string' ? { parameter } : {}), message };
}

const UNDOCUMENTED: Readonly<Record<UndocumentedSituation, Omit<Failure, 'code'>>> = {
  'unknown-path': { status: 404, message: 'No such path. This mock serves the lists of its contract.' },
  'wrong-method': { status: 405, message: 'These lists are read-only: use GET.', headers: { Allow: 'GET, HEAD' } },
  'malformed-request': {
    status: 400,
    message: 'The request is not well-formed HTTP, is too large, or came too slowly.',
  },
  'internal-error': { status: 500, message: 'The mock broke while answering. Please report it with the request.' },
};

/** Situations without an operation that are the caller's fault. */
const FINDINGS = ['unknown-path', 'wrong-method'] as const;

/** A failure that belongs to no operation, in the manner of its document. */
export function undocumented(document: ContractDocument, situation: UndocumentedSituation, status?: number): Failure {
  const finding = FINDINGS.find((kind) => kind === situation);
  const failure = {
    ...UNDOCUMENTED[situation],
    code: document.error.undocumented[situation],
    ...(finding === undefined ? {} : { finding: { kind: finding, message: UNDOCUMENTED[situation].message } }),
  };
  return status === undefined ? failure : { ...failure, status };
}

/** The failure as an answer of this document; `operation` is the one that was asked, where there is one. */
export function failureReply(
  document: ContractDocument,
  failure: Failure,
  requestId: string,
  operation?: Operation,
): Answer {
  const { status, code, message, messageAt, details, least } = failure;
  const parts = { code, message, messageAt, requestId, ...(details === undefined ? {} : { details }) };
  const body = jsonBody(document.error.body(parts, least));
  const headers = { ...standardHeaders(document, status, requestId, operation), ...failure.headers };
  return { status, headers, body, findings: failure.finding === undefined ? [] : [failure.finding] };
}
