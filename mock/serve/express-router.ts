// The mock as a handler in somebody's own Express app.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '../core.ts';
import { isControl } from './control-listener.ts';
import { callOf } from './http-call.ts';
import { createRequestAnswerer } from './request-answerer.ts';

/** A handler as Express and its kin take it; `baseUrl` is the path at which it is mounted. */
export type MountedHandler = (
  request: IncomingMessage & { readonly baseUrl?: string },
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/** Answers the documented paths and the control plane; everything else goes on to the next handler. */
export function createRouterHandler(core: Core): MountedHandler {
  const answer = createRequestAnswerer(core);
  return (request, response, next) => {
    const call = callOf(request, request.baseUrl);
    if (isControl(call.path) || core.isDocumented(call.path)) answer(call, request, response, next);
    else next();
  };
}
