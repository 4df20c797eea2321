// Other data: worlds that are small, large, one-sided, or full of what the documentation allows.
import type { Row } from '../../../spec/index.ts';
import type { ListName } from '../../faults/lists.ts';
import { reshaping } from '../../faults/world.ts';
import { inWorld, KLAYRAI, type Variation, wrapped } from '../variation.ts';

const rows = (account: number, campaign: number, adset: number, ad: number) => ({ account, campaign, adset, ad });

const worlds: readonly Variation[] = [
  inWorld('as-it-is', 'the clean mock', {}),
  inWorld('another-seed', 'another world', { seed: 77 }),
  inWorld('no-rows', 'every list is empty', { scenario: 'empty' }),
  inWorld('one-row', 'each list has one row', { scenario: 'single-platform', size: rows(1, 1, 1, 1) }),
  inWorld('two-rows', 'each list has two rows', { size: rows(2, 2, 2, 2) }),
  inWorld('meta-only', 'everything is on Meta', { scenario: 'single-platform' }),
  inWorld('no-healthy-token', 'no token is valid', { scenario: 'tokens' }),
  inWorld('few-instants', 'all rows were created at four instants', { scenario: 'ties' }),
  inWorld('one-page', 'each list fits on one page', { scenario: 'one-page' }),
  inWorld('20-and-100-rows', 'each list fills one page of the default size', { size: rows(20, 100, 100, 100) }),
  inWorld('21-and-101-rows', 'each list has one row more than one page', { size: rows(21, 101, 101, 101) }),
  inWorld('19-and-99-rows', 'each list has one row less than one page', { size: rows(19, 99, 99, 99) }),
  inWorld('100-and-200-rows', 'each list fills one page of the largest size', { size: rows(100, 200, 200, 200) }),
  inWorld('101-and-201-rows', 'each list has one row more than the largest page', { size: rows(101, 201, 201, 201) }),
  inWorld('many-rows', 'each list has many pages', { scenario: 'large', size: rows(230, 300, 700, 1500) }),
];

const long: readonly Variation[] = [
  inWorld('very-many-rows', 'each list is longer than the budget of requests allows to walk', { scenario: 'large' }),
  inWorld('many-parents', 'there are more campaigns and ad sets than ads', {
    scenario: 'large',
    size: rows(5, 800, 900, 60),
  }),
];

const set =
  (list: ListName, members: Row) =>
  (row: Row, here: ListName): Row =>
    here === list ? { ...row, ...members } : row;
const onCursorLists =
  (change: (row: Row, index: number, list: ListName) => Row) =>
  (row: Row, list: ListName, index: number): Row =>
    list === 'adAccounts' || list === 'accounts' ? row : change(row, index, list);
const targeting = (change: (parts: object, index: number) => object) =>
  reshaping((row, list, index) =>
    list === 'adsets' ? { ...row, targetingSummary: change(row.targetingSummary as object, index) } : row,
  );
const hasBudget = (list: ListName): boolean => list === 'campaigns' || list === 'adsets';
const money = (amount: number) => ({ amount, currency: 'USD' });

