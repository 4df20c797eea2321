import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { ContractError } from '../load/contract-error.ts';
import { createMistakes } from '../load/mistakes.ts';
import { readOwnFile } from '../load/read-file.ts';
import { readRegister } from '../load/read-register.ts';
import { at, isRecord } from '../schema/pointer.ts';
import { vocabulary } from './vocabulary.ts';
import { pagingStyles } from './word-values.ts';
import { checkWords } from './words.ts';

const layers = readOwnFile('layers.yaml').value;
const clauses = readRegister(readOwnFile('clauses.yaml'));

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
    'a word that is nearly one of ours',
    '/info/x-lists',
    {},
    '/info/x-lists',
    'x-lists is no word of the vocabulary. Did you mean x-list?',
  ],
  [
    'a word that is nearly one of ours, deep in a schema',
    `${CAMPAIGN}/name/x-rf`,
    {},
    `${CAMPAIGN}/name/x-rf`,
    'Did you mean x-ref?',
  ],
  ['a word out of place', '/info/x-list', {}, '/info/x-list', 'x-list may not stand here. Its place: operation.'],
  ['a filter on a response', `${NOT_FOUND}/x-filter`, {}, `${NOT_FOUND}/x-filter`, 'Its place: parameter or property.'],
  [
    'a filter test that does not exist',
    `${STATUS}/x-filter/test`,
    'like',
    `${STATUS}/x-filter/test`,
    'x-filter.test must be one of equals, in, ',
  ],
  ['a filter without a field', `${STATUS}/x-filter`, { test: 'in' }, `${STATUS}/x-filter`, 'x-filter needs field.'],
  [
    'a member that a word does not have',
    `${STATUS}/x-filter/negate`,
    true,
    `${STATUS}/x-filter`,
    'x-filter has no member negate. It may have field, test, ',
  ],
  [
    'an unknown style of paging',
    `${CAMPAIGNS}/x-list/paging`,
    { style: 'seek' },
    `${CAMPAIGNS}/x-list/paging/style`,
    'x-list.paging.style must be one of none, cursor, page, offset, key; not "seek".',
  ],
  [
    'paging without what its style needs',
    `${CAMPAIGNS}/x-list/paging`,
    { style: 'offset' },
    `${CAMPAIGNS}/x-list/paging`,
    'paging by offset needs offset.',
  ],
  [
    'paging with what belongs to another style',
    `${CAMPAIGNS}/x-list/paging/page`,
    'page',
    `${CAMPAIGNS}/x-list/paging`,
    'paging by cursor has no member page.',
  ],
  [
    'a member that is nearly one of a word',
    `${STATUS}/x-filter/fields`,
    'status',
    `${STATUS}/x-filter`,
    'x-filter has no member fields. Did you mean field?',
  ],
  ['an unknown situation', `${NOT_FOUND}/x-when/gone`, { code: 'GONE' }, `${NOT_FOUND}/x-when`, 'x-when '],
  [
    'an empty list of clauses',
    `${CAMPAIGN}/name/x-clause`,
    [],
    `${CAMPAIGN}/name/x-clause`,
    'x-clause must NOT have fewer than 1 items.',
  ],

  // Clauses.
  [
    'an x-clause that names no clause',
    `${CAMPAIGN}/name/x-clause`,
    ['CMP-999'],
    `${CAMPAIGN}/name/x-clause`,
    'CMP-999 is no clause of the register.',
  ],
  [
    'a clause of a situation that is none',
    `${NOT_FOUND}/x-when/unknown-tenant/x-clause`,
    ['LAY-999'],
    `${NOT_FOUND}/x-when/unknown-tenant`,
    'LAY-999 is no clause',
  ],
];

/** What is wrong with the words of a document, in the order in which it was found; and the words of others. */
function check(document: unknown, known: { readonly register?: typeof clauses } = { register: clauses }) {
  const mistakes = createMistakes('layers.yaml');
  const foreign = checkWords(document, { clauses: known.register, mistakes });
  try {
    mistakes.settle();
    return { foreign, found: [] };
  } catch (error) {
    if (error instanceof ContractError) return { foreign, found: error.mistakes };
    throw error;
  }
}

describe('a document is refused for', () => {
  test.each(cases)('%s', (_sentence, changed, value, pointer, advice) => {
    const { found } = check(broken(changed, value));
    expect(found.map((mistake) => [mistake.pointer, mistake.advice])).toEqual([
      [pointer, expect.stringContaining(advice)],
    ]);
  });

  test('every word that is wrong at once', () => {
    const document = structuredClone(layers);
    const status = at(document, STATUS) as Record<string, unknown>;
    status['x-filtre'] = {};
    status['x-filter'] = { field: 'status', test: 'like' };
    status['x-clause'] = ['LAY-999'];
    expect(check(document).found.map(({ pointer }) => pointer)).toEqual([
      `${STATUS}/x-filter/test`,
      `${STATUS}/x-clause`,
      `${STATUS}/x-filtre`,
    ]);
  });

  test('a clause where it names no register', () => {
    const { found } = check({ info: {}, 'x-clause': ['LAY-01'] }, {});
    expect(found.map(({ advice }) => advice)).toEqual([
      'LAY-01 is a clause, and the document names no register. Give x-api a register, or leave the clause out.',
    ]);
  });
});

describe('a document is accepted with', () => {
  test.each([
    ['all its words', '/info/title', 'Layers', []],
    ['an x- key among the members of an example', '/components/examples/ads/value/x-ray', true, []],
    ['an x- member of a row', `${CAMPAIGN}/x-ray`, { type: 'string' }, []],
    ['a header whose name begins with x-', '/components/headers/x-list', { schema: { type: 'string' } }, []],
    ['a word of others, which is left out', '/info/x-logo', { url: 'a.png' }, ['x-logo']],
    ['a word of others deep in a schema', `${CAMPAIGN}/name/x-go-name`, 'N', ['x-go-name']],
    ['a word of others that holds words', '/info/x-amazon-apigateway', { 'x-list': 1 }, ['x-amazon-apigateway']],
  ])('%s', (_sentence, changed, value, foreign) => {
    expect(check(broken(changed, value))).toEqual({ foreign, found: [] });
  });
});

test('no word of the vocabulary is so like another that a slip of the pen makes it that one', () => {
  const { foreign, found } = check(Object.fromEntries(Object.keys(vocabulary).map((word) => [`${word}x`, {}])));
  expect(foreign).toEqual([]);
  expect(found.map(({ advice }) => advice.replace(/.*Did you mean (.+)\?$/, '$1'))).toEqual(Object.keys(vocabulary));
});

test('the value of every word is described by a schema that JSON Schema allows', () => {
  const schemas = [...Object.values(vocabulary).map(({ value }) => value), ...Object.values(pagingStyles)];
  expect(schemas.filter((schema) => new Ajv2020().validateSchema(schema) !== true)).toEqual([]);
});
