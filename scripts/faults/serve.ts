// A mock on a plain socket, where a fault or a variation decides how each reply is written.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Call, MockServer, Reply } from '../../mock/index.ts';
import { type Ask, askOf } from './ask.ts';
import type { Handler } from './built-in.ts';

/** One exchange on the socket. */
export type Wire = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly call: Call;
  readonly ask: Ask | undefined;
  /** What the handler answers, and its body as JSON. */
  readonly reply: Reply;
  readonly text: string;
};

/** Writes the reply, or something else. */
export type Write = (wire: Wire) => void;

/** Writes the reply as it is. */
export const plainly: Write = ({ response, reply, text }) => {
  response.writeHead(reply.status, { 'Content-Type': 'application/json; charset=utf-8', ...reply.headers });
  response.end(text);
};

/** Listens on a free port; `close` ends every connection. */
export async function serveBy(handler: Handler, write: Write): Promise<MockServer> {
  const server = createServer((request, response) => {
    const call = callOf(request);
    const reply = handler.handle(call);
    write({ request, response, call, ask: askOf(call), reply, text: JSON.stringify(reply.body) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function callOf({ method = 'GET', url = '/', headers }: IncomingMessage): Call {
  const [path = '/', ...query] = url.split('?');
  const texts = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')] as const);
  return { method, path, query: query.join('?'), headers: Object.fromEntries(texts) };
}
