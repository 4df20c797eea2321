// Redirects to another origin, which must never see a credential.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MockServer } from '../../../mock/index.ts';
import type { Mock } from '../built-in.ts';
import type { Fault } from '../fault.ts';
import { LISTS } from '../lists.ts';
import { plainly, serveBy, type Write } from '../serve.ts';

type RedirectedList = 'campaigns' | 'accounts';

/** Redirects to a server that must never see a credential; `close` rejects where it did. */
async function redirecting(mock: Mock, list: RedirectedList): Promise<MockServer> {
  let leaked = false;
  const other = createServer((request, response) => {
    const { authorization, 'x-api-key': key } = request.headers;
    leaked ||= authorization !== undefined || key !== undefined;
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"items":[],"data":[]}');
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const away: Write = ({ request, response }) => {
    response.writeHead(307, { Location: `http://127.0.0.1:${port}${request.url}` }).end();
  };
  const server = await serveBy(mock, (wire) => (wire.ask?.list === list ? away : plainly)(wire));
  return {
    url: server.url,
    close: async () => {
      await server.close();
      other.closeAllConnections();
      await new Promise((resolve) => other.close(resolve));
      if (leaked) throw new Error('The judge sent a credential to an origin that it was not given for.');
    },
  };
}

export const transportRedirects: readonly Fault[] = (['campaigns', 'accounts'] as const).map(
  (list): Fault => ({
    id: `redirect-away-${list}`,
    family: 'transport',
    clause: list === 'campaigns' ? 'CMP-01' : 'KLY-01',
    summary: `${list}: calls are redirected to another origin`,
    api: LISTS[list].api,
    list,
    serve: (mock) => redirecting(mock, list),
    // It is the only list of its vendor.
    ...(list === 'accounts' ? { expect: 'NO_VERDICT' as const } : {}),
  }),
);
