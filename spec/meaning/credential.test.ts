import { describe, expect, test } from 'vitest';
import { type Credential, credentialOf, distinctCredentials, type Role } from './credential.ts';

const shop = { name: 'shop', title: 'The Shop' };
const bank = { name: 'big-bank', title: 'The Bank' };

describe('the names of a credential follow from its member', () => {
  test.each([
    ['token', 'token', 'ADS_KIT_TOKEN', 'token'],
    ['noScopeToken', 'no-scope-token', 'ADS_KIT_NO_SCOPE_TOKEN', 'no scope token'],
    ['read_only_key', 'read-only-key', 'ADS_KIT_READ_ONLY_KEY', 'read only key'],
    ['key2', 'key2', 'ADS_KIT_KEY2', 'key2'],
  ])('%s', (name, option, variable, label) => {
    expect(credentialOf(shop, 'valid', { name })).toEqual({
      api: 'shop',
      name,
      role: 'valid',
      secret: true,
      option,
      variable,
      placeholder: 'value',
      label,
      description: `The Shop ${label}`,
      examples: [`mock-key-shop-${option}`],
    });
  });
});

test.each<[Role, boolean]>([
  ['valid', true],
  ['revoked-credential', true],
  ['insufficient-scope', true],
  ['insufficient-plan', true],
  ['tenant', false],
  ['foreign-tenant', false],
])('what is %s must never be shown: %j', (role, secret) => {
  const credential = credentialOf(shop, role, { name: 'x' });
  expect(credential.secret).toBe(secret);
  expect(credential.examples).toEqual([secret ? 'mock-key-shop-x' : 'mock-shop-x']);
});

test('what a document says of a credential goes before what follows from its name', () => {
  const stated = { name: 'token', label: 'key', description: 'A key', placeholder: 'key', examples: ['k1', 'k2'] };
  expect(credentialOf(shop, 'valid', stated)).toMatchObject(stated);
});

describe('of several vendors', () => {
  const of = (api: typeof shop, name: string): Credential => credentialOf(api, 'valid', { name });
  const namesOf = (all: readonly Credential[]) => all.map(({ option, variable }) => `${option} ${variable}`);

  test.each<[sentence: string, given: Credential[], taken: string[], want: string[]]>([
    [
      'credentials of different names keep them',
      [of(shop, 'token'), of(bank, 'apiKey')],
      [],
      ['token ADS_KIT_TOKEN', 'api-key ADS_KIT_API_KEY'],
    ],
    [
      'credentials of one name have the vendor before it',
      [of(shop, 'token'), of(bank, 'token'), of(bank, 'other')],
      [],
      ['shop-token ADS_KIT_SHOP_TOKEN', 'big-bank-token ADS_KIT_BIG_BANK_TOKEN', 'other ADS_KIT_OTHER'],
    ],
    [
      'credentials whose options come out alike have the vendor before them, too',
      [of(shop, 'apiKey'), of(bank, 'api_key')],
      [],
      ['shop-api-key ADS_KIT_SHOP_API_KEY', 'big-bank-api-key ADS_KIT_BIG_BANK_API_KEY'],
    ],
    ['a credential comes once', [of(shop, 'token'), of(shop, 'token')], [], ['token ADS_KIT_TOKEN']],
    [
      'an option that is taken is left to its owner',
      [of(shop, 'port'), of(shop, 'token')],
      ['port'],
      ['shop-port ADS_KIT_SHOP_PORT', 'token ADS_KIT_TOKEN'],
    ],
  ])('%s', (_sentence, given, taken, want) => {
    expect(namesOf(distinctCredentials(given, taken))).toEqual(want);
  });

  test('the member of a credentials file stays as it is', () => {
    const names = distinctCredentials([of(shop, 'token'), of(bank, 'token')]).map(({ api, name }) => `${api} ${name}`);
    expect(names).toEqual(['shop token', 'big-bank token']);
  });
});
