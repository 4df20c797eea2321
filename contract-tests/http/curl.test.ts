// The command that repeats a call shows a key where the call showed it.
import { expect, test } from 'vitest';
import { ownContract } from '../own-contract.ts';
import { keyFor } from './credentials.ts';
import { curlOf } from './curl.ts';
import type { Exchange, Shown } from './exchange.ts';

const contract = ownContract();
const [operation] = contract.operations;
if (operation === undefined) throw new Error('The contract has no list.');
const key = keyFor(operation);
if (key === undefined) throw new Error('The list needs no key.');

function curl(credential: Shown): string {
  const request = { operation, query: [], credential, tenants: {}, expect: 'list' };
  // All that the command is made of.
  return curlOf({ request, url: 'http://mock/list' } as unknown as Exchange);
}

test.each<[what: string, shown: Shown, line: string]>([
  ['none', 'none', `curl 'http://mock/list'`],
  ['the key', key, `curl -H "authorization: Bearer $${key.variable}" 'http://mock/list'`],
  [
    'a changed key',
    { altered: key, alteration: 'invented' },
    `curl -H "authorization: Bearer nobody-was-given-this-key" 'http://mock/list'`,
  ],
  [
    'a cut key',
    { altered: key, alteration: 'cut by its last character' },
    `curl -H "authorization: Bearer \${${key.variable}%?}" 'http://mock/list'`,
  ],
  [
    'another scheme',
    { altered: key, alteration: 'under another scheme' },
    `curl -H "authorization: Basic $${key.variable}" 'http://mock/list'`,
  ],
  [
    'another header',
    { altered: key, alteration: 'in another header' },
    `curl -H "x-auth-token: $${key.variable}" 'http://mock/list'`,
  ],
  [
    'the query',
    { altered: key, alteration: 'in the query' },
    `curl 'http://mock/list'"?access_token=$${key.variable}"`,
  ],
])('%s', (_, shown, line) => {
  expect(curl(shown)).toBe(line);
});
