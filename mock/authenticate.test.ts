import { describe, expect, test } from 'vitest';
import { loadContracts } from '../spec/index.ts';
import { type Access, type Grant, refuseCaller } from './authenticate.ts';

const { layers, klayrai } = loadContracts();
const grant = (scopes: string[], state: Grant['state'] = 'active'): Grant => ({ scopes, state });

const access: Access = {
  keys: {
    layers: new Map([
      ['reader', grant(['ads:read'])],
      ['all', grant(['*'])],
      ['writer', grant(['ads:write', 'ads:*'])],
      ['none', grant([])],
    ]),
    klayrai: new Map([
      ['good', grant([])],
      ['old', grant([], 'revoked')],
      ['poor', grant([], 'no-plan')],
    ]),
  },
  tenants: new Set(['mine']),
  foreign: new Set(['theirs']),
};

/** The status and code of the refusal, or undefined for a caller who may go on. */
function refusalOf(
  api: 'layers' | 'klayrai',
  headers: Record<string, string>,
  projectId = 'mine',
  anyKey = false,
): string | undefined {
  const [operation] = { layers, klayrai }[api].operations;
  if (operation === undefined) throw new Error(`${api} has no operation.`);
  const call = { method: 'GET', path: '/', query: '', headers };
  const failure = refuseCaller(operation, call, { projectId }, { ...access, anyKey });
  return failure && `${failure.status} ${failure.code}`;
}

describe('a caller of Layers', () => {
  test.each<[string, string | undefined, string | undefined]>([
    ['with the scope', 'Bearer reader', undefined],
    ['with every scope', 'Bearer all', undefined],
    ['whose scheme is in small letters', 'bearer reader', undefined],
    ['with blanks around the key', '  Bearer   reader ', undefined],
    ['with other scopes', 'Bearer writer', '403 FORBIDDEN_SCOPE'],
    ['without scopes', 'Bearer none', '403 FORBIDDEN_SCOPE'],
    ['with an unknown key', 'Bearer who', '401 UNAUTHENTICATED'],
    ['with the key of the other vendor', 'Bearer good', '401 UNAUTHENTICATED'],
    ['with the revoked key of the other vendor', 'Bearer old', '401 UNAUTHENTICATED'],
    ['without a scheme', 'reader', '401 UNAUTHENTICATED'],
    ['without a key', undefined, '401 UNAUTHENTICATED'],
  ])('%s', (_sentence, authorization, refused) => {
    expect(refusalOf('layers', authorization === undefined ? {} : { authorization })).toBe(refused);
  });

  test.each([
    ['mine', undefined],
    ['theirs', '404 NOT_FOUND'],
    ['nobodys', '404 NOT_FOUND'],
    ['', '404 NOT_FOUND'],
    ['constructor', '404 NOT_FOUND'],
  ])('of the project %j', (projectId, refused) => {
    expect(refusalOf('layers', { authorization: 'Bearer reader' }, projectId)).toBe(refused);
  });
});

describe('a caller of KlayrAI', () => {
  test.each<[string, string, string | undefined]>([
    ['with a key', 'good', undefined],
    ['with a revoked key', 'old', '401 key_revoked'],
    ['without the plan', 'poor', '403 plan_insufficient'],
    ['with an unknown key', 'who', '401 authentication_error'],
    ['with the key of the other vendor', 'reader', '401 authentication_error'],
  ])('%s', (_sentence, key, refused) => {
    expect(refusalOf('klayrai', { 'x-api-key': key })).toBe(refused);
  });
});

describe('a mock that takes any key', () => {
  test.each<[string, 'layers' | 'klayrai', Record<string, string>, string | undefined]>([
    ['takes an unknown one', 'layers', { authorization: 'Bearer lp_live_from_the_page' }, undefined],
    ['takes an unknown one of the other vendor, too', 'klayrai', { 'x-api-key': 'klyr_live_from_the_page' }, undefined],
    ['still refuses a call without one', 'layers', {}, '401 UNAUTHENTICATED'],
    ['still refuses an empty one', 'klayrai', { 'x-api-key': '' }, '401 authentication_error'],
    [
      'still knows the keys that are made to be refused',
      'layers',
      { authorization: 'Bearer none' },
      '403 FORBIDDEN_SCOPE',
    ],
    ['still knows a revoked one', 'klayrai', { 'x-api-key': 'old' }, '401 key_revoked'],
  ])('%s', (_sentence, api, headers, refused) => {
    expect(refusalOf(api, headers, 'mine', true)).toBe(refused);
  });

  test('still looks at the project', () => {
    expect(refusalOf('layers', { authorization: 'Bearer any' }, 'nobodys', true)).toBe('404 NOT_FOUND');
  });
});
