// The mock on a socket: what is documented is answered at once, everything else by an Express app.
import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { isLoopback } from '../control/guard.ts';
import type { Handler } from './answer-of.ts';
import { callOf } from './http-call.ts';
import { createRequestAnswerer } from './request-answerer.ts';

/** A listening mock. */
export type MockServer = {
  readonly url: string;
  /** What drives the mock from other machines; undefined where only this one reaches it. */
  readonly token?: string;
  readonly close: () => Promise<void>;
};

/** Where a mock listens. */
export type ListenOptions = {
  /** @default 0, a free port */
  readonly port?: number;
  /** @default '127.0.0.1' */
  readonly host?: string;
};

/** Listens; rejects with the system's error where it cannot. */
export async function listen(handler: Handler, options: ListenOptions = {}): Promise<MockServer> {
  const { port = 0, host = '127.0.0.1' } = options;
  const token = isLoopback(host) ? undefined : randomBytes(TOKEN_BYTES).toString('hex');
  const answer = createRequestAnswerer(handler, token);
  const serve: RequestListener = (request, response) => answer(callOf(request), request, response);
  // Node would refuse two calls itself, with an empty body: one without Host, and one that expects what Node does not know.
  const server = createServer({ requireHostHeader: false }, serve);
  server.on('checkExpectation', serve);
  server.on('clientError', (error: ParserError, socket: Socket) => answerMalformed(handler, error, socket));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { url: urlOf(server), ...(token === undefined ? {} : { token }), close: () => close(server) };
}

const TOKEN_BYTES = 16;

/** What Node says of a request that it could not read; the packet holds the request line. */
type ParserError = NodeJS.ErrnoException & { readonly rawPacket?: Buffer };

/** What Node's parser could not read still gets an answer in the vendor's shape. */
function answerMalformed(handler: Handler, error: ParserError, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const [, path = ''] = (error.rawPacket ?? '').toString().split(' ', 2);
  const status = STATUSES[error.code ?? ''] ?? 400;
  const reply = handler.fail(path, 'malformed-request', status);
  const body = JSON.stringify(reply.body);
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`];
  for (const [name, value] of Object.entries(reply.headers)) head.push(`${name}: ${value}`);
  head.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close');
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Statuses of what Node's parser refuses for another reason than its form. */
const STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

function urlOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
