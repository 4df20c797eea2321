// A request of node:http as the mock sees it.
import type { IncomingMessage } from 'node:http';
import type { Call } from '../answer/call.ts';

/** The request as a call; `prefix` is the path under which the mock is mounted. */
export function callOf({ method = 'GET', url, headers }: IncomingMessage, prefix = ''): Call {
  const target = originForm(url);
  const mark = target.indexOf('?');
  const [path, query] = mark < 0 ? [target, ''] : [target.slice(0, mark), target.slice(mark + 1)];
  const cookies = headers['set-cookie'];
  const texts = cookies === undefined ? headers : { ...headers, 'set-cookie': cookies.join(', ') };
  const call = { method, path, query, headers: texts as Call['headers'] };
  return prefix === '' ? call : { ...call, prefix };
}

/** The request target as path and query: the client of a proxy names the host in it, too. */
export function originForm(target = '/'): string {
  if (target.startsWith('/')) return target;
  const rest = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i, '');
  return rest.startsWith('/') ? rest : `/${rest}`;
}
