// Which values a parameter may have: asked through the front door, and answered with a list or with the reason.
import { describe, expect, test } from 'vitest';
import { credentialValues } from '../../fixtures/index.ts';
import { isRecord, loadContract } from '../../spec/index.ts';
import { createMock } from '../mock.ts';
import { createFetch } from '../serve/fetch.ts';

const contract = loadContract();
const { layers = {}, klayrai = {} } = credentialValues(contract);
const send = createFetch(createMock({ contract }));
const project = `/v1/projects/${layers.project}/ads`;
const headers = { authorization: `Bearer ${layers.token}`, 'x-api-key': klayrai.apiKey ?? '' };

async function ask(path: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await send(`http://mock${path}`, { headers });
  const body: unknown = await response.json();
  if (!isRecord(body)) throw new Error('The reply is no object.');
  return { status: response.status, body };
}

const PLATFORMS = 'one of meta_ads, tiktok_ads, apple_ads';
const STATUSES = 'one of active, paused, archived, deleted, in_review, rejected';
const INSTANT = 'an ISO 8601 timestamp, such as 2026-04-01T00:00:00Z';
const NOT_EMPTY = 'a value that is not empty';
const LIMIT = 'an integer from 1 to 200';

/** The list, the query, the parameter that is refused, and what it must be and was. */
const refused: [list: string, query: string, parameter: string, wanted: string, sent: string][] = [
  ['ads', 'limit=0', 'limit', LIMIT, '0'],
  ['ads', 'limit=201', 'limit', LIMIT, '201'],
  ['ads', 'limit=-1', 'limit', LIMIT, '-1'],
  ['ads', 'limit=1.5', 'limit', LIMIT, '1.5'],
  ['ads', 'limit=1e2', 'limit', LIMIT, '1e2'],
  ['ads', 'limit=0x10', 'limit', LIMIT, '0x10'],
  ['ads', 'limit=', 'limit', LIMIT, ''],
  ['ads', 'limit=%2050', 'limit', LIMIT, ' 50'],
  ['ads', 'limit=99999999999999999999', 'limit', LIMIT, '99999999999999999999'],
  ['ads', 'limit=Infinity', 'limit', LIMIT, 'Infinity'],
  ['ads', 'platforms=snap_ads', 'platforms', PLATFORMS, 'snap_ads'],
  ['ads', 'platforms=META_ADS', 'platforms', PLATFORMS, 'META_ADS'],
  ['ads', 'platforms=meta_ads&platforms=x', 'platforms', PLATFORMS, 'x'],
  ['ads', 'platforms=meta_ads,x', 'platforms', PLATFORMS, 'x'],
  ['ads', 'platforms=meta_ads,', 'platforms', PLATFORMS, ''],
  ['ads', 'platforms=', 'platforms', PLATFORMS, ''],
  ['ads', 'platforms=constructor', 'platforms', PLATFORMS, 'constructor'],
  ['adsets', 'status=done', 'status', STATUSES, 'done'],
  ['campaigns', 'status=active&status=', 'status', STATUSES, ''],
  ['ads', 'adsetId=', 'adsetId', NOT_EMPTY, ''],
  ['ads', 'adsContentId=', 'adsContentId', NOT_EMPTY, ''],
  ['campaigns', 'since=yesterday', 'since', INSTANT, 'yesterday'],
  ['campaigns', 'since=', 'since', INSTANT, ''],
  ['campaigns', 'since=1775001600', 'since', INSTANT, '1775001600'],
  ['campaigns', 'since=2026-02-30T00:00:00Z', 'since', INSTANT, '2026-02-30T00:00:00Z'],
  ['campaigns', 'since=2026-13-01', 'since', INSTANT, '2026-13-01'],
  ['campaigns', 'since=2026-04-01T00:00:00', 'since', INSTANT, '2026-04-01T00:00:00'],
  ['campaigns', 'since=2026-04-01T00:00:00+02:00', 'since', INSTANT, '2026-04-01T00:00:00 02:00'],
  ['ad-accounts', 'healthy=yes', 'healthy', 'true or false', 'yes'],
  ['ad-accounts', 'healthy=TRUE', 'healthy', 'true or false', 'TRUE'],
  ['ad-accounts', 'healthy=', 'healthy', 'true or false', ''],
  ['ad-accounts', 'healthy=constructor', 'healthy', 'true or false', 'constructor'],
  ['ad-accounts', 'healthy=__proto__', 'healthy', 'true or false', '__proto__'],
  ['ad-accounts', 'credentialMode=mine', 'credentialMode', 'one of agency, byo', 'mine'],
  ['ads', `adsetId=a&platforms=${'x'.repeat(200)}`, 'platforms', PLATFORMS, 'x'.repeat(80)],
];

