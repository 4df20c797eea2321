import { describe, expect, test } from 'vitest';
import { loadContract } from '../load/load-contract.ts';
import type { Operation } from '../meaning/operation.ts';
import { readOrder } from '../meaning/order.ts';

const { operations, register } = loadContract();
const ofVendor = (api: string) => operations.filter((operation) => operation.api === api);

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

const newestBy = (key: string) => ({ keys: readOrder(['-createdAt', key]), assumed: true });
const cursor = {
  tells: {},
  style: 'cursor',
  cursor: 'cursor',
  limit: 'limit',
  next: { value: '/nextCursor', numeric: false },
  badCursor: 'first-page',
};
const ofLayers = { minimum: 1, maximum: 200, default: 100 };

describe('the list of', () => {
  test.each([
    [
      'listAdAccounts',
      {
        resource: 'adAccount',
        items: '/items',
        key: 'adAccountId',
        unique: ['platform'],
        paging: { style: 'none', tells: {} },
        order: { keys: readOrder(['adAccountId']), assumed: true },
      },
    ],
    [
      'listCampaigns',
      {
        resource: 'campaign',
        items: '/items',
        key: 'campaignId',
        unique: [],
        paging: cursor,
        size: ofLayers,
        order: newestBy('campaignId'),
      },
    ],
    [
      'listAdsets',
      {
        resource: 'adset',
        items: '/items',
        key: 'adsetId',
        unique: [],
        paging: cursor,
        size: ofLayers,
        order: newestBy('adsetId'),
      },
    ],
    [
      'listAds',
      {
        resource: 'ad',
        items: '/items',
        key: 'adId',
        unique: [],
        paging: cursor,
        size: ofLayers,
        order: newestBy('adId'),
      },
    ],
    [
      'listAccounts',
      {
        resource: 'account',
        items: '/data',
        key: 'id',
        unique: [],
        paging: {
          style: 'page',
          page: 'page',
          limit: 'page_size',
          first: 1,
          tells: {
            total: '/pagination/total',
            page: '/pagination/page',
            limit: '/pagination/page_size',
            more: '/pagination/hasMore',
          },
        },
        order: { keys: readOrder(['id']), assumed: true },
        size: { minimum: 1, maximum: 100, default: 20 },
      },
    ],
  ])('%s is as documented', (id, list) => {
    const { clauses: _clauses, name, order, ...read } = operationOf(id).list;
    expect({ ...read, order: { keys: order?.keys, assumed: order?.assumed } }).toEqual(list);
    expect(name).toBe(list.resource);
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

describe('an operation', () => {
  test.each(operations.map(({ id }) => id))('%s cites only clauses of its own page and vendor', (id) => {
    const { page, facts, parameters, filters, references, rules, security, tenants } = operationOf(id);
    const cited = [...parameters, ...filters, ...references, ...rules, security, ...tenants].flatMap(
      ({ clauses }) => clauses,
    );
    expect(cited.filter((clause) => ![page, facts].includes(register.get(clause)?.page))).toEqual([]);
    expect(cited.length).toBeGreaterThan(0);
  });

  test('of Layers asks for a bearer key with ads:read, and one of KlayrAI for x-api-key', () => {
    const waysOf = (api: string) =>
      ofVendor(api).map(({ security: { optional, alternatives } }) => ({
        optional,
        ways: alternatives.map(({ scheme, scopes }) => [scheme.in, scheme.parameter, scheme.prefix, ...scopes]),
      }));
    const bearer = { optional: false, ways: [['header', 'authorization', 'Bearer', 'ads:read']] };
    expect(waysOf('layers')).toEqual(ofVendor('layers').map(() => bearer));
    expect(waysOf('klayrai')).toEqual([{ optional: false, ways: [['header', 'x-api-key', '']] }]);
  });

  test('knows the values that its rows can have', () => {
    expect(operationOf('listAds').fieldValues.get('platform')).toEqual(['meta_ads', 'tiktok_ads']);
    expect(operationOf('listAds').fieldValues.get('status')).toEqual(STATUSES);
    expect(operationOf('listAdAccounts').fieldValues.get('credentialMode')).toEqual(['byo']);
    expect(operationOf('listAccounts').fieldValues.get('status')).toEqual(['active', 'disabled', 'closed']);
    expect(operationOf('listAds').fieldValues.has('name')).toBe(false);
  });
});
