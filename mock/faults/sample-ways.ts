// For tests: a mock with faults, called in the same process and over a socket.
import { loadContract, type Operation } from '../../spec/index.ts';
import { createMock } from '../mock.ts';
import type { MockOptions } from '../options.ts';
import { sampleCall } from '../sample-call.ts';
import { listen } from '../serve/server.ts';

const contract = loadContract();

export function operationOf(id: string): Operation {
  const found = contract.operations.find((operation) => operation.id === id);
  if (found === undefined) throw new Error(`There is no operation ${id}.`);
  return found;
}

/** Calls a list, that of ads where none is named. */
export type Send = (id?: string, headers?: Record<string, string>) => Promise<Response>;

/** A mock with these options, called in both ways; `atEnd` is told what closes it. */
export async function waysTo(options: MockOptions, atEnd: (close: () => Promise<void>) => void) {
  const ways: (readonly [way: string, send: Send])[] = [];
  for (const way of ['fetch', 'socket']) {
    const mock = createMock({ contract, scenario: 'one-page', ...options });
    const server = way === 'socket' ? await listen(mock) : undefined;
    if (server !== undefined) atEnd(server.close);
    ways.push([
      way,
      (id = 'listAds', more = {}) => {
        const { path, query, headers } = sampleCall(operationOf(id));
        const url = `${server?.url ?? 'http://mock'}${path}?${query}`;
        const sent = { headers: { ...(headers as Record<string, string>), ...more } };
        return server === undefined ? mock.fetch(url, sent) : fetch(url, sent);
      },
    ]);
  }
  return ways;
}
