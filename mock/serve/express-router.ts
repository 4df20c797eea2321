// The mock as a handler in somebody's own Express app.
import type { RequestHandler } from 'express';
import type { Core } from '../core.ts';
import { answerOf } from './answer-of.ts';
import { beforeAnswering, controlListener, isControl } from './control-listener.ts';
import { deliver } from './deliver.ts';
import { callOf } from './http-call.ts';

/** Answers the documented paths and the control plane; everything else goes on to the next handler. */
export function createRouterHandler(core: Core): RequestHandler {
  const driven = controlListener(core, undefined);
  return (request, response, next) => {
    const call = callOf(request, request.baseUrl);
    const answer = () => {
      if (isControl(call.path)) driven?.(request, response);
      else deliver(response, call.method, answerOf(core, call));
    };
    if (!isControl(call.path) && !core.isDocumented(call.path)) return next();
    const before = beforeAnswering(core, call);
    if (before === undefined) answer();
    else before.then(answer, next);
  };
}
