// Test support: a proxy, and a server whose certificate no authority has signed; both on this machine alone.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as ask, createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Listening = { readonly url: string; readonly close: () => Promise<void> };

/** A forward proxy; `asked` has what it was asked for: `GET http://…` or `CONNECT host:port`. */
export async function startProxy(authorization?: string): Promise<Listening & { readonly asked: string[] }> {
  const asked: string[] = [];
  const isRefused = ({ headers }: IncomingMessage) =>
    authorization !== undefined && headers['proxy-authorization'] !== authorization;
  const server = createServer((request, response) => {
    asked.push(`GET ${request.url}`);
    if (isRefused(request)) return void response.writeHead(407).end();
    const onward = ask(request.url ?? '', { headers: request.headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(response);
    });
    onward.on('error', () => response.writeHead(502).end());
    onward.end();
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    asked.push(`CONNECT ${request.url}`);
    if (isRefused(request)) return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    const [host, port] = (request.url ?? '').split(':');
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  return { asked, ...(await listening(server, 'http')) };
}

/** A key and a certificate that it signs itself, as `openssl` makes them; undefined where there is no `openssl`. */
export function selfSigned(host: string): { readonly key: string; readonly cert: string } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'ads-kit-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=IP:${host}`];
  try {
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert, ...subject],
      { stdio: 'ignore' },
    );
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A server behind TLS. */
export function startTls(
  pair: { readonly key: string; readonly cert: string },
  serve: RequestListener,
): Promise<Listening> {
  return listening(createTlsServer(pair, serve), 'https');
}

async function listening(server: Server, protocol: string): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return { url: `${protocol}://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
