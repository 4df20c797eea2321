// What of a document is left out, and said to be: a third vendor's, without a register.
import { describe, expect, test } from 'vitest';
import type { Contract } from './contract.ts';
import { loadContract, readContract } from './load-contract.ts';
import { parseText } from './read-file.ts';

const SHOP = `openapi: 3.1.0
info: { title: The Shop, version: "1" }
servers: [{ url: "https://{region}.shop.example/api", variables: { region: { default: eu } } }]
paths:
  /orders:
    get:
      operationId: listOrders
      x-list: { resource: order, items: /orders, key: id, paging: { style: none } }
      responses:
        "200":
          description: All orders.
          content:
            application/json:
              schema:
                type: object
                required: [orders]
                properties:
                  orders: { type: array, items: { type: object, properties: { id: { type: string } } } }
`;

const read = (text: string): Contract => readContract([parseText(text, 'the shop.yaml')]);
const leftOut = (text: string) => read(text).documents.flatMap((document) => document.leftOut);

test('a document without any word but x-list is read: its names follow from the file and the server', () => {
  const { documents, operations } = read(SHOP);
  expect(documents.map(({ api, title, leftOut: out }) => [api, title, out])).toEqual([['the-shop', 'The Shop', []]]);
  expect(operations.map(({ id, path, page, security }) => [id, path, page, security.optional])).toEqual([
    ['listOrders', '/api/orders', 'listOrders', true],
  ]);
});

describe('what is not understood is left out, and said to be:', () => {
  const beside = (more: string) => SHOP.replace('paths:\n', `paths:\n${more}`);

  test.each<[what: string, text: string, leftOut: string]>([
    ['a GET without x-list', beside('  /orders/{id}: { get: { responses: {} } }\n'), 'GET /orders/{id} has no x-list'],
    ['a POST', beside('  /refunds: { post: { responses: {} } }\n'), 'POST /refunds has no x-list'],
    ['a DELETE', beside('  /refunds: { delete: {} }\n'), 'DELETE /refunds has no x-list'],
    ['a word of others', `${SHOP}x-logo: { url: a.png }\n`, 'x-logo is a word of others'],
    [
      'a reference in what a row holds',
      SHOP.replace(
        'id: { type: string }',
        'id: { type: string }, lines: { type: array, items: { properties: { bookId: { x-ref: { to: book, field: id } } } } }',
      ),
      'x-ref at /paths/~1orders/get/responses/200/content/application~1json/schema/properties/orders/items/properties/lines/items/properties/bookId: it is not on a member of the row itself',
    ],
    [
      'a refusal for want of a scope where none is asked for',
      `${SHOP.replace(
        /( +)responses:\n/,
        '$1security: [{ key: [] }]\n$1responses:\n$1  "401": { description: Who?, x-when: { no-credential: {}, wrong-credential: {} } }\n$1  "403": { description: No., x-when: { insufficient-scope: {} } }\n',
      )}components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }\n`,
      'insufficient-scope of listOrders: no requirement of its security names a scope, as [{ key: [read] }] does',
    ],
    [
      'a format of others',
      SHOP.replace('id: { type: string }', 'id: { type: string, format: moment }'),
      'the format moment is not checked',
    ],
  ])('%s', (_what, text, sentence) => {
    expect(leftOut(text)).toEqual([sentence]);
  });
});

describe('a document is refused for', () => {
  test.each<[what: string, text: string, message: string]>([
    ['no list at all', SHOP.replace(/ {6}x-list.+\n/, ''), 'the shop.yaml:4 #/paths: No operation has x-list'],
    ['an older OpenAPI', SHOP.replace('3.1.0', '3.0.3'), 'the shop.yaml:1 #/openapi: This is no OpenAPI 3.1 document.'],
    ['being no document', '[]', 'the shop.yaml:1 #: This is no OpenAPI 3.1 document.'],
    [
      'a key that no row has',
      SHOP.replace('key: id', 'key: ident'),
      'the shop.yaml:8 #/paths/~1orders/get/x-list/key: ',
    ],
    [
      'an operation without a name',
      SHOP.replace(/ {6}operationId.+\n/, ''),
      'the shop.yaml:6 #/paths/~1orders/get: The operation needs an operationId',
    ],
    [
      'a register that is not given',
      `${SHOP}x-api: { name: shop, register: clauses.yaml }\n`,
      'the shop.yaml #/x-api/register: The register clauses.yaml was not given.',
    ],
  ])('%s', (_what, text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});

describe('an error body of a document that does not say where its message stands has it', () => {
  const failing = (properties: string) =>
    SHOP.concat(`components:
  responses:
    No:
      description: No.
      content: { application/json: { schema: { type: object, properties: { ${properties} } } } }
`).replace('      responses:\n', '      responses:\n        default: { $ref: "#/components/responses/No" }\n');

  test.each([
    ['message: { type: string }', { message: 'No such path.' }],
    ['error: { type: string }, hint: { type: string }', { error: 'No such path.' }],
    ['error: { type: object, properties: { message: { type: string } } }', { error: { message: 'No such path.' } }],
    ['title: { type: string }, detail: { type: string }', { detail: 'No such path.' }],
  ])('where one usually stands: %s', (properties, body) => {
    const [document] = read(failing(properties)).documents;
    expect(document?.error.body({ code: undefined, message: 'No such path.', requestId: 'req_1' })).toEqual(body);
  });
});

test('the documents of this package are accepted as they stand, and nothing of them is left out', () => {
  const { documents } = loadContract();
  expect(documents.map(({ api, operations }) => [api, operations.map(({ id }) => id)])).toEqual([
    ['layers', ['listAdAccounts', 'listCampaigns', 'listAdsets', 'listAds']],
    ['klayrai', ['listAccounts']],
  ]);
  expect(documents.map(({ error: { code, message } }) => ({ code, message }))).toEqual([
    { code: '/error/code', message: '/error/message' },
    { code: '/error/type', message: '/error/message' },
  ]);
  expect(documents.map(({ leftOut }) => leftOut)).toEqual([[], []]);
});

test('each member of an object parameter has a statement of its own', () => {
  const members = [
    'gte: { type: integer, x-filter: { field: created, test: at-least } }',
    'lt: { type: integer, x-filter: { field: created, test: less-than } }',
  ];
  const schema = `{ type: object, properties: { ${members.join(', ')} } }`;
  const created = `{ name: created, in: query, style: deepObject, explode: true, schema: ${schema} }`;
  const { operations, register } = read(
    SHOP.replace('      responses:\n', `      parameters:\n        - ${created}\n      responses:\n`)
      .replace('id: { type: string }', 'id: { type: string }, created: { type: integer }')
      .replace(
        '        "200":',
        '        "400": { description: No., x-when: { invalid-parameter: {} } }\n        "200":',
      ),
  );
  const clauses = operations.flatMap(({ filters }) => filters.map((filter) => filter.clauses));
  expect(clauses.map((ids) => ids.map((id) => register.get(id)?.statement))).toEqual([
    ['created[gte] keeps the rows whose created passes the test at-least.'],
    ['created[lt] keeps the rows whose created passes the test less-than.'],
  ]);
});
