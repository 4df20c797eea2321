// One connection to the mock that is kept open, and what came over it.
import { Agent, type RequestOptions, request } from 'node:http';

/** A reply, or how the connection broke. */
export type Got = { readonly status: number; readonly body: string } | { readonly broken: string };

type Asked = {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
};

export type Connection = { readonly ask: (asked: Asked) => Promise<Got>; readonly close: () => void };

/** A connection to the server at this URL; it is opened again where it broke. */
export function connect(url: string, headers: Readonly<Record<string, string>>): Connection {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { hostname, port } = new URL(url);
  return {
    ask: ({ method = 'GET', path, headers: own = {}, body }) => {
      const json = body === undefined ? {} : { 'content-type': 'application/json' };
      const options = { agent, hostname, port, method, path, headers: { ...headers, ...json, ...own } };
      return exchange(options, body === undefined ? undefined : JSON.stringify(body));
    },
    close: () => agent.destroy(),
  };
}

function exchange(options: RequestOptions, sent: string | undefined): Promise<Got> {
  return new Promise((resolve) => {
    const broken = (error: Error) => resolve({ broken: error.message });
    const asked = request(options, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        body += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      response.on('error', broken);
    });
    asked.on('error', broken);
    asked.end(sent);
  });
}
