// The mock on a socket: an Express app around the function that answers calls.
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import express, { type Express } from 'express';
import type { Call, Reply } from './call.ts';
import { failureReply, undocumented } from './failure.ts';

/** Whatever answers calls: a mock, or a mock behind a fault. */
export type Handler = { readonly handle: (call: Call) => Reply };

/** An Express app that serves the handler on every path. */
function createApp(handler: Handler): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use((request, response) => {
    const [path = '/', ...query] = request.originalUrl.split('?');
    const headers: Record<string, string | undefined> = {};
    for (const [name, value] of Object.entries(request.headers)) headers[name] = [value].flat().join(', ');
    const reply = handler.handle({ method: request.method, path, query: query.join('?'), headers });
    response.status(reply.status).set(reply.headers).json(reply.body);
  });
  return app;
}

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
  const server = createServer(createApp(handler));
  server.on('clientError', answerMalformed);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { url: urlOf(server), close: () => close(server) };
}

/** What Node's parser could not read still gets an answer in the vendor's shape. */
function answerMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const reply = failureReply('layers', undocumented.malformed('layers', status), 'req_01HXZ9G7KMMALFORMEDREQUEST');
  const body = JSON.stringify(reply.body);
  const head = [`HTTP/1.1 ${status} ${status === 431 ? 'Request Header Fields Too Large' : 'Bad Request'}`];
  for (const [name, value] of Object.entries(reply.headers)) head.push(`${name}: ${value}`);
  head.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close');
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

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
