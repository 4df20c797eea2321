import { expect, test } from 'vitest';
import type { SecurityScheme } from '../../spec/index.ts';
import { ALTERATIONS, alteredKey, sentKey } from './altered-key.ts';

const bearer: SecurityScheme = {
  name: 'key',
  in: 'header',
  parameter: 'authorization',
  prefix: 'Bearer',
  basic: false,
  credentials: {},
  clauses: [],
};
const bare: SecurityScheme = { ...bearer, parameter: 'x-key', prefix: '' };
const KEY = 'key_Abc123def456';

test.each(ALTERATIONS)('a key that is %s is never the good one', (alteration) => {
  for (const scheme of [bearer, bare]) expect(alteredKey([scheme], KEY, alteration)).not.toEqual(sentKey(scheme, KEY));
});

test('near misses stand where the key stands, and a misplaced key stands nowhere documented', () => {
  expect(alteredKey([bearer], KEY, 'cut by its last character')?.value).toBe('Bearer key_Abc123def45');
  expect(alteredKey([bearer], KEY, 'in another case')?.value).toBe('Bearer KEY_aBC123DEF456');
  expect(alteredKey([bearer], KEY, 'under another scheme')?.value).toBe(`Basic ${KEY}`);
  expect(alteredKey([bearer], KEY, 'without its scheme')?.value).toBe(KEY);
  expect(alteredKey([bare], KEY, 'without its scheme')).toBeUndefined();
  expect(alteredKey([bearer], KEY, 'in another header')).toEqual({ in: 'header', name: 'x-auth-token', value: KEY });
  expect(alteredKey([bearer], KEY, 'in the query')).toEqual({ in: 'query', name: 'access_token', value: KEY });
  expect(alteredKey([bare], KEY, 'in the query')).toEqual({ in: 'query', name: 'x-key', value: KEY });
  expect(alteredKey([bare], KEY, 'in the query as api_key')).toEqual({ in: 'query', name: 'api_key', value: KEY });
  expect(alteredKey([{ ...bare, in: 'query' }], KEY, 'in the query as api_key')).toBeUndefined();
  expect(alteredKey([bare], KEY, 'empty')?.value).toBe('');
});

test('a key for another environment has another word, where keys name theirs', () => {
  expect(alteredKey([bare], 'key_test_Abc_test', 'for another environment')?.value).toBe('key_live_Abc_test');
  expect(alteredKey([bare], 'key-prod-Abc', 'for another environment')?.value).toBe('key-test-Abc');
  expect(alteredKey([bare], KEY, 'for another environment')).toBeUndefined();
});
