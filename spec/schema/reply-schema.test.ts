import { describe, expect, test } from 'vitest';
import { loadContract } from '../load/load-contract.ts';
import { at, isRecord } from './pointer.ts';
import type { ReplySchema } from './reply-schema.ts';

const { documents, operations } = loadContract();

function schemaOf(id: string, status = 200): ReplySchema {
  const schema = operations.find((operation) => operation.id === id)?.reply(status);
  if (schema === undefined) throw new Error(`${id} documents no reply ${status}.`);
  return schema;
}

const EXAMPLES = {
  listAdAccounts: 'adAccounts',
  listCampaigns: 'campaigns',
  listAdsets: 'adsets',
  listAds: 'ads',
  listAccounts: 'accounts',
} as const;
type ListId = keyof typeof EXAMPLES;

/** The documented body with another value at `pointer`; undefined takes the member away. */
function bodyWith(id: ListId, pointer: string, value: unknown): unknown {
  const owner = documents.find((each) => each.operations.some((operation) => operation.id === id));
  const body = structuredClone(at(owner?.document, `/components/examples/${EXAMPLES[id]}/value`));
  const cut = pointer.lastIndexOf('/');
  const parent = at(body, pointer.slice(0, cut));
  if (!isRecord(parent)) throw new Error(`Nothing stands at ${pointer}.`);
  if (value === undefined) delete parent[pointer.slice(cut + 1)];
  else parent[pointer.slice(cut + 1)] = value;
  return body;
}

type Case = [id: ListId, pointer: string, value: unknown, expected: string, clauses: string[]];

const broken: Case[] = [
  ['listAdAccounts', '/items/0/adAccountId', undefined, 'present', ['ACC-25']],
  ['listAdAccounts', '/items/0/adAccountId', '', 'a string that is not empty', ['ACC-25']],
  ['listAdAccounts', '/items/0/platform', 'snap_ads', 'one of ["meta_ads","tiktok_ads","apple_ads"]', ['ACC-26']],
  ['listAdAccounts', '/items/1/timezone', 'Europe/Berlin', '"UTC"', ['ACC-30']],
  ['listAdAccounts', '/items/0/walletBalance', 12, 'null', ['ACC-34']],
  ['listAdAccounts', '/items/0/tokenLastValidatedAt', '2026-03-02T14:11:00Z', 'null', ['ACC-33']],
  ['listAdAccounts', '/items/0/externalId', '123', 'of the form ^act_. where platform is meta_ads', ['ACC-45']],
  ['listAdAccounts', '/items/1/externalId', 'act_1', 'of the form ^[0-9]+$ where platform is tiktok_ads', ['ACC-46']],
  ['listAdAccounts', '/items/2/externalId', '9823412', 'of the form ^org-. where platform is apple_ads', ['ACC-47']],
  ['listAdAccounts', '/nextCursor', null, 'nothing here', ['ACC-23', 'LAY-37']],
  ['listAdAccounts', '/items', undefined, 'present', ['ACC-22']],
  ['listCampaigns', '/items/0/objective', null, 'string', ['CMP-38', 'LAY-69']],
  ['listCampaigns', '/items/0/dailyBudget', 150, 'one of the documented forms', ['CMP-40', 'LAY-66']],
  ['listCampaigns', '/items/0/createdAt', '29 March 2026', 'of the format date-time', ['CMP-44', 'LAY-61']],
  ['listCampaigns', '/items/0/metricsSnapshot7d', { spend: 1 }, 'an empty object', ['CMP-45']],
  ['listCampaigns', '/nextCursor', 5, 'string or null', ['CMP-32', 'LAY-31']],
  [
    'listAdsets',
    '/items/1/endTime',
    null,
    'string where platform is tiktok_ads and lifetimeBudget is of the type object',
    ['SET-58'],
  ],
  ['listAdsets', '/items/0/targetingSummary/age/min', '25', 'integer', ['SET-49']],
  ['listAdsets', '/items/0/targetingSummary/geo', 'US', 'array', ['SET-48']],
  ['listAdsets', '/items/0/targetingSummary/placements', null, 'array', ['SET-51']],
  ['listAdsets', '/items/0/targetingSummary', {}, 'an object that is not empty', ['SET-47', 'SET-61']],
  ['listAdsets', '/items/0/targetingSummary', undefined, 'present', ['SET-47', 'SET-61']],
  ['listAds', '/items/0/platform', 'apple_ads', 'one of ["meta_ads","tiktok_ads"]', ['ADS-44', 'ADS-06', 'ADS-07']],
  ['listAds', '/items/1/adsContentId', ['a', 'b'], 'string or null', ['ADS-49', 'ADS-58', 'LAY-46']],
  ['listAds', '/items/0/name', '', 'a string that is not empty', ['ADS-46']],
  ['listAccounts', '/data/0/timezone', 'Europe/Amstredam', 'of the format iana-timezone', ['KLY-31']],
  [
    'listAccounts',
    '/data/0/connectionStatus',
    'disabled',
    'one of ["active","disconnected","token_expired"]',
    ['KLY-33'],
  ],
  ['listAccounts', '/data/0/campaignCount', 1.5, 'integer', ['KLY-38']],
  ['listAccounts', '/pagination/hasMore', undefined, 'present', ['KLY-22']],
  ['listAccounts', '/pagination', null, 'object', ['KLY-18']],
];

