import { expect, test } from 'vitest';
import { at } from '../schema/pointer.ts';
import { changed, ORDER, ORDERS, readTexts, readValue, sampleDocument } from './sample-document.ts';

const OK = { responses: { '204': { description: 'Done.' } } };
const BODY = `${ORDERS}/responses/200/content`;
const PAGE = { $ref: '#/components/schemas/OrderPage' };

/** The small document with all that others write and that says nothing about lists. */
const foreign = changed(
  sampleDocument(),
  ['/jsonSchemaDialect', 'https://spec.openapis.org/oas/3.1/dialect/base'],
  ['/externalDocs', { url: 'https://shop.example/docs' }],
  ['/tags', [{ name: 'Orders', externalDocs: { url: 'https://shop.example' }, 'x-displayName': 'Orders' }]],
  ['/x-logo', { url: 'logo.png', 'x-list': 'a key of others' }],
  ['/info/contact', { name: 'Shop', 'x-team': 'api' }],
  ['/webhooks', { paid: { post: { ...OK, requestBody: { content: { 'application/json': { schema: PAGE } } } } } }],
  [
    '/servers',
    [
      {
        url: 'https://{region}.shop.example/{base}/',
        variables: { region: { default: 'eu' }, base: { default: 'v2' } },
      },
    ],
  ],
  ['/paths/~1shops~1{shopId}~1orders/summary', 'Orders'],
  ['/paths/~1shops~1{shopId}~1orders/description', 'Orders of a shop.'],
  ['/paths/~1shops~1{shopId}~1orders/parameters', [at(sampleDocument(), `${ORDERS}/parameters/0`)]],
  [`${ORDERS}/parameters/0`, undefined],
  [
    '/paths/~1shops~1{shopId}~1orders/post',
    { ...OK, operationId: 'addOrder', requestBody: { required: true, content: {} }, callbacks: {} },
  ],
  ['/paths/~1shops~1{shopId}', { get: { ...OK, operationId: 'readShop' }, delete: OK, 'x-internal': true }],
  ['/paths/x-origin', 'generated'],
  [`${ORDERS}/x-codeSamples`, [{ lang: 'curl' }]],
  [`${ORDERS}/deprecated`, true],
  [BODY, { 'text/csv': { schema: { type: 'string' } }, 'application/vnd.api+json; charset=utf-8': { schema: PAGE } }],
  [`${ORDERS}/responses/x-note`, 'generated'],
  [`${ORDERS}/responses/5XX`, { description: 'Broken.' }],
  [`${ORDER}/externalDocs`, { url: 'https://shop.example' }],
  [`${ORDER}/xml`, { name: 'order' }],
  [`${ORDER}/additionalProperties`, false],
  [`${ORDER}/properties/x-ray`, { type: 'string' }],
  [`${ORDER}/properties/default`, { type: 'boolean', default: false, 'x-faker': 'boolean' }],
  [`${ORDER}/properties/number/format`, 'order-number'],
  [`${ORDER}/properties/parent`, { $ref: '#/components/schemas/Order' }],
  [
    `${ORDER}/properties/payment`,
    { oneOf: [{ $ref: '#/components/schemas/Card' }], discriminator: { propertyName: 'kind' } },
  ],
  [
    '/components/schemas/Card',
    {
      type: 'object',
      title: 'Card',
      $comment: 'x',
      properties: { kind: { const: 'card' }, also: { $ref: '#/components/schemas/Card' } },
    },
  ],
  ['/components/examples', { order: { value: { 'x-list': 1, $ref: 7 } } }],
  ['/components/links', {}],
);

test('what is no list is no reason to refuse, and is told once', () => {
  const [document] = readValue(foreign).documents;
  expect(document?.operations.map(({ id, path }) => [id, path])).toEqual([
    ['listOrders', '/v2/shops/{shopId}/orders'],
    ['listCustomers', '/v2/customers'],
  ]);
  expect(document?.leftOut).toEqual([
    'POST /shops/{shopId}/orders has no x-list',
    'GET /shops/{shopId} has no x-list',
    'DELETE /shops/{shopId} has no x-list',
    'x-codeSamples is a word of others',
    'x-displayName is a word of others',
    'x-faker is a word of others',
    'x-internal is a word of others',
    'x-logo is a word of others',
    'x-note is a word of others',
    'x-origin is a word of others',
    'x-team is a word of others',
    'the format order-number is not checked',
  ]);
});

test('the tenant of a path is read where the path states it', () => {
  const [orders] = readValue(foreign).operations;
  expect(orders?.tenants.map(({ parameter }) => parameter)).toEqual(['shopId']);
});

test('anchors and merge keys of YAML are read', () => {
  const { operations } = readTexts({
    'a.yaml': `
openapi: 3.1.0
info: { title: A, version: "1" }
paths:
  /a:
    get: &list
      operationId: listA
      x-list: { resource: a, items: "", key: id, paging: { style: none } }
      responses:
        200: { description: A., content: { application/json: { schema: { type: array, items: { properties: { id: { type: string } } } } } } }
  /b:
    get: { <<: *list, operationId: listB, x-list: { resource: b, items: "", key: id, paging: { style: none } } }
`,
  });
  expect(operations.map(({ id }) => id)).toEqual(['listA', 'listB']);
});
