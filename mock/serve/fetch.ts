// The mock without a socket: the same handler behind the Fetch API.
import { setImmediate } from 'node:timers/promises';
import { answerOf, type Handler } from './server.ts';

/** A `fetch` that answers from the handler; for tests in the same process. */
export function createFetch(handler: Handler): typeof fetch {
  return async (input, init) => {
    // As on a socket, whatever else waits gets its turn between a request and its reply.
    await setImmediate();
    const request = new Request(input, init);
    const url = new URL(request.url);
    const { status, headers, body } = answerOf(handler, {
      method: request.method,
      path: url.pathname,
      query: url.search.slice(1),
      headers: Object.fromEntries(request.headers),
    });
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(body.bytes()), {
      status,
      headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    });
  };
}
