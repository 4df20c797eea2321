import { describe, expect, test } from 'vitest';
import { CUSTOMERS, ORDER, ORDERS, toldOf, type WrongCase } from './sample-document.ts';

const cases: readonly WrongCase[] = [
  // References.
  [
    'a reference to no parameter',
    [[`${ORDERS}/parameters/9/$ref`, '#/components/parameters/limits']],
    `${ORDERS}/parameters/9/$ref`,
    'Did you mean limit?',
  ],
  [
    'a reference to no schema',
    [[`${ORDER}/properties/state/$ref`, '#/components/schemas/Stat']],
    `${ORDER}/properties/state/$ref`,
    'Did you mean State?',
  ],
  [
    'a reference to no response',
    [[`${ORDERS}/responses/400/$ref`, '#/components/responses/Wrong']],
    `${ORDERS}/responses/400/$ref`,
    'names nothing in the document',
  ],
  [
    'a reference to no example',
    [[`${CUSTOMERS}/responses/200/content/application~1json/examples`, { two: { $ref: '#/components/examples/two' } }]],
    `${CUSTOMERS}/responses/200/content/application~1json/examples/two/$ref`,
    'names nothing in the document',
  ],
  [
    'a reference that leads round',
    [['/components/schemas/State', { $ref: '#/components/schemas/State' }]],
    '/components/schemas/State/$ref',
    'leads round in a circle',
  ],
  [
    'a reference out of the document',
    [[`${ORDER}/properties/state/$ref`, 'common.yaml#/State']],
    `${ORDER}/properties/state/$ref`,
    'redocly bundle',
  ],
  [
    'a reference by an anchor',
    [[`${ORDER}/properties/state/$ref`, '#State']],
    `${ORDER}/properties/state/$ref`,
    'is no JSON Pointer',
  ],
  [
    'a reference that cannot be decoded',
    [[`${ORDER}/properties/state/$ref`, '#/%']],
    `${ORDER}/properties/state/$ref`,
    'names nothing',
  ],
  [
    'a reference that is a number',
    [[`${ORDERS}/responses/400/$ref`, 7]],
    `${ORDERS}/responses/400/$ref`,
    'must be a text',
  ],

  // Other versions.
  ['a document of OpenAPI 3.0', [['/openapi', '3.0.3']], '/openapi', 'Convert an older one first'],
  ['a version that is a number', [['/openapi', 3.1]], '/openapi', 'must be a text, in quotes'],
  ['a document of OpenAPI 2.0', [['', { swagger: '2.0', paths: {} }]], '', 'no OpenAPI 3.1 document'],
  ['a list for a document', [['', []]], '', 'no OpenAPI 3.1 document'],
  ['nothing for a document', [['', null]], '', 'no OpenAPI 3.1 document'],

  // The wrong kind of value.
  ['paths that are a list', [['/paths', []]], '/paths', 'must be a mapping'],
  ['paths that are null', [['/paths', null]], '/paths', 'must be a mapping'],
  ['a path that is null', [['/paths/~1customers', null]], '/paths/~1customers', 'must be a mapping'],
  ['an operation that is a text', [[CUSTOMERS, 'list']], CUSTOMERS, 'must be a mapping'],
  [
    'an operation under a misspelt method',
    [['/paths/~1customers', { gett: {} }]],
    '/paths/~1customers/gett',
    'Did you mean get?',
  ],
  [
    'a misspelt member of an operation',
    [
      [`${CUSTOMERS}/paramters`, []],
      [`${CUSTOMERS}/parameters`, undefined],
    ],
    `${CUSTOMERS}/paramters`,
    'Did you mean parameters?',
  ],
  ['parameters that are a mapping', [[`${CUSTOMERS}/parameters`, {}]], `${CUSTOMERS}/parameters`, 'must be a list'],
  [
    'a parameter that is a text',
    [[`${CUSTOMERS}/parameters/0`, 'name']],
    `${CUSTOMERS}/parameters/0`,
    'must be a mapping',
  ],
  [
    'parameters of a path that are a text',
    [['/paths/~1customers/parameters', 'name']],
    '/paths/~1customers/parameters',
    'must be a list',
  ],
  [
    'a parameter of a path without a schema',
    [['/paths/~1customers/parameters', [{ name: 'a', in: 'query' }]]],
    '/paths/~1customers/parameters/0',
    'needs a schema',
  ],
  ['responses that are null', [[`${CUSTOMERS}/responses`, null]], `${CUSTOMERS}/responses`, 'must be a mapping'],
  [
    'a response that is a list',
    [[`${CUSTOMERS}/responses/200`, []]],
    `${CUSTOMERS}/responses/200`,
    'must be a mapping',
  ],
  [
    'a header that is null',
    [[`${CUSTOMERS}/responses/200/headers`, { 'X-Id': null }]],
    `${CUSTOMERS}/responses/200/headers/X-Id`,
    'must be a mapping',
  ],
  [
    'a schema that is a number',
    [[`${CUSTOMERS}/responses/200/content/application~1json/schema`, 7]],
    `${CUSTOMERS}/responses/200/content/application~1json/schema`,
    'must be a schema',
  ],
  ['a schema that is null', [['/components/schemas/State', null]], '/components/schemas/State', 'must be a schema'],
  ['properties that are a list', [[`${ORDER}/properties`, []]], `${ORDER}/properties`, 'must be a mapping'],
  ['a property that is a text', [[`${ORDER}/properties/id`, 'string']], `${ORDER}/properties/id`, 'must be a schema'],
  [
    'an enum that is a number',
    [['/components/schemas/State/enum', 5]],
    '/components/schemas/State/enum',
    'must be a list',
  ],
  ['required that is true', [[`${ORDER}/required`, true]], `${ORDER}/required`, 'must be a list'],
  ['components that are a list', [['/components/schemas', []]], '/components/schemas', 'must be a mapping'],
  ['servers that are a text', [['/servers', 'https://shop.example']], '/servers', 'must be a list'],
  ['a server without a URL', [['/servers/0', {}]], '/servers/0', 'needs url'],
  ['a server that is no URL', [['/servers/0/url', 'http://[']], '/servers/0/url', 'is no URL'],
  ['a vendor that is a text', [['/x-api', 'shop']], '/x-api', 'must be object'],
  ['a vendor whose name is no word', [['/x-api/name', 'My Shop']], '/x-api/name', 'must match pattern'],
];

describe('a document is refused for', () => {
  test.each(cases)('%s', (_sentence, changes, pointer, advice) => {
    expect(toldOf(changes).find((line) => line.startsWith(`#${pointer}: `))).toContain(advice);
  });
});

test('all mistakes of a document are told at once', () => {
  const told = toldOf([
    ['/x-error/code', 7],
    [`${ORDERS}/x-list/key`, 'ids'],
    [`${CUSTOMERS}/parameters/0/x-filter/field`, 'nam'],
    ['/components/securitySchemes/bearer/x-credentials/valid', true],
    [`${ORDERS}/parameters/3/schema`, { type: 'string' }],
  ]);
  expect(told.map((line) => line.split(': ')[0])).toEqual([
    '#/x-error/code',
    '#/components/securitySchemes/bearer/x-credentials/valid',
    `#${ORDERS}/x-list/key`,
    `#${ORDERS}/parameters/3/x-filter`,
    `#${CUSTOMERS}/parameters/0/x-filter/field`,
  ]);
});
