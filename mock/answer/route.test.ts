import { describe, expect, test } from 'vitest';
import { parseText, readContract } from '../../spec/index.ts';
import { createRouter } from './route.ts';

/** A vendor's document with a list on each of these paths. */
function vendor(name: string, server: string, paths: Readonly<Record<string, string>>): string {
  const lists = Object.entries(paths).map(
    ([path, parameters], index) => `
  ${path}:
    get:
      operationId: ${name}${index}
      x-list: { resource: ${name}${index}, items: "", key: id, paging: { style: none } }
      parameters: [${parameters}]
      responses:
        "200": { description: Yes., content: { application/json: { schema: { type: array, items: { type: object, properties: { id: { type: string } } } } } } }
        "404": { description: No., x-when: { unknown-tenant: {} } }`,
  );
  return `openapi: 3.1.0\ninfo: { title: ${name}, version: "1" }\nservers: [{ url: ${server} }]\npaths:${lists.join('')}\n`;
}

const tenant = (name: string) =>
  `{ name: ${name}, in: path, required: true, schema: { type: string }, x-tenant: { own: { name: ${name} } } }`;
const fixed = '{ name: version, in: path, required: true, schema: { type: string }, example: v2 }';
const shop = vendor('shop', 'https://shop.example/api/', {
  '/orders': '',
  '/shops/{shopId}/orders': tenant('shopId'),
  '/a.b/(c)': '',
});
const bank = vendor('bank', 'https://bank.example', { '/{version}/payments': fixed });
const { documents } = readContract([parseText(shop, 'shop.yaml'), parseText(bank, 'bank.yaml')]);
const router = createRouter(documents);

describe('the path', () => {
  test.each<[path: string, id: string | undefined, parameters?: Record<string, string>]>([
    ['/api/orders', 'shop0', {}],
    ['/orders', undefined],
    ['/api/orders/', undefined],
    ['/api/orders/1', undefined],
    ['/API/orders', undefined],
    ['//api/orders', undefined],
    ['/api/shops/s1/orders', 'shop1', { shopId: 's1' }],
    ['/api/shops/s%2F1%20x/orders', 'shop1', { shopId: 's/1 x' }],
    ['/api/shops//orders', undefined],
    ['/api/shops/a/b/orders', undefined],
    ['/api/shops/%E0%A4%A/orders', undefined],
    ['/api/shops/constructor/orders', 'shop1', { shopId: 'constructor' }],
    ['/api/a.b/(c)', 'shop2', {}],
    ['/api/axb/(c)', undefined],
    ['/api/a.b/c', undefined],
    // A path parameter that chooses no tenant has its example alone.
    ['/v2/payments', 'bank0', { version: 'v2' }],
    ['/v1/payments', undefined],
    ['', undefined],
    ['*', undefined],
  ])('%s leads to %s', (path, id, parameters) => {
    const found = router.find(path);
    expect([found?.operation.id, found?.parameters]).toEqual([id, parameters]);
  });
});

describe('what is nobody’s is answered by the vendor whose paths are most like it:', () => {
  test.each([
    ['/api/orders/1', 'shop'],
    ['/api/shops/s1', 'shop'],
    ['/api', 'shop'],
    ['/v2/payments/1', 'bank'],
    ['/v1/payments', 'bank'],
    ['/', 'shop'],
    ['', 'shop'],
  ])('%j by %s', (path, name) => {
    expect(router.documentOf(path).api).toBe(name);
  });
});

test('a router without documents is refused', () => {
  expect(() => createRouter([])).toThrow('A contract needs at least one document.');
});
