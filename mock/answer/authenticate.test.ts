import { describe, expect, test } from 'vitest';
import { parseText, type Role, readContract } from '../../spec/index.ts';
import { type Access, accessOf, refuseCaller } from './authenticate.ts';

/** A third vendor's list, called as `security` says, of the tenants that `parameters` choose. */
function shop(
  scheme: string,
  { path = '/orders', parameters = '', security = '[{ key: [orders:read] }]', also = '' } = {},
) {
  const text = `openapi: 3.1.0
info: { title: Shop, version: "1" }
x-api: { name: shop }
x-error: { code: /code }
paths:
  ${path}:
    get:
      operationId: listOrders
      security: ${security}
      x-list: { resource: order, items: "", key: id, paging: { style: none } }
      parameters: [${parameters}]
      responses:
        "200": { description: Yes., content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Order" } } } } }
        "401":
          description: Who?
          x-when: { no-credential: { code: none }, wrong-credential: { code: wrong }, revoked-credential: { code: revoked } }
          content: { application/json: { schema: { $ref: "#/components/schemas/Error" } } }
        "403":
          description: No.
          x-when: { insufficient-scope: { code: scope }, insufficient-plan: { code: plan } }
        "404":
          description: Where?
          x-when: { unknown-tenant: { code: unknown }, foreign-tenant: { code: foreign } }
        ${also}
components:
  schemas:
    Order: { type: object, properties: { id: { type: string } } }
    Error: { type: object, properties: { code: { type: string } } }
  securitySchemes:
    key:
      ${scheme}
      x-credentials:
        valid: { name: key, examples: ["good:word"] }
        revoked-credential: { name: oldKey, examples: ["old:word"] }
        insufficient-scope: { name: narrowKey, examples: ["narrow:word"] }
        insufficient-plan: { name: poorKey, examples: ["poor:word"] }
    other: { type: apiKey, in: header, name: X-Other, x-credentials: { valid: { name: other, examples: [second] } } }
`;
  const contract = readContract([parseText(text, 'shop.yaml')]);
  const [operation] = contract.operations;
  if (operation === undefined) throw new Error('The shop has no list.');
  return { operation, access: accessOf(contract.credentials, false) };
}

type Shown = {
  readonly headers?: Record<string, string>;
  readonly query?: string;
  readonly parameters?: Record<string, string>;
};

/** The code of the refusal; undefined for a caller who may go on. */
function codeOf({ operation, access }: ReturnType<typeof shop>, shown: Shown, anyKey = false): string | undefined {
  const { headers = {}, query = '', parameters = {} } = shown;
  const call = { method: 'GET', path: '/orders', query, headers };
  return refuseCaller(operation, call, parameters, { ...access, anyKey })?.code;
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
const ROLES = [
  ['good:word', undefined],
  ['old:word', 'revoked'],
  ['narrow:word', 'scope'],
  ['poor:word', 'plan'],
  ['who', 'wrong'],
  ['constructor', 'wrong'],
] as const;

const BEARER = 'type: http\n      scheme: bearer';
const WAYS: [name: string, scheme: string, show: (key: string) => Shown][] = [
  ['a bearer', BEARER, (key) => ({ headers: { authorization: `Bearer ${key}` } })],
  [
    'a user and a password',
    'type: http\n      scheme: basic',
    (key) => ({ headers: { authorization: `Basic ${base64(key)}` } }),
  ],
  ['a header', 'type: apiKey\n      in: header\n      name: X-Shop-Key', (key) => ({ headers: { 'x-shop-key': key } })],
  [
    'a parameter',
    'type: apiKey\n      in: query\n      name: api_key',
    (key) => ({ query: `a=1&api_key=${encodeURIComponent(key)}` }),
  ],
  [
    'a cookie',
    'type: apiKey\n      in: cookie\n      name: sid',
    (key) => ({ headers: { cookie: `a=b; sid=${key}; sid2=x` } }),
  ],
];

describe.each(WAYS)('a key as %s', (_name, scheme, show) => {
  const list = shop(scheme);

  test.each(ROLES)('%s is refused as %s', (key, code) => {
    expect(codeOf(list, show(key))).toBe(code);
  });

  test('is missed where there is none', () => {
    expect([codeOf(list, {}), codeOf(list, show('')), codeOf(list, show(''), true)]).toEqual(['none', 'none', 'none']);
  });

  test('is taken whatever it is by a mock that takes any, and still refused for its role', () => {
    expect(ROLES.map(([key]) => codeOf(list, show(key), true))).toEqual([
      undefined,
      'revoked',
      'scope',
      'plan',
      undefined,
      undefined,
    ]);
  });
});

describe('a header Authorization', () => {
  test.each([
    ['bearer good:word', undefined],
    ['  Bearer   good:word ', undefined],
    ['good:word', 'none'],
    ['Bearer', 'none'],
    ['Bearer good:word more', 'none'],
    [`Basic ${base64('good:word')}`, 'none'],
    ['Bearer GOOD:WORD', 'wrong'],
  ])('%j is refused as %s', (authorization, code) => {
    expect(codeOf(shop(BEARER), { headers: { authorization } })).toBe(code);
  });
});

describe('of two ways to show a key', () => {
  const list = shop(BEARER, { security: '[{ key: [] }, { other: [] }]' });

  test.each<[Record<string, string>, string | undefined]>([
    [{ authorization: 'Bearer good:word' }, undefined],
    [{ 'x-other': 'second' }, undefined],
    [{ 'x-other': 'third' }, 'wrong'],
    [{ authorization: 'Basic x', 'x-other': 'second' }, undefined],
    [{}, 'none'],
    // No scope is asked for, so none can be missing.
    [{ authorization: 'Bearer narrow:word' }, undefined],
  ])('%j is refused as %s', (headers, code) => {
    expect(codeOf(list, { headers })).toBe(code);
  });
});

test.each<[security: string, headers: Record<string, string>, code: string | undefined]>([
  ['[]', {}, undefined],
  ['[]', { authorization: 'Bearer who' }, undefined],
  ['[{ key: [] }, {}]', {}, undefined],
  ['[{ key: [] }, {}]', { authorization: 'Bearer good:word' }, undefined],
  ['[{ key: [] }, {}]', { authorization: 'Bearer who' }, 'wrong'],
])('where security is %s, the headers %j are refused as %s', (security, headers, code) => {
  expect(codeOf(shop(BEARER, { security }), { headers })).toBe(code);
});

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

test('a key is good for its own vendor alone', () => {
  const roles: Role[] = ['valid', 'revoked-credential'];
  const own = (api: string, role: Role) => ({ api, role, examples: ['one'] });
  const access: Access = accessOf(roles.map((role, index) => own(`vendor-${index}`, role)) as never, false);
  expect([
    access.roleOf('vendor-0', 'one'),
    access.roleOf('vendor-1', 'one'),
    access.roleOf('vendor-2', 'one'),
  ]).toEqual(['valid', 'revoked-credential', undefined]);
});
