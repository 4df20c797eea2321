// The mock on a socket: what is documented is answered at once, everything else by an Express app.
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Answer, Call, Reply } from '../answer/call.ts';
import { jsonBody } from '../answer/json-body.ts';
import type { Mock } from '../mock.ts';

/** Whatever answers calls: a mock, or a mock behind a fault. */
export type Handler = Pick<Mock, 'handle' | 'fail'> & Partial<Pick<Mock, 'answer'>>;

/** A listening mock. */
export type MockServer = { readonly url: string; readonly close: () => Promise<void> };

/** Where a mock listens. */
type ListenOptions = {
  /** @default 0, a free port */
  readonly port?: number;
  /** @default '127.0.0.1' */
  readonly host?: string;
};

/** Listens; rejects with the system's error where it cannot. */
export async function listen(handler: Handler, options: ListenOptions = {}): Promise<MockServer> {
  const { port = 0, host = '127.0.0.1' } = options;
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    send(request, response, answerOf(handler, callOf(request)));
  };
  // Node would refuse two calls itself, with an empty body: one without Host, and one that expects what Node does not know.
  const server = createServer({ requireHostHeader: false }, serve);
  server.on('checkExpectation', serve);
  server.on('clientError', (error: ParserError, socket: Socket) => answerMalformed(handler, error, socket));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { url: urlOf(server), close: () => close(server) };
}

/** The request as the mock sees it. */
export function callOf({ method = 'GET', url, headers }: IncomingMessage): Call {
  const target = originForm(url);
  const mark = target.indexOf('?');
  const [path, query] = mark < 0 ? [target, ''] : [target.slice(0, mark), target.slice(mark + 1)];
  const cookies = headers['set-cookie'];
  const texts = cookies === undefined ? headers : { ...headers, 'set-cookie': cookies.join(', ') };
  return { method, path, query, headers: texts as Call['headers'] };
}

/** The request target as path and query: the client of a proxy names the host in it, too. */
function originForm(target = '/'): string {
  if (target.startsWith('/')) return target;
  const rest = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i, '');
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** The answer of a handler, its body not written yet. */
export function answerOf(handler: Handler, call: Call): Answer {
  if (handler.answer !== undefined) return handler.answer(call);
  try {
    return answered(handler.handle(call));
  } catch (error) {
    return answered(handler.fail(call.path, 'internal-error', undefined, error));
  }
}

function answered({ status, headers, body }: Reply): Answer {
  return { status, headers, body: jsonBody(body), findings: [] };
}

/** Writes an answer. */
function send({ method }: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void {
  const bytes = body.bytes();
  response.writeHead(status, {
    ...headers,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': bytes.length,
  });
  response.end(method === 'HEAD' ? undefined : bytes);
}

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
