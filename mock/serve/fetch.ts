// The mock without a socket: the same handler behind the Fetch API.
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Answer } from '../answer/call.ts';
import { answerOf, controllable, type Handler } from './answer-of.ts';
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

/** In how many pieces a slow body comes. */
const PIECES = 10;

/** The bytes as a stream: in pieces, or broken off. */
function inPieces(
  bytes: Uint8Array,
  { pace = 0, ending, share = 1 }: NonNullable<Answer['delivery']>,
  signal: AbortSignal,
) {
  const length = ending === 'cut' ? Math.floor(bytes.length * share) : bytes.length;
  const size = pace === 0 ? bytes.length + 1 : Math.max(1, Math.ceil(length / PIECES));
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      if (at < length) controller.enqueue(bytes.subarray(at, Math.min(length, at + size)));
      at += size;
      if (at < length) await setTimeout(pace / PIECES, undefined, { signal });
      else if (ending === 'cut') controller.error(new TypeError('terminated'));
      else controller.close();
    },
  });
}
