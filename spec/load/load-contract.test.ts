import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { at, isRecord } from '../schema/pointer.ts';
import type { Contract } from './contract.ts';
import { ContractError } from './contract-error.ts';
import { readContract } from './load-contract.ts';
import { parseText, readOwnFile } from './read-file.ts';

const layers = parseText(readFileSync(new URL('../layers.yaml', import.meta.url), 'utf8'), 'layers.yaml');

const ACCOUNTS = '/paths/~1v1~1projects~1{projectId}~1ads~1ad-accounts/get';
const CAMPAIGNS = '/paths/~1v1~1projects~1{projectId}~1ads~1campaigns/get';
const CAMPAIGN = '/components/schemas/Campaign/properties';

/** The document of Layers with another value at `pointer`; undefined takes the member away. */
function broken(pointer: string, value: unknown): unknown {
  const document = structuredClone(layers.value);
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
  ['errors that stand where none is', '/x-error/code', '/error/kind', '/x-error/code', 'has no member at /error/kind.'],
  [
    'a list that is no GET',
    CAMPAIGNS.replace(/get$/, 'post'),
    { 'x-list': { resource: 'other', items: '', key: 'id', paging: { style: 'none' } } },
    CAMPAIGNS.replace(/get$/, 'post/x-list'),
    'x-list stands on POST. Only a GET lists rows.',
  ],
  [
    'a list that others refer to, and that is none',
    `${CAMPAIGNS}/x-list`,
    undefined,
    '/components/schemas/Adset/properties/campaignId/x-ref',
    'campaignId refers to campaign, which no operation lists.',
  ],
  [
    'a list parameter without a meaning',
    `${ACCOUNTS}/parameters/2/x-filter`,
    undefined,
    `${ACCOUNTS}/parameters/2`,
    'credentialMode has no meaning. Give it x-filter or x-sort, name it in x-list.paging, or say',
  ],
  [
    'a parameter of a type that cannot be read',
    `${ACCOUNTS}/parameters/3/schema`,
    { type: 'file' },
    `${ACCOUNTS}/parameters/3/schema/type`,
    'type must be one of string, number, integer, boolean, array, object, null, or a list of them; not "file".',
  ],
  [
    'a filter on a member that rows do not have',
    '/components/parameters/statusFilter/x-filter/field',
    'state',
    `${CAMPAIGNS}/parameters/3/x-filter/field`,
    'status looks at state. A row of campaign has no member state.',
  ],
  [
    'a key that rows do not have',
    `${CAMPAIGNS}/x-list/key`,
    'id',
    `${CAMPAIGNS}/x-list/key`,
    'A row of campaign has no member id.',
  ],
  [
    'a unique member that rows do not have',
    `${ACCOUNTS}/x-list/unique/0`,
    'network',
    `${ACCOUNTS}/x-list/unique/0`,
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
    'adAccountId names a member that is not there. A row of adAccount has no member id.',
  ],
  [
    'an agreement on an unknown member',
    `${CAMPAIGN}/adAccountId/x-ref/agree/0`,
    'planet',
    `${CAMPAIGN}/adAccountId/x-ref`,
    'A row of adAccount has no member planet.',
  ],

  // Schemas.
  [
    'a schema with a type that does not exist',
    `${CAMPAIGN}/name/type`,
    'text',
    `${CAMPAIGN}/name/type`,
    'type must be one of string, number',
  ],
  [
    'a schema with a keyword that does not exist',
    `${CAMPAIGN}/name/maxlength`,
    5,
    `${CAMPAIGN}/name/maxlength`,
    'A schema has no member maxlength. Did you mean maxLength?',
  ],
  [
    'a reference to a schema that does not exist',
    `${CAMPAIGN}/status/$ref`,
    '#/components/schemas/State',
    `${CAMPAIGN}/status/$ref`,
    '#/components/schemas/State names nothing in the document.',
  ],
  [
    'a header with a pattern that does not compile',
    '/components/headers/RequestId/schema',
    { type: 'string', pattern: '(' },
    '/components/headers/RequestId/schema/pattern',
    'pattern must be a regular expression that compiles; not "(".',
  ],
];

const read = (value: unknown): Contract => readContract([{ ...layers, value }], (_beside, name) => readOwnFile(name));

function refusalOf(document: unknown): ContractError {
  try {
    read(document);
  } catch (error) {
    if (error instanceof ContractError) return error;
    throw error;
  }
  throw new Error('The broken document was accepted.');
}

describe('a document is refused for', () => {
  test.each(cases)('%s', (_sentence, changed, value, pointer, advice) => {
    const refusal = refusalOf(broken(changed, value));
    const blamed = refusal.mistakes.find((mistake) => mistake.pointer === pointer);
    expect(refusal.mistakes.map((mistake) => mistake.pointer)).toContain(pointer);
    expect(blamed?.advice).toContain(advice);
    expect(refusal.message).toContain(`layers.yaml:${layers.lineOf(pointer)} #${pointer}: `);
  });

  test('everything that is wrong, each on the line where it stands', () => {
    const document = structuredClone(layers.value);
    for (const [pointer, name, value] of [
      [`${CAMPAIGNS}/x-list`, 'key', 'id'],
      ['/components/parameters/statusFilter/x-filter', 'test', 'like'],
      [`${ACCOUNTS}/x-list`, 'unique', ['network']],
    ] as const)
      Object.assign(at(document, pointer) as object, { [name]: value });
    const lines = refusalOf(document).message.split('\n');
    const places = [`${ACCOUNTS}/x-list/unique/0`, '/components/parameters/statusFilter/x-filter/test'];
    expect(lines.map((line) => line.split(': ', 1)[0])).toEqual(
      places.map((place) => `layers.yaml:${layers.lineOf(place)} #${place}`),
    );
  });
});
