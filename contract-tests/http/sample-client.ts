// For tests: a client of a server whose replies are known.
import { ownContract } from '../own-contract.ts';
import { createClient } from './client.ts';
import { createKeyring, keyFor } from './credentials.ts';
import type { Request } from './exchange.ts';
import { boundsOf } from './readable.ts';

const contract = ownContract();
const operation = contract.operations.find(({ list }) => list.paging.style === 'page');
const credential = operation && keyFor(operation);
if (operation === undefined || credential === undefined) throw new Error('The contract has no list with a key.');
const keyring = createKeyring(contract, { [operation.api]: { [credential.name]: 'key' } });

/** A call of a list, with its key. */
export const request: Request = { operation, query: [], credential, tenants: {}, expect: 'list' };
/** The header that carries the key. */
export const keyHeader = operation.security.alternatives[0]?.scheme.parameter ?? '';

/** A client of a server that gives these replies one after the other, the last one for ever. */
export function clientOf(replies: readonly (() => Response)[], maxRequests = 100) {
  const [waits, announced]: [number[], number[]] = [[], []];
  const received: RequestInit[] = [];
  let count = 0;
  const client = createClient({
    baseUrl: 'http://deployment.test',
    keyring,
    fetch: async (_, init = {}) => {
      received.push(init);
      const reply = replies[Math.min(count, replies.length - 1)];
      count += 1;
      if (reply === undefined) throw new Error('There is a reply.');
      return reply();
    },
    timeout: 1000,
    maxRequests,
    rate: 0,
    clock: { now: () => 0, sleep: async (milliseconds) => void waits.push(milliseconds) },
    headers: {},
    ...boundsOf(),
    onRequest: () => undefined,
    onWait: (milliseconds) => void announced.push(milliseconds),
  });
  return { client, waits, announced, received };
}

/** A list without rows. */
export const ok = () => Response.json({ data: [] });
