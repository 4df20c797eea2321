// An answer as a reply whose body is there as a value, and the other way round.
import type { Answer, Reply } from './call.ts';
import { jsonBody } from './json-body.ts';

export function replyOf({ status, headers, body }: Answer): Reply {
  return { status, headers, body: body.value() };
}

export function answerOfReply({ status, headers, body }: Reply): Answer {
  return { status, headers, body: jsonBody(body), findings: [] };
}
