// What may not become of rows: each refusal names the member and what it may be, and nothing is changed.
import { describe, expect, test } from 'vitest';
import { loadContract, type Row } from '../../spec/index.ts';
import { createMock } from '../mock.ts';
import { everythingOf, keyOf, placesIn, rowLike } from './sample-promises.ts';

const contract = loadContract();
const whole = createMock({ contract, scenario: 'one-page', frozen: true });
const begin = placesIn(whole);

const campaign = rowLike(whole, 'campaign', { platform: 'meta_ads' });
const onTiktok = rowLike(whole, 'campaign', { platform: 'tiktok_ads' });
const tiktok = rowLike(whole, 'adAccount', { platform: 'tiktok_ads' });
const account = rowLike(whole, 'account', { connectionStatus: 'active' });

/** The list, what is given, the member that is named, and the sentence. */
type Wrong = readonly [list: string, given: Row, member: string, message: RegExp];

describe('a row is not created', () => {
  test.each<Wrong>([
    ['campaign', { status: 'running' }, 'status', /^status must be one of .*active.*, not "running"\.$/],
    ['campaign', { name: null }, 'name', /^name must be .*string.*, not null\.$/],
    ['campaign', { colour: 'red' }, 'colour', /^colour is no member of campaign\.$/],
    ['campaign', { campaignId: campaign.campaignId }, 'campaignId', /^campaignId must be new; another row has "/],
    ['campaign', { campaignId: '' }, 'campaignId', /^campaignId must be /],
    ['campaign', { campaignId: 5 }, 'campaignId', /^campaignId must be .*, not 5\.$/],
    ['campaign', { campaignId: { toString: 1 } }, 'campaignId', /^campaignId must be /],
    [
      'campaign',
      { adAccountId: 'nobody' },
      'adAccountId',
      /^adAccountId must be the adAccountId of a adAccount, not "nobody"\.$/,
    ],
    ['campaign', { adAccountId: { toString: 1 } }, 'adAccountId', /^adAccountId must be /],
    [
      'campaign',
      { adAccountId: campaign.adAccountId, platform: 'apple_ads' },
      'platform',
      /^platform must be "meta_ads", as the adAccount has it, not "apple_ads"\.$/,
    ],
    ['campaign', { dailyBudget: { amount: 5 } }, 'dailyBudget.currency', /^dailyBudget\.currency must be /],
    [
      'campaign',
      { startTime: '2026-05-02T00:00:00Z', endTime: '2026-05-01T00:00:00Z' },
      'endTime',
      /^endTime must be at-or-after startTime\.$/,
    ],
    ['campaign', { createdAt: 'yesterday' }, 'createdAt', /^createdAt must be .*not "yesterday"\.$/],
    ['campaign', JSON.parse('{"__proto__":{"name":"x"}}'), '__proto__', /^__proto__ is no member of campaign\.$/],
    ['campaign', { constructor: 'x' }, 'constructor', /^constructor is no member of campaign\.$/],
    ['adset', { campaignId: 'nobody' }, 'campaignId', /^campaignId must be the campaignId of a campaign/],
    [
      'adset',
      { campaignId: campaign.campaignId, adAccountId: onTiktok.adAccountId },
      'adAccountId',
      /^adAccountId must be .*, as the campaign has it/,
    ],
    ['ad', { platform: 'apple_ads' }, 'platform', /^platform must be /],
    ['ad', { adsetId: ['a'] }, 'adsetId', /^adsetId must be /],
    [
      'adAccount',
      { adAccountId: 'new', platform: 'meta_ads' },
      'platform',
      /^platform must be unique; .* has "meta_ads"\.$/,
    ],
    ['account', { id: account.id }, 'id', /^id must be new; another row has "act_/],
    [
      'account',
      { activeCampaignCount: 9, campaignCount: 8 },
      'activeCampaignCount',
      /^activeCampaignCount must be at-most campaignCount\.$/,
    ],
    ['account', { metaAccountId: '123' }, 'metaAccountId', /^metaAccountId must be .*not "123"\.$/],
    ['account', { currency: 'euro' }, 'currency', /^currency must be .*not "euro"\.$/],
  ])('of %s with %j', async (list, given, member, message) => {
    const { mock, name, control } = begin();
    const before = everythingOf(mock, name);
    await expect(control.create(list, given)).rejects.toMatchObject({
      status: 400,
      member,
      message: expect.stringMatching(message),
    });
    expect(everythingOf(mock, name)).toEqual(before);
  });

  test('where no new one can be made', async () => {
    const { mock, name, control } = begin();
    const before = everythingOf(mock, name);
    await expect(control.create('adAccount')).rejects.toMatchObject({
      status: 400,
      message:
        'No new row of adAccount can be made: all are there already, or nothing is there that it could belong to.',
    });
    expect(everythingOf(mock, name)).toEqual(before);
  });
});

describe('a row is not changed', () => {
  test.each<Wrong>([
    ['campaign', { campaignId: 'other' }, 'campaignId', /^campaignId identifies the row and stays "/],
    ['campaign', { status: 1 }, 'status', /^status must be .*, not 1\.$/],
    ['campaign', { colour: 'red' }, 'colour', /^colour is no member of campaign\.$/],
    [
      'campaign',
      { adAccountId: onTiktok.adAccountId, platform: 'tiktok_ads' },
      'adAccountId',
      /^adAccountId must stay ".*": rows of adset refer to this row/,
    ],
    ['campaign', { endTime: '2001-01-01T00:00:00Z' }, 'endTime', /^endTime must be at-or-after startTime\.$/],
    ['campaign', { metricsSnapshot7d: 'none' }, 'metricsSnapshot7d', /^metricsSnapshot7d must be /],
    [
      'campaign',
      { name: 'x'.repeat(5), objective: ['a'.repeat(500)] },
      'objective',
      /^objective must be .{0,200}\.\.\.\.$/,
    ],
    [
      'adset',
      { campaignId: onTiktok.campaignId },
      'adAccountId',
      /^adAccountId must be ".*", as the campaign has it|^campaignId must stay/,
    ],
    ['ad', { adsetId: 'nobody' }, 'adsetId', /^adsetId must be the adsetId of a adset, not "nobody"\.$/],
    [
      'adAccount',
      { platform: 'tiktok_ads', externalId: tiktok.externalId },
      'platform',
      /^platform must be unique; .* has "tiktok_ads"\.$/,
    ],
    ['account', { id: 'act_999' }, 'id', /^id identifies the row and stays "act_/],
    ['account', { campaignCount: -1 }, 'campaignCount', /^campaignCount must be .*, not -1\.$/],
    [
      'account',
      { activeCampaignCount: 1e9 },
      'activeCampaignCount',
      /^activeCampaignCount must be at-most campaignCount\.$/,
    ],
  ])('of %s with %j', async (list, given, member, message) => {
    const place = begin();
    const { mock, name, control } = place;
    const key = await keyOf(place, list, list === 'account' ? {} : { platform: 'meta_ads' });
    const before = everythingOf(mock, name);
    await expect(control.change(list, key, given)).rejects.toMatchObject({
      status: 400,
      ...(list === 'adset' ? {} : { member }),
      message: expect.stringMatching(message),
    });
    expect(everythingOf(mock, name)).toEqual(before);
  });
});

describe('what is not there', () => {
  test.each<[string, (control: ReturnType<typeof begin>['control']) => Promise<unknown>, RegExp]>([
    [
      'a list',
      (control) => control.create('campain'),
      /^There is no list campain\. The lists are adAccount, .*campaign/,
    ],
    ['a list, read', (control) => control.rows('constructor'), /^There is no list constructor\./],
    [
      'a row, read',
      (control) => control.row('campaign', 'nobody'),
      /^There is no row of campaign with the key nobody\.$/,
    ],
    [
      'a row, changed',
      (control) => control.change('account', '__proto__', {}),
      /^There is no row of account with the key __proto__\.$/,
    ],
    [
      'a row, deleted',
      (control) => control.remove('ad', 'nobody', { cascade: true }),
      /^There is no row of ad with the key nobody\.$/,
    ],
    [
      'a row to act on',
      (control) => control.act('ad', 'nobody', 'pause'),
      /^There is no row of ad with the key nobody\.$/,
    ],
  ])('%s is a 404', async (_sentence, call, message) => {
    const { mock, name, control } = begin();
    const before = everythingOf(mock, name);
    await expect(call(control)).rejects.toMatchObject({ status: 404, message: expect.stringMatching(message) });
    expect(everythingOf(mock, name)).toEqual(before);
  });
});
