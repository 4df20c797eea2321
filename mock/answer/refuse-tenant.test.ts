// Whose rows a call asks for: of the caller's own tenants, of somebody else's, of nobody's.
import { describe, expect, test } from 'vitest';
import { BEARER, codeOf, type Shown, shop } from './sample-shop.ts';

describe.each<[where: string, path: string, show: (value: string) => Shown]>([
  ['path', '/shops/{shopId}/orders', (value) => ({ parameters: { shopId: value } })],
  ['query', '/orders', (value) => ({ query: `shopId=${value}` })],
  ['header', '/orders', (value) => ({ headers: { shopid: value } })],
])('a tenant in the %s', (where, path, show) => {
  const parameters = `{ name: shopId, in: ${where}, required: true, schema: { type: string }, x-tenant: { own: { name: shop, examples: [mine, also-mine] }, foreign: { name: otherShop, examples: [theirs] } } }`;
  const list = shop(BEARER, { path, parameters });
  const good = (value: string): Shown => {
    const shown = show(value);
    return { ...shown, headers: { ...shown.headers, authorization: 'Bearer good:word' } };
  };

  test.each([
    ['mine', undefined],
    ['also-mine', undefined],
    ['theirs', 'foreign'],
    ['nobodys', 'unknown'],
    ['', 'unknown'],
    ['constructor', 'unknown'],
  ])('%j is refused as %s', (value, code) => {
    expect(codeOf(list, good(value))).toBe(code);
    expect(codeOf(list, show(value))).toBe('none');
  });
});

test('a tenant that is not named is a parameter that is wanting, where the document says how such a call is refused', () => {
  const parameters = `{ name: shopId, in: header, required: true, schema: { type: string }, x-tenant: { own: { name: shop, examples: [mine] } } }`;
  const also = '"400": { description: Wrong., x-when: { invalid-parameter: { code: invalid } } }';
  const list = shop(BEARER, { parameters, also });
  const headers = { authorization: 'Bearer good:word' };
  expect(codeOf(list, { headers })).toBe('invalid');
  expect(codeOf(list, { headers: { ...headers, shopid: 'nobodys' } })).toBe('unknown');
  expect(codeOf(list, { headers: { ...headers, shopid: 'mine' } })).toBeUndefined();
});
