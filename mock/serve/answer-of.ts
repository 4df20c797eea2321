// What a handler answers to a call, whatever kind of handler it is.
import type { Answer, Call } from '../answer/call.ts';
import { answerOfReply } from '../answer/reply.ts';
import type { Core } from '../core.ts';
import { answerPreflight, forOrigin } from './cors.ts';

/** Whatever answers calls: a mock, or a mock behind a fault. */
export type Handler = Pick<Core, 'handle' | 'fail'> &
  Partial<Pick<Core, 'answer' | 'options' | 'sessions' | 'contract' | 'credentials'>>;

/** The answer of a handler, its body not written yet. */
export function answerOf(handler: Handler, call: Call): Answer {
  if (handler.options?.cors === false || call.headers.origin === undefined) return plainAnswer(handler, call);
  return answerPreflight(call) ?? forOrigin(plainAnswer(handler, call), call);
}

function plainAnswer(handler: Handler, call: Call): Answer {
  if (handler.answer !== undefined) return handler.answer(call);
  try {
    return answerOfReply(handler.handle(call));
  } catch (error) {
    return answerOfReply(handler.fail(call.path, 'internal-error', undefined, error));
  }
}

/** The mock behind the handler, where it is one that can be controlled. */
export function controllable(handler: Handler): Core | undefined {
  return handler.sessions === undefined ? undefined : (handler as Core);
}
