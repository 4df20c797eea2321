import { describe, expect, test } from 'vitest';
import type { Role } from '../../spec/index.ts';
import { type Access, accessOf } from './authenticate.ts';
import { BEARER, codeOf, type Shown, shop } from './sample-shop.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const ROLES = [
  ['good:word', undefined],
  ['old:word', 'revoked'],
  ['narrow:word', 'scope'],
  ['poor:word', 'plan'],
  ['who', 'wrong'],
  ['constructor', 'wrong'],
] as const;

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
