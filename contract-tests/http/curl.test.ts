// The command that repeats a call shows a key where the call showed it.
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { Operation } from '../../spec/index.ts';
import { ownContract } from '../own-contract.ts';
import { keyFor } from './credentials.ts';
import { curlOf } from './curl.ts';
import type { Exchange, Shown } from './exchange.ts';

const contract = ownContract();
const [operation] = contract.operations;
if (operation === undefined) throw new Error('The contract has no list.');
const key = keyFor(operation);
/** A list whose key stands in its header alone. */
const bare = contract.operations.find(({ security }) => security.alternatives[0]?.scheme.prefix === '');
const bareKey = bare && keyFor(bare);
if (bare === undefined || bareKey === undefined) throw new Error('No list has a key without a word before it.');
if (key === undefined) throw new Error('The list needs no key.');

function curl(credential: Shown, of = operation): string {
  const request = { operation: of, query: [], credential, tenants: {}, expect: 'list' };
  // All that the command is made of.
  return curlOf({ request, url: 'http://mock/list' } as unknown as Exchange);
}

test.each<[what: string, shown: Shown, line: string, of?: Operation]>([
  ['none', 'none', `curl 'http://mock/list'`],
  ['the key', key, `curl -H "authorization: Bearer $${key.variable}" 'http://mock/list'`],
  [
    'a changed key',
    { altered: key, alteration: 'invented' },
    `curl -H "authorization: Bearer nobody-was-given-this-key" 'http://mock/list'`,
  ],
  [
    'an empty key',
    { altered: bareKey, alteration: 'empty' },
    `curl -H "x-api-key;" -H "klayrai-version: 2026-03-01" 'http://mock/list'`,
    bare,
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
])('%s', (_, shown, line, of) => {
  expect(curl(shown, of)).toBe(line);
});

test('what a shell would take for its own stands as it is sent', () => {
  const shop = 'a"b$HOME`c\\d';
  const request = { operation: { ...operation, tenants: [{ parameter: 'X-Shop', in: 'header' }] } };
  const tenants = { 'X-Shop': shop };
  // All that the command is made of, as above.
  const line = curlOf({
    request: { ...request, query: [], credential: 'none', tenants, expect: 'list' },
    url: 'http://mock/list',
  } as unknown as Exchange);
  const [, text] = /-H ("X-Shop: .*") 'http/.exec(line) ?? [];
  expect(execFileSync('sh', ['-c', `printf %s ${text}`], { encoding: 'utf8' })).toBe(`X-Shop: ${shop}`);
});
