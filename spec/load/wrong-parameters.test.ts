import { describe, expect, test } from 'vitest';
import { CUSTOMERS, ORDERS, toldOf, type WrongCase } from './sample-document.ts';

const PARAMETER = `${ORDERS}/parameters`;

const cases: readonly WrongCase[] = [
  // Meanings.
  [
    'a list parameter without a meaning',
    [[`${PARAMETER}/7/x-unmodelled`, undefined]],
    `${PARAMETER}/7`,
    'fields has no meaning.',
  ],
  [
    'a parameter with several meanings',
    [[`${PARAMETER}/7/x-filter`, { field: 'number', test: 'equals' }]],
    `${PARAMETER}/7`,
    'fields has several meanings.',
  ],
  [
    'a page size that is a filter too',
    [['/components/parameters/limit/x-filter', { field: 'price', test: 'at-least' }]],
    `${PARAMETER}/9`,
    'limit has several meanings.',
  ],
  [
    'a required parameter that is unmodelled and has no example',
    [[`${PARAMETER}/7/required`, true]],
    `${PARAMETER}/7`,
    'needs an example',
  ],

  // Shapes.
  ['a parameter without a name', [[`${PARAMETER}/1/name`, undefined]], `${PARAMETER}/1`, 'This parameter needs name.'],
  ['a parameter without a place', [[`${PARAMETER}/1/in`, undefined]], `${PARAMETER}/1`, 'This parameter needs in.'],
  ['a parameter with a misspelt place', [[`${PARAMETER}/1/in`, 'qeury']], `${PARAMETER}/1/in`, 'Did you mean query?'],
  [
    'a parameter that stands twice',
    [[`${PARAMETER}/-`, { name: 'limit', in: 'query', schema: { type: 'integer', default: 3 } }]],
    `${PARAMETER}/10`,
    'Leave one of them out.',
  ],
  [
    'a parameter without a schema',
    [[`${PARAMETER}/1/schema`, undefined]],
    `${PARAMETER}/1`,
    'needs a schema with a type',
  ],
  [
    'a parameter of a type that cannot be read',
    [[`${PARAMETER}/7/schema`, { type: 'null' }]],
    `${PARAMETER}/7`,
    'must be one of string, integer',
  ],
  [
    'a parameter of several forms',
    [[`${PARAMETER}/2/schema`, { anyOf: [{ type: 'object' }, { type: 'integer' }] }]],
    `${PARAMETER}/2`,
    'from has several forms. Keep the one',
  ],
  ['an array in the style of objects', [[`${PARAMETER}/4/style`, 'deepObject']], `${PARAMETER}/4`, 'Name it tag[]'],
  [
    'an allowed value of another type',
    [[`${PARAMETER}/6/schema/enum/1`, true]],
    `${PARAMETER}/6/schema`,
    'sort can never be true',
  ],
  [
    'a default that the schema does not allow',
    [[`${PARAMETER}/6/schema/default`, 'oldest']],
    `${PARAMETER}/6/schema/default`,
    'Give a default that it allows.',
  ],
  [
    'a keyword with a slip in the schema of a parameter',
    [
      ['/components/parameters/limit/schema/maximun', 5],
      ['/components/parameters/limit/schema/maximum', undefined],
    ],
    '/components/parameters/limit/schema/maximun',
    'Did you mean maximum?',
  ],
  [
    'an object in one text',
    [
      [`${PARAMETER}/7/schema`, { type: 'object', properties: {} }],
      [`${PARAMETER}/7/explode`, false],
    ],
    `${PARAMETER}/7`,
    'Use style: deepObject',
  ],
  [
    'an array in an unknown style',
    [
      [`${PARAMETER}/4/explode`, false],
      [`${PARAMETER}/4/style`, 'tabs'],
    ],
    `${PARAMETER}/4`,
    'spaceDelimited or pipeDelimited',
  ],

  // Sorting.
  [
    'an order by a value that the parameter does not have',
    [[`${PARAMETER}/6/x-sort/orders/oldest`, ['placedAt']]],
    `${PARAMETER}/6/x-sort`,
    'sort can never be oldest.',
  ],
  [
    'a value that no order is given for',
    [[`${PARAMETER}/6/x-sort/orders/price`, undefined]],
    `${PARAMETER}/6/x-sort`,
    'does not say what sort=price does',
  ],
  [
    'an order by a member that rows do not have',
    [[`${PARAMETER}/6/x-sort/orders/price`, ['prize']]],
    `${PARAMETER}`,
    'Did you mean price?',
  ],
  [
    'two parameters that choose the order',
    [
      [`${PARAMETER}/7/x-sort`, { orders: { a: ['id'] } }],
      [`${PARAMETER}/7/x-unmodelled`, undefined],
    ],
    `${PARAMETER}/7`,
    'already has x-sort with orders',
  ],
  [
    'a direction that there is not',
    [[`${PARAMETER}/6/x-sort`, { directions: { newest: 'ascnding' } }]],
    `${PARAMETER}/6/x-sort/directions/newest`,
    'Did you mean ascending?',
  ],

  // Tenants and paths.
  ['a tenant without credential', [[`${PARAMETER}/0/x-tenant`, {}]], `${PARAMETER}/0/x-tenant`, 'needs own'],
  ['a tenant of text', [[`${PARAMETER}/0/x-tenant/own`, 'shopId']], `${PARAMETER}/0/x-tenant/own`, 'must be object'],
  ['a path without its parameter', [[`${PARAMETER}/0`, undefined]], `${PARAMETER}`, 'no path parameter of that name'],
  [
    'a parameter that is not in the path',
    [
      [
        `${CUSTOMERS}/parameters/-`,
        { name: 'page', in: 'path', required: true, example: '1', schema: { type: 'string' } },
      ],
    ],
    `${CUSTOMERS}/parameters`,
    'The path has no {page}',
  ],
  [
    'a path parameter that nobody chooses',
    [[`${PARAMETER}/0/x-tenant`, undefined]],
    `${PARAMETER}`,
    'shopId needs x-tenant',
  ],
  ['a rule of a row in a parameter', [[`${PARAMETER}/0/x-rule`, []]], `${PARAMETER}/0/x-rule`, `Its place: schema.`],
];

describe('a document is refused for', () => {
  test.each(cases)('%s', (_sentence, changes, pointer, advice) => {
    expect(toldOf(changes).find((line) => line.startsWith(`#${pointer}: `))).toContain(advice);
  });
});
