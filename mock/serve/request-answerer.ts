// Answers requests of node:http, whoever listens: the control plane's, and all others.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Call } from '../answer/call.ts';
import { answerOf, controllable, type Handler } from './answer-of.ts';
import { beforeAnswering, controlListener, isControl } from './control-listener.ts';
import { deliver } from './deliver.ts';

/** Answers one request; `broken` is told where what it must wait for cannot be loaded. */
export type RequestAnswerer = (
  call: Call,
  request: IncomingMessage,
  response: ServerResponse,
  broken?: (error: unknown) => void,
) => void;

/** An answerer whose control plane asks for this token; for none where only this machine reaches it. */
export function createRequestAnswerer(handler: Handler, token?: string): RequestAnswerer {
  const core = controllable(handler);
  const driven = controlListener(core, token);
  return (call, request, response, broken) => {
    const answer = () => {
      if (driven !== undefined && isControl(call.path)) driven(request, response);
      else deliver(response, call.method, answerOf(handler, call));
    };
    const before = beforeAnswering(core, call);
    if (before === undefined) answer();
    else before.then(answer, broken);
  };
}
