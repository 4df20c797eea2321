import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readRegister } from './clause.ts';
import { at, isRecord } from './pointer.ts';
import { checkWords } from './words.ts';

const read = (name: string): unknown => parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const layers = read('layers.yaml');
const register = readRegister(read('clauses.yaml'));
const ajv = new Ajv2020({ allowUnionTypes: true });

const CAMPAIGNS = '/paths/~1v1~1projects~1{projectId}~1ads~1campaigns/get';
const CAMPAIGN = '/components/schemas/Campaign/properties';
const STATUS = '/components/parameters/statusFilter';
const NOT_FOUND = '/components/responses/NotFound';

/** The document of Layers with another value at `pointer`. */
function broken(pointer: string, value: unknown): unknown {
  const document = structuredClone(layers);
  const cut = pointer.lastIndexOf('/');
  const parent = at(document, pointer.slice(0, cut));
  if (!isRecord(parent)) throw new Error(`Nothing stands at ${pointer}.`);
  parent[pointer.slice(cut + 1)] = value;
  return document;
}

type Case = [sentence: string, changed: string, value: unknown, pointer: string, advice: string];

const cases: Case[] = [
  // Words.
  [
    'an unknown x- word',
    '/info/x-colour',
    'blue',
    '/info/x-colour',
    'x-colour is no word of the vocabulary. Use one of x-error, ',
  ],
  [
    'an unknown x- word deep in a schema',
    `${CAMPAIGN}/name/x-rf`,
    {},
    `${CAMPAIGN}/name/x-rf`,
    'or define it in spec/vocabulary.ts',
  ],
  ['a word out of place', '/info/x-list', {}, '/info/x-list', 'x-list may not stand here. Its place: operation.'],
  ['a filter on a property', `${CAMPAIGN}/name/x-filter`, {}, `${CAMPAIGN}/name/x-filter`, 'Its place: parameter.'],
  [
    'a filter test that does not exist',
    `${STATUS}/x-filter/test`,
    'like',
    `${STATUS}/x-filter`,
    'must be equal to one of the allowed values',
  ],
  [
    'a filter without a field',
    `${STATUS}/x-filter`,
    { test: 'in' },
    `${STATUS}/x-filter`,
    "must have required property 'field'",
  ],
  [
    'a member that a word does not have',
    `${STATUS}/x-filter/negate`,
    true,
    `${STATUS}/x-filter`,
    'must NOT have additional properties',
  ],
  [
    'an unknown style of paging',
    `${CAMPAIGNS}/x-list/paging`,
    { style: 'offset' },
    `${CAMPAIGNS}/x-list`,
    'must match exactly one schema in oneOf',
  ],
  [
    'an unknown situation',
    `${NOT_FOUND}/x-when/gone`,
    { code: 'GONE' },
    `${NOT_FOUND}/x-when`,
    'property name must be valid',
  ],
  [
    'an empty list of clauses',
    `${CAMPAIGN}/name/x-clause`,
    [],
    `${CAMPAIGN}/name/x-clause`,
    'must NOT have fewer than 1 items',
  ],

  // Clauses.
  [
    'an x-clause that names no clause',
    `${CAMPAIGN}/name/x-clause`,
    ['CMP-999'],
    `${CAMPAIGN}/name/x-clause`,
    'CMP-999 is no clause of clauses.yaml.',
  ],
  [
    'a clause of a situation that is none',
    `${NOT_FOUND}/x-when/unknown-tenant/x-clause`,
    ['LAY-999'],
    `${NOT_FOUND}/x-when/unknown-tenant`,
    'LAY-999 is no clause',
  ],
];

describe('a document is refused for', () => {
  test.each(cases)('%s', (_sentence, changed, value, pointer, advice) => {
    const check = () => checkWords(ajv, 'layers.yaml', broken(changed, value), register);
    expect(check).toThrow(`layers.yaml#${pointer}: `);
    expect(check).toThrow(advice);
  });
});

describe('a document is accepted with', () => {
  test.each([
    ['all its words', '/info/title', 'Layers'],
    ['an x- key among the members of an example', '/components/examples/ads/value/x-ray', true],
    ['an x- member of a row', `${CAMPAIGN}/x-ray`, { type: 'string' }],
  ])('%s', (_sentence, changed, value) => {
    expect(() => checkWords(ajv, 'layers.yaml', broken(changed, value), register)).not.toThrow();
  });
});
