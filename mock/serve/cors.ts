// Lets pages of other origins call the documented paths, as the Fetch standard has it (CORS).
import type { Answer, Call } from '../answer/call.ts';
import { rawBody } from '../answer/json-body.ts';

/** How long a browser may remember that it is allowed, in seconds. */
const MAX_AGE = '600';

/** The answer to a browser that asks before it calls; undefined where the call is no such question. */
export function answerPreflight({ method, headers }: Call): Answer | undefined {
  if (method !== 'OPTIONS' || headers.origin === undefined || headers['access-control-request-method'] === undefined)
    return undefined;
  const asked = headers['access-control-request-headers'];
  return {
    status: 204,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, HEAD',
      ...(asked === undefined ? {} : { 'Access-Control-Allow-Headers': asked }),
      'Access-Control-Max-Age': MAX_AGE,
      Vary: 'Access-Control-Request-Headers',
    },
    body: rawBody(Buffer.alloc(0)),
    findings: [],
  };
}

/** The answer, which the page of another origin may read. */
export function forOrigin(answer: Answer, { headers }: Call): Answer {
  if (headers.origin === undefined) return answer;
  const allowed = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': '*' };
  return { ...answer, headers: { ...answer.headers, ...allowed } };
}