describe('Layers refuses', () => {
  test.each(refused)('%s?%s', async (list, query, parameter, wanted, sent) => {
    const { status, body } = await ask(`${project}/${list}?${query}`);
    expect(status).toBe(422);
    expect(body).toEqual({
      error: {
        code: 'VALIDATION',
        message: `${parameter} must be ${wanted}, not ${JSON.stringify(sent)}.`,
        requestId: expect.any(String),
        details: { parameter },
      },
    });
  });

  test.each(['limit=1&limit=2', 'limit=5&limit=5', 'adsetId=a&adsetId=b', 'campaignId=a&campaignId=a'])(
    'a parameter of one value that is sent twice: %s',
    async (query) => {
      const [parameter = ''] = query.split('=');
      const { status, body } = await ask(`${project}/ads?${query}`);
      expect(status).toBe(422);
      expect(body).toMatchObject({
        error: { message: `${parameter} may be given only once.`, details: { parameter } },
      });
    },
  );
});

describe('KlayrAI refuses', () => {
  test.each([
    ['page=0', 'page must be an integer from 1 to 9007199254740991, not "0".'],
    ['page=-1', 'page must be an integer from 1 to 9007199254740991, not "-1".'],
    ['page=one', 'page must be an integer from 1 to 9007199254740991, not "one".'],
    ['page=9007199254740992', 'page must be an integer from 1 to 9007199254740991, not "9007199254740992".'],
    ['page_size=0', 'page_size must be an integer from 1 to 100, not "0".'],
    ['page_size=101', 'page_size must be an integer from 1 to 100, not "101".'],
    ['page_size=20.0', 'page_size must be an integer from 1 to 100, not "20.0".'],
    ['status=disabled', 'status must be one of active, disconnected, token_expired, not "disabled".'],
    ['status=ACTIVE', 'status must be one of active, disconnected, token_expired, not "ACTIVE".'],
    [
      'status=active,disconnected',
      'status must be one of active, disconnected, token_expired, not "active,disconnected".',
    ],
    ['status=active&status=disconnected', 'status may be given only once.'],
  ])('%s', async (query, message) => {
    expect(await ask(`/v1/accounts?${query}`)).toEqual({
      status: 400,
      body: { error: { type: 'invalid_request', message } },
    });
  });
});

/** Two queries that must give the same list, since the second is another spelling of the first. */
const same: [list: string, query: string, other: string][] = [
  ['ads', 'platforms=meta_ads&platforms=tiktok_ads', 'platforms=meta_ads,tiktok_ads'],
  ['ads', 'platforms=meta_ads&platforms=tiktok_ads', 'platforms=tiktok_ads%2Cmeta_ads&platforms=meta_ads'],
  ['ads', 'status=active', 'status=active&status=active'],
  ['ads', 'status=in_review', 'st%61tus=in%5Freview'],
  ['ads', 'limit=100', ''],
  ['ads', 'limit=1', 'limit=001'],
  ['ads', 'status=active&limit=200', 'limit=200&&status=active&'],
  ['ad-accounts', '', 'healthy=false'],
  ['ad-accounts', '', 'credentialMode=byo'],
  ['campaigns', 'since=2026-04-10T00:00:00Z', 'since=2026-04-10'],
  ['campaigns', 'since=2026-04-10T00:00:00Z', 'since=2026-04-10T02:00:00%2B02:00'],
  ['campaigns', 'since=2026-04-10T00:00:00Z', 'since=2026-04-09T19:00:00.000-05:00'],
];

describe('the mock understands', () => {
  test.each(same)('%s?%s as ?%s', async (list, query, other) => {
    const [one, two] = await Promise.all([ask(`${project}/${list}?${query}`), ask(`${project}/${list}?${other}`)]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(two.body.items).toEqual(one.body.items);
    expect(one.body.items).not.toEqual([]);
  });

  test.each([
    ['/ads?limit=200', 200],
    ['/ads?limit=1', 1],
    ['/campaigns?limit=200', 70],
    ['/adsets?limit=180', 180],
    ['/ads?adsetId=nobody', 0],
    ['/ads?platforms=apple_ads', 0],
    ['/ad-accounts?credentialMode=agency', 0],
    ['/campaigns?since=2999-01-01', 0],
  ])('%s, and gives %i rows', async (path, count) => {
    const { status, body } = await ask(project + path);
    expect(status).toBe(200);
    expect(body.items).toHaveLength(count);
  });
});