describe('a reply breaks its clause where', () => {
  test.each(broken)('%s has at %s %j', (id, pointer, value, expected, clauses) => {
    const violations = schemaOf(id).violations(bodyWith(id, pointer, value));
    expect(violations).toEqual([{ pointer, expected, received: value, clauses, level: 'must' }]);
  });

  test('an id that is no string has not the form that its platform gives it either', () => {
    const violations = schemaOf('listAdAccounts').violations(bodyWith('listAdAccounts', '/items/1/externalId', 7_389));
    expect(violations.flatMap(({ clauses }) => clauses).sort()).toEqual(['ACC-27', 'ACC-46']);
  });

  test('several members are broken, each for itself', () => {
    const violations = schemaOf('listAds').violations({ items: [{}], nextCursor: '' });
    expect(violations.map(({ pointer }) => pointer)).toEqual([
      ...[
        'adId',
        'adsetId',
        'campaignId',
        'adAccountId',
        'platform',
        'externalId',
        'name',
        'status',
        'effectiveStatus',
      ].map((name) => `/items/0/${name}`),
      ...['adsContentId', 'sourceType', 'creative', 'createdAt', 'launchedAt', 'metricsSnapshot7d'].map(
        (name) => `/items/0/${name}`,
      ),
      '/nextCursor',
    ]);
  });

  test('a budget lacks its currency', () => {
    const violations = schemaOf('listCampaigns').violations(
      bodyWith('listCampaigns', '/items/0/dailyBudget/currency', undefined),
    );
    expect(violations.map(({ pointer, expected }) => [pointer, expected])).toEqual([
      ['/items/0/dailyBudget/currency', 'present'],
      ['/items/0/dailyBudget', 'one of the documented forms'],
    ]);
  });

  test.each([[null], ['items'], [5], [[]], [undefined]])('the body is %j', (body) => {
    expect(schemaOf('listAds').violations(body)).toMatchObject([{ pointer: '', expected: 'object', level: 'must' }]);
  });
});

describe('a reply keeps its clauses where', () => {
  test.each<[ListId, string, unknown]>([
    ['listAdAccounts', '/items/0/tokenStatus', 'pending'],
    ['listAdAccounts', '/items/0/colour', 'blue'],
    ['listCampaigns', '/nextCursor', undefined],
    ['listCampaigns', '/items/0/startTime', null],
    ['listCampaigns', '/items/0/dailyBudget', { amount: 0.5, currency: 'USD', cents: 50 }],
    ['listCampaigns', '/items/0/createdAt', '2026-03-29T17:04:00.123456+02:00'],
    ['listAdsets', '/items/0/targetingSummary/age', null],
    ['listAdsets', '/items/0/targetingSummary/age', undefined],
    ['listAdsets', '/items/0/targetingSummary', { geo: [] }],
    ['listAdsets', '/items/1/lifetimeBudget', null],
    ['listAds', '/items/0/creative', { anything: [1] }],
    ['listAccounts', '/meta', { remaining_requests: 118 }],
  ])('%s has at %s %j', (id, pointer, value) => {
    expect(schemaOf(id).violations(bodyWith(id, pointer, value))).toEqual([]);
  });
});

describe('an error body', () => {
  const error = { code: 'NOT_FOUND', message: 'Project not found.', requestId: 'req_1' };

  test.each([
    ['listAds', 404, { error }, []],
    ['listAds', 500, { error }, []],
    ['listAds', 404, { error: { ...error, requestId: undefined } }, [['/error/requestId', 'should']]],
    ['listAds', 404, { error: { ...error, code: 404 } }, [['/error/code', 'should']]],
    ['listAds', 404, { message: 'Not Found' }, [['/error', 'should']]],
    ['listAccounts', 401, { error: { type: 'authentication_error', message: 'No.' } }, []],
    ['listAccounts', 418, { error: { type: 'teapot' } }, [['/error/message', 'should']]],
  ])('of %s, status %i, as %j', (id, status, body, violations) => {
    const found = schemaOf(id, status).violations(JSON.parse(JSON.stringify(body)));
    expect(found.map(({ pointer, level }) => [pointer, level])).toEqual(violations);
  });
});

describe('the headers', () => {
  const good = { 'x-request-id': 'req_1', 'x-ratelimit-endpoint-class': 'read-light' };

  test.each([
    ['listAds', 200, good, []],
    ['listAds', 200, { ...good, 'x-request-id': '' }, [['header:X-Request-Id', 'a string that is not empty']]],
    ['listAds', 200, { 'x-request-id': 'req_1' }, [['header:X-RateLimit-Endpoint-Class', 'present']]],
    [
      'listAds',
      200,
      { ...good, 'x-ratelimit-endpoint-class': 'write' },
      [['header:X-RateLimit-Endpoint-Class', '"read-light"']],
    ],
    ['listAds', 429, { ...good, 'retry-after': 'soon' }, [['header:Retry-After', 'of the form ^[0-9]+$']]],
    ['listAccounts', 200, {}, []],
    ['listAccounts', 200, { 'retry-after': '5' }, [['header:Retry-After', 'nothing here']]],
  ])('of %s, status %i, %j', (id, status, headers, violations) => {
    const found = schemaOf(id, status).headerViolations(headers);
    expect(found.map(({ pointer, expected }) => [pointer, expected])).toEqual(violations);
    expect(found.map(({ level }) => level)).toEqual(violations.map(() => 'should'));
  });
});
