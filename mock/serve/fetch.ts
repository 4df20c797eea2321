// The mock without a socket: the same handler behind the Fetch API.
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Answer, Delivery } from '../answer/call.ts';
import { answerOf, controllable, type Handler } from './answer-of.ts';
import { bodyPieces } from './body-pieces.ts';
import { beforeAnswering, controlPath, isControl } from './control-listener.ts';
import { JSON_TYPE } from './deliver.ts';

/** A `fetch` that answers from the handler; for tests in the same process. */
export function createFetch(handler: Handler): typeof fetch {
  const core = controllable(handler);
  return async (input, init) => {
    // As on a socket, whatever else waits gets its turn between a request and its reply.
    await setImmediate();
    const request = new Request(input, init);
    const { pathname: path, search } = new URL(request.url);
    const { method } = request;
    const query = search.slice(1);
    const headers = Object.fromEntries(request.headers);
    const call = { method, path, query, headers };
    await beforeAnswering(core, call);
    if (core !== undefined && isControl(path)) {
      const { control } = await import('../control/control-plane.ts');
      const session = request.headers.get('X-Mock-Session') ?? undefined;
      const reply = control(core, { method, path: controlPath(path), query, session, body: await request.text() });
      const told = { 'Content-Type': JSON_TYPE, ...reply.headers };
      return new Response(reply.body === undefined ? null : JSON.stringify(reply.body), {
        status: reply.status,
        headers: told,
      });
    }
    const answer = answerOf(handler, call);
    return responseOf(answer, method, request.signal);
  };
}

/** The answer as its delivery says. */
async function responseOf(
  { status, headers, body, delivery }: Answer,
  method: string,
  signal: AbortSignal,
): Promise<Response> {
  if (delivery?.delay !== undefined) await setTimeout(delivery.delay, undefined, { signal });
  if (delivery?.ending === 'reset')
    throw new TypeError('fetch failed', { cause: new Error('The connection was reset.') });
  const bytes = new Uint8Array(body.bytes());
  const empty = method === 'HEAD' || status === 204;
  const content = delivery === undefined || empty ? (empty ? null : bytes) : inPieces(bytes, delivery, signal);
  return new Response(content, { status, headers: { 'Content-Type': JSON_TYPE, ...headers } });
}

/** The bytes as a stream: in pieces, or broken off. */
function inPieces(bytes: Uint8Array, delivery: Delivery, signal: AbortSignal) {
  const { pieces, pause } = bodyPieces(bytes, delivery);
  let next = 0;
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const piece = pieces[next++];
      if (piece !== undefined && piece.length > 0) controller.enqueue(piece);
      if (next < pieces.length) await setTimeout(pause, undefined, { signal });
      else if (delivery.ending === 'cut') controller.error(new TypeError('terminated'));
      else controller.close();
    },
  });
}
