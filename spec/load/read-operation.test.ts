import { describe, expect, test } from 'vitest';
import { loadContracts } from './load-contract.ts';
import type { Operation } from './operation.ts';

const { layers, klayrai } = loadContracts();
const operations = [...layers.operations, ...klayrai.operations];

function operationOf(id: string): Operation {
  const found = operations.find((operation) => operation.id === id);
  if (found === undefined) throw new Error(`There is no operation ${id}.`);
  return found;
}

const STATUSES = ['active', 'paused', 'archived', 'deleted', 'in_review', 'rejected'];
const PLATFORMS = ['meta_ads', 'tiktok_ads', 'apple_ads'];
const platforms = ['platforms', 'platform', 'in', true, PLATFORMS];
const status = ['status', 'status', 'in', true, STATUSES];
const sameAs = (name: string) => [name, name, 'equals', false, []];

describe('the filters of', () => {
  test.each([
    [
      'listAdAccounts',
      [
        platforms,
        ['credentialMode', 'credentialMode', 'equals', false, ['agency', 'byo']],
        ['healthy', 'tokenStatus', 'equals', false, [true, false]],
      ],
    ],
    ['listCampaigns', [platforms, sameAs('adAccountId'), status, ['since', 'createdAt', 'at-or-after', false, []]]],
    ['listAdsets', [sameAs('campaignId'), platforms, sameAs('adAccountId'), status]],
    [
      'listAds',
      [sameAs('adsetId'), sameAs('campaignId'), sameAs('adAccountId'), platforms, sameAs('adsContentId'), status],
    ],
    ['listAccounts', [['status', 'connectionStatus', 'equals', false, ['active', 'disconnected', 'token_expired']]]],
  ])('%s are as documented', (id, filters) => {
    const read = operationOf(id).filters.map(({ name, field, test, many, allowed }) => [
      name,
      field,
      test,
      many,
      allowed,
    ]);
    expect(read).toEqual(filters);
  });

  test('healthy restricts to valid tokens, and only when it is true', () => {
    const healthy = operationOf('listAdAccounts').filters.find(({ name }) => name === 'healthy');
    expect(healthy).toMatchObject({ value: 'valid', when: true });
  });
});

const cursor = { style: 'cursor', cursor: 'cursor', limit: 'limit', next: '/nextCursor', badCursor: 'first-page' };
const ofLayers = { minimum: 1, maximum: 200, default: 100 };

describe('the list of', () => {
  test.each([
    [
      'listAdAccounts',
      { resource: 'adAccount', items: '/items', key: 'adAccountId', unique: ['platform'], paging: { style: 'none' } },
    ],
    [
      'listCampaigns',
      { resource: 'campaign', items: '/items', key: 'campaignId', unique: [], paging: cursor, size: ofLayers },
    ],
    ['listAdsets', { resource: 'adset', items: '/items', key: 'adsetId', unique: [], paging: cursor, size: ofLayers }],
    ['listAds', { resource: 'ad', items: '/items', key: 'adId', unique: [], paging: cursor, size: ofLayers }],
    [
      'listAccounts',
      {
        resource: 'account',
        items: '/data',
        key: 'id',
        unique: [],
        paging: { style: 'page', page: 'page', size: 'page_size', meta: '/pagination' },
        size: { minimum: 1, maximum: 100, default: 20 },
      },
    ],
  ])('%s is as documented', (id, list) => {
    expect(operationOf(id).list).toEqual(list);
  });
});

describe('the references of', () => {
  test.each([
    ['listAdAccounts', []],
    ['listCampaigns', ['adAccountId → adAccount.adAccountId [platform]']],
    [
      'listAdsets',
      ['campaignId → campaign.campaignId [adAccountId,platform]', 'adAccountId → adAccount.adAccountId [platform]'],
    ],
    [
      'listAds',
      [
        'adsetId → adset.adsetId [campaignId,adAccountId,platform]',
        'campaignId → campaign.campaignId [adAccountId,platform]',
        'adAccountId → adAccount.adAccountId [platform]',
      ],
    ],
    ['listAccounts', []],
  ])('%s are as documented', (id, references) => {
    const read = operationOf(id).references.map(({ from, to, field, agree }) => `${from} → ${to}.${field} [${agree}]`);
    expect(read).toEqual(references);
  });
});

const OF_LAYERS = {
  'no-credential': '401 UNAUTHENTICATED',
  'wrong-credential': '401 UNAUTHENTICATED',
  'insufficient-scope': '403 FORBIDDEN_SCOPE',
  'unknown-tenant': '404 NOT_FOUND',
  'foreign-tenant': '404 NOT_FOUND',
  'invalid-parameter': '422 VALIDATION',
  'rate-limited': '429 RATE_LIMITED',
};

describe('the refusals of', () => {
  test.each([
    ...layers.operations.map(({ id }) => [id, OF_LAYERS] as const),
    [
      'listAccounts',
      {
        'no-credential': '401 authentication_error',
        'wrong-credential': '401 authentication_error',
        'revoked-credential': '401 key_revoked',
        'insufficient-plan': '403 plan_insufficient',
        'invalid-parameter': '400 invalid_request',
        'rate-limited': '429 rate_limit_error',
        'internal-error': '500 api_error',
      },
    ] as const,
  ])('%s have the documented statuses and codes', (id, refusals) => {
    const read = Object.entries(operationOf(id).refusals).map(([name, { status: answered, code }]) => [
      name,
      `${answered} ${code}`,
    ]);
    expect(Object.fromEntries(read)).toEqual(refusals);
  });
});

describe('an operation', () => {
  test.each(operations.map(({ id }) => id))('%s cites only clauses of its own page and vendor', (id) => {
    const { page, api, parameters, filters, references, security, tenant } = operationOf(id);
    const cited = [
      ...parameters,
      ...filters,
      ...references,
      security,
      ...(tenant === undefined ? [] : [tenant]),
    ].flatMap(({ clauses }) => clauses);
    const prefixes = { ACCOUNTS: 'ACC', CAMPAIGNS: 'CMP', ADSETS: 'SET', ADS: 'ADS', KLAYRAI: 'KLY' }[page];
    const own = new RegExp(`^(${prefixes}|${api === 'layers' ? 'LAY' : 'KAP'})-`);
    expect(cited.filter((clause) => !own.test(clause))).toEqual([]);
    expect(cited.length).toBeGreaterThan(0);
  });

  test('of Layers asks for a bearer key with ads:read, and one of KlayrAI for x-api-key', () => {
    const [first] = layers.operations;
    expect(layers.operations.map(({ security }) => security.scopes)).toEqual(layers.operations.map(() => ['ads:read']));
    expect(first?.security).toMatchObject({ header: 'authorization', prefix: 'Bearer' });
    expect(klayrai.operations[0]?.security).toMatchObject({ header: 'x-api-key', prefix: '', scopes: [] });
  });

  test('knows the values that its rows can have', () => {
    expect(operationOf('listAds').fieldValues.get('platform')).toEqual(['meta_ads', 'tiktok_ads']);
    expect(operationOf('listAds').fieldValues.get('status')).toEqual(STATUSES);
    expect(operationOf('listAdAccounts').fieldValues.get('credentialMode')).toEqual(['byo']);
    expect(operationOf('listAccounts').fieldValues.get('status')).toEqual(['active', 'disabled', 'closed']);
    expect(operationOf('listAds').fieldValues.has('name')).toBe(false);
  });
});
