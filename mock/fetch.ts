// The mock without a socket: the same handler behind the Fetch API.
import { setImmediate } from 'node:timers/promises';
import type { Handler } from './server.ts';

/** A `fetch` that answers from the handler; for tests in the same process. */
export function createFetch(handler: Handler): typeof fetch {
  return async (input, init) => {
    // As on a socket, whatever else waits gets its turn between a request and its reply.
    await setImmediate();
    const request = new Request(input, init);
    const url = new URL(request.url);
    const reply = handler.handle({
      method: request.method,
      path: url.pathname,
      query: url.search.slice(1),
      headers: Object.fromEntries(request.headers),
    });
    const headers = { 'Content-Type': 'application/json; charset=utf-8', ...reply.headers };
    return new Response(request.method === 'HEAD' ? null : JSON.stringify(reply.body), {
      status: reply.status,
      headers,
    });
  };
}
