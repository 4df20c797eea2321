// Every way to say no, in each vendor's own error shape.
import type { Api, KlayraiError, LayersError, Operation, Situation } from '../spec/index.ts';
import type { Reply } from './call.ts';

/** A call that is not answered with a list. */
export type Failure = {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Layers only: structured context. */
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
  if (stated === undefined) throw new Error(`${operation.id} documents no refusal for ${situation}.`);
  return {
    status: stated.status,
    code: stated.code,
    message: message ?? stated.message,
    ...(details === undefined ? {} : { details }),
  };
}

/** Failures that no page documents, in the vendor's manner. */
export const undocumented = {
  unknownPath: (api: Api): Failure => ({
    status: 404,
    code: api === 'layers' ? 'NOT_FOUND' : 'not_found',
    message: 'No such path. This mock serves the list operations that its README names.',
  }),
  wrongMethod: (api: Api): Failure => ({
    status: 405,
    code: api === 'layers' ? 'METHOD_NOT_ALLOWED' : 'method_not_allowed',
    message: 'These lists are read-only: use GET.',
    headers: { Allow: 'GET, HEAD' },
  }),
  malformed: (api: Api, status: number): Failure => ({
    status,
    code: api === 'layers' ? 'BAD_REQUEST' : 'invalid_request',
    message: 'The request is not well-formed HTTP, is too large, or came too slowly.',
  }),
  bug: (api: Api): Failure => ({
    status: 500,
    code: api === 'layers' ? 'INTERNAL' : 'api_error',
    message: 'The mock broke while answering. Please report it with the request.',
  }),
};

/** The failure as this vendor would send it. */
export function failureReply(api: Api, failure: Failure, requestId: string): Reply {
  const { status, code, message, details } = failure;
  const bodies: { layers: LayersError; klayrai: KlayraiError } = {
    layers: { error: { code, message, requestId, ...(details === undefined ? {} : { details }) } },
    klayrai: { error: { type: code, message } },
  };
  return { status, headers: { ...standardHeaders(api, requestId), ...failure.headers }, body: bodies[api] };
}

/** The headers that a vendor sends with every response. */
export function standardHeaders(api: Api, requestId: string): Record<string, string> {
  if (api === 'klayrai') return {};
  return { 'X-Request-Id': requestId, 'X-RateLimit-Endpoint-Class': 'read-light' };
}
