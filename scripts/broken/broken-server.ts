// The mock behind a server that breaks every reply, or one in five.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Mock, MockServer } from '../../mock/index.ts';
import { type Kind, plainly } from './kind.ts';

/** How many replies are broken: each, or one in five. */
export type Share = 'each' | 'one in five';

/** Listens on a free port of this machine; `close` ends every connection. */
export async function serveBroken(mock: Mock, kind: Kind, share: Share): Promise<MockServer> {
  let count = 0;
  const server = createServer((request, response) => {
    const [path = '', query = ''] = (request.url ?? '').split('?');
    const given = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const);
    const { status, headers, body } = mock.handle({ method: 'GET', path, query, headers: Object.fromEntries(given) });
    const { socket } = request;
    // Whoever asked may have gone.
    for (const stream of [socket, response]) if (stream.listenerCount('error') < 2) stream.on('error', () => undefined);
    count += 1;
    const write = share === 'each' || count % 5 === 0 ? kind.write : plainly;
    write({ request, response, socket, status, headers, body, text: JSON.stringify(body) });
  });
  server.on('clientError', (_, socket) => void socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${kind.protocol ?? 'http'}://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
