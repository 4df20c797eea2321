import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readRegister } from './clause.ts';
import { ContractError } from './contract-error.ts';
import { loadContracts, readContract } from './load-contract.ts';
import { at, isRecord } from './pointer.ts';

const read = (name: string): unknown => parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const layers = read('layers.yaml');
const register = readRegister(read('clauses.yaml'));

const ACCOUNTS = '/paths/~1v1~1projects~1{projectId}~1ads~1ad-accounts/get';
const CAMPAIGNS = '/paths/~1v1~1projects~1{projectId}~1ads~1campaigns/get';
const CAMPAIGN = '/components/schemas/Campaign/properties';

/** The document of Layers with another value at `pointer`; undefined takes the member away. */
function broken(pointer: string, value: unknown): unknown {
  const document = structuredClone(layers);
  const cut = pointer.lastIndexOf('/');
  const parent = at(document, pointer.slice(0, cut));
  const name = pointer.slice(cut + 1).replaceAll('~1', '/');
  if (Array.isArray(parent)) parent[Number(name)] = value;
  else if (!isRecord(parent)) throw new Error(`Nothing stands at ${pointer}.`);
  else if (value === undefined) delete parent[name];
  else parent[name] = value;
  return document;
}

type Case = [sentence: string, changed: string, value: unknown, pointer: string, advice: string];

const cases: Case[] = [
  // Meaning.
  ['an operation without clauses', `${CAMPAIGNS}/x-clause`, undefined, CAMPAIGNS, 'The operation needs x-clause'],
  ['a document that does not say where errors stand', '/x-error', undefined, '', 'The document needs x-error'],
  ['an operation that is no list', `${CAMPAIGNS}/x-list`, undefined, CAMPAIGNS, 'The operation needs x-list'],
  [
    'an operation that is no GET',
    '/paths/~1v1~1projects~1{projectId}~1ads~1campaigns',
    { post: {} },
    '/paths/~1v1~1projects~1{projectId}~1ads~1campaigns/post',
    'Only GET operations that list rows are understood.',
  ],
  [
    'a list parameter without a meaning',
    `${ACCOUNTS}/parameters/2/x-filter`,
    undefined,
    `${ACCOUNTS}/parameters/2`,
    'credentialMode has no meaning. Give it x-filter, or name it in x-list.paging.',
  ],
  [
    'a parameter of a type that cannot be read',
    `${ACCOUNTS}/parameters/3/schema`,
    { type: 'number' },
    `${ACCOUNTS}/parameters/3`,
    'The type of healthy must be one of string, integer, boolean, array.',
  ],
  [
    'a filter on a member that rows do not have',
    '/components/parameters/statusFilter/x-filter/field',
    'state',
    `${CAMPAIGNS}/parameters/3`,
    'status looks at state, and a row of campaign has no such member.',
  ],
  [
    'a key that rows do not have',
    `${CAMPAIGNS}/x-list/key`,
    'id',
    `${CAMPAIGNS}/x-list`,
    'A row of campaign has no member id.',
  ],
  [
    'a unique member that rows do not have',
    `${ACCOUNTS}/x-list/unique/0`,
    'network',
    `${ACCOUNTS}/x-list`,
    'A row of adAccount has no member network.',
  ],
  [
    'rows that the reply does not have',
    `${CAMPAIGNS}/x-list/items`,
    '/rows',
    `${CAMPAIGNS}/x-list/items`,
    'The reply has no array at /rows.',
  ],
  [
    'paging by a parameter that does not exist',
    `${CAMPAIGNS}/x-list/paging/limit`,
    'size',
    `${CAMPAIGNS}/parameters/6`,
    'limit has no meaning.',
  ],
  [
    'paging by a member that the reply does not have',
    `${CAMPAIGNS}/x-list/paging/next`,
    '/next',
    `${CAMPAIGNS}/x-list/paging/next`,
    'Paging by cursor needs /next',
  ],

  // References.
  [
    'a reference to an unknown resource',
    `${CAMPAIGN}/adAccountId/x-ref/to`,
    'wallet',
    `${CAMPAIGN}/adAccountId/x-ref`,
    'adAccountId refers to wallet, which no operation lists.',
  ],
  [
    'a reference to an unknown member',
    `${CAMPAIGN}/adAccountId/x-ref/field`,
    'id',
    `${CAMPAIGN}/adAccountId/x-ref`,
    'adAccountId names id, and a row of adAccount has no such member.',
  ],
  [
    'an agreement on an unknown member',
    `${CAMPAIGN}/adAccountId/x-ref/agree/0`,
    'planet',
    `${CAMPAIGN}/adAccountId/x-ref`,
    'adAccountId names planet',
  ],

  // Schemas.
  [
    'a schema with a type that does not exist',
    `${CAMPAIGN}/name/type`,
    'text',
    `${CAMPAIGNS}/responses/200`,
    'The schema does not compile',
  ],
  [
    'a schema with a keyword that does not exist',
    `${CAMPAIGN}/name/maxlength`,
    5,
    `${CAMPAIGNS}/responses/200`,
    'strict mode: unknown keyword: "maxlength"',
  ],
  [
    'a schema with a format that does not exist',
    `${CAMPAIGN}/createdAt`,
    { type: 'string', format: 'moment' },
    `${CAMPAIGNS}/responses/200`,
    'unknown format "moment"',
  ],
  [
    'a reference to a schema that does not exist',
    `${CAMPAIGN}/status/$ref`,
    '#/components/schemas/State',
    `${CAMPAIGNS}/responses/200`,
    "can't resolve reference",
  ],
  [
    'a header with a pattern that does not compile',
    '/components/headers/RequestId/schema',
    { type: 'string', pattern: '(' },
    `${ACCOUNTS}/responses/200`,
    'The schema does not compile',
  ],
];

function refusalOf(document: unknown): ContractError {
  try {
    readContract('layers', document, register);
  } catch (error) {
    if (error instanceof ContractError) return error;
    throw error;
  }
  throw new Error('The broken document was accepted.');
}

describe('a document is refused for', () => {
  test.each(cases)('%s', (_sentence, changed, value, pointer, advice) => {
    const refusal = refusalOf(broken(changed, value));
    expect(refusal.pointer).toBe(pointer);
    expect(refusal.message).toContain(advice);
    expect(refusal.message.startsWith(`layers.yaml#${pointer}: `)).toBe(true);
  });
});

test('the documents as they stand are accepted', () => {
  const { layers: read, klayrai } = loadContracts();
  expect(read.operations.map(({ id }) => id)).toEqual(['listAdAccounts', 'listCampaigns', 'listAdsets', 'listAds']);
  expect(klayrai.operations.map(({ id }) => id)).toEqual(['listAccounts']);
  expect([read.error, klayrai.error]).toEqual([
    { code: '/error/code', message: '/error/message' },
    { code: '/error/type', message: '/error/message' },
  ]);
});