const reshaped: readonly Variation[] = [
  wrapped(
    'no-tiktok',
    'nothing is on TikTok',
    reshaping((row) => (row.platform === 'tiktok_ads' ? undefined : row)),
  ),
  wrapped('all-active', 'every status is active', reshaping(onCursorLists((row) => ({ ...row, status: 'active' })))),
  wrapped('all-deleted', 'every status is deleted', reshaping(onCursorLists((row) => ({ ...row, status: 'deleted' })))),
  wrapped(
    'one-instant',
    'all rows were created at one instant',
    reshaping(onCursorLists((row) => ({ ...row, createdAt: '2026-04-01T00:00:00Z' }))),
  ),
  wrapped('no-creatives', 'every adsContentId is null', reshaping(set('ads', { adsContentId: null }))),
  wrapped(
    'one-creative',
    'all ads promote one creative',
    reshaping(set('ads', { adsContentId: '01HXD2A2B3C4D5E6F7G8H9J0K1' })),
  ),
  wrapped(
    'no-start',
    'startTime is null',
    reshaping((row, list) => (hasBudget(list) ? { ...row, startTime: null } : row)),
  ),
  wrapped(
    'no-age',
    'targetingSummary.age is null',
    targeting((parts) => ({ ...parts, age: null })),
  ),
  wrapped(
    'empty-targeting',
    'the lists of the targeting are empty',
    targeting(() => ({ geo: [], age: { min: 18, max: 65 }, customAudiences: [], placements: [] })),
  ),
  wrapped(
    'lean-targeting',
    'each targeting lacks one part, or all but one',
    targeting((parts, index) => {
      const one = Math.floor(index / 2) % 4;
      return Object.fromEntries(Object.entries(parts).filter((_, part) => (part === one) === (index % 2 === 0)));
    }),
  ),
  wrapped(
    'no-budgets',
    'both budgets are null',
    reshaping((row, list) => (hasBudget(list) ? { ...row, dailyBudget: null, lifetimeBudget: null } : row)),
  ),
  wrapped(
    'both-budgets',
    'both budgets are set, and there is an end',
    reshaping((row, list) =>
      hasBudget(list)
        ? { ...row, dailyBudget: money(12.34), lifetimeBudget: money(0.1), endTime: '2027-01-01T00:00:00Z' }
        : row,
    ),
  ),
  wrapped(
    'odd-amounts',
    'amounts are 0, tiny or huge',
    reshaping((row, list, index) =>
      hasBudget(list) ? { ...row, dailyBudget: money([0, 0.01, 1e15, 1e-7][index % 4] ?? 0) } : row,
    ),
  ),
  wrapped(
    'ads-with-metadata',
    'ads have effectiveStatus, sourceType, creative and launchedAt',
    reshaping(
      set('ads', {
        effectiveStatus: 'CAMPAIGN_PAUSED',
        sourceType: 'content_container',
        creative: { id: 1, assets: [{ url: 'https://example.com/a.png' }] },
        launchedAt: '2026-05-01T08:00:00Z',
      }),
    ),
  ),
  wrapped(
    'deep-creative',
    'creative is an object a thousand levels deep',
    reshaping(set('ads', { creative: nested(1000) })),
  ),
  wrapped(
    'other-currencies',
    'Layers names currencies in another way',
    reshaping((row, list) => (list === 'adAccounts' ? { ...row, currency: 'usd' } : row)),
  ),
  wrapped(
    'name-is-id',
    'each ad is named after its externalId',
    reshaping((row, list) => (list === 'ads' ? { ...row, name: row.externalId } : row)),
  ),
  wrapped(
    'foreign-words',
    'goals, events and objectives are words of the platforms, some empty',
    reshaping((row, list, index) =>
      list === 'adsets'
        ? { ...row, optimizationGoal: 'OFFSITE_CONVERSIONS', billingEvent: index % 2 ? 'oCPM' : '' }
        : list === 'campaigns'
          ? { ...row, objective: '' }
          : row,
    ),
  ),
];

const klayrai: readonly Variation[] = [
  wrapped(
    'all-connected',
    'every account is active',
    reshaping(set('accounts', { status: 'active', connectionStatus: 'active' })),
    KLAYRAI,
  ),
  wrapped(
    'none-connected',
    'every account is disconnected',
    reshaping(set('accounts', { connectionStatus: 'disconnected' })),
    KLAYRAI,
  ),
  wrapped(
    'idle-accounts',
    'accounts have no campaigns, spend or permissions',
    reshaping(set('accounts', { campaignCount: 0, activeCampaignCount: 0, totalSpendLast30d: 0, permissions: [] })),
    KLAYRAI,
  ),
  wrapped(
    'odd-accounts',
    'spend has fractions, counts are huge, permissions are unheard of',
    reshaping(
      set('accounts', {
        campaignCount: 1_000_000,
        activeCampaignCount: 1_000_000,
        totalSpendLast30d: 0.015,
        permissions: ['ads_management', ''],
      }),
    ),
    KLAYRAI,
  ),
  wrapped(
    'one-meta-account',
    'two accounts name one Meta account',
    reshaping(set('accounts', { metaAccountId: 'act_123456789', businessId: '1' })),
    KLAYRAI,
  ),
];

function nested(depth: number): object {
  let value: object = {};
  for (let level = 0; level < depth; level += 1) value = { next: value };
  return value;
}

export const data: readonly Variation[] = [...worlds, ...long, ...reshaped, ...klayrai];
