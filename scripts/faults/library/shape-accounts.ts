// Members of accounts that are not what the pages say of them.
import type { Fault } from '../fault.ts';
import { onPlatform, type RowDefect, rowFault, set, turn } from '../row-change.ts';

const epochSeconds = (value: unknown): unknown => Date.parse(String(value)) / 1000;

const ACCOUNTS: readonly RowDefect[] = [
  ['adAccounts', 'timezone-local', 'ACC-30', 'timezone is Europe/Berlin', set('timezone', 'Europe/Berlin')],
  ['adAccounts', 'timezone-utc-small', 'ACC-30', 'timezone is utc', set('timezone', 'utc')],
  ['adAccounts', 'wallet-number', 'ACC-34', 'walletBalance is a number', set('walletBalance', 120.5)],
  [
    'adAccounts',
    'wallet-money',
    'ACC-34',
    'walletBalance is money',
    set('walletBalance', { amount: 1, currency: 'USD' }),
  ],
  [
    'adAccounts',
    'validated-at-set',
    'ACC-33',
    'tokenLastValidatedAt is set',
    set('tokenLastValidatedAt', '2026-06-01T00:00:00Z'),
  ],
  ['adAccounts', 'mode-agency', 'ACC-31', 'credentialMode is agency', set('credentialMode', 'agency')],
  ['adAccounts', 'token-unknown', 'ACC-32', 'tokenStatus is unknown', set('tokenStatus', 'unknown')],
  [
    'adAccounts',
    'platform-short',
    'ACC-26',
    'platform is meta in place of meta_ads',
    onPlatform('meta_ads', set('platform', 'meta')),
  ],
  [
    'adAccounts',
    'meta-id-bare',
    'ACC-45',
    'the Meta account has no act_',
    onPlatform('meta_ads', set('externalId', '123456789012345')),
  ],
  [
    'adAccounts',
    'tiktok-id-letters',
    'ACC-46',
    'the TikTok account has letters',
    onPlatform('tiktok_ads', set('externalId', 'adv-7389201')),
  ],
  [
    'adAccounts',
    'tiktok-id-number',
    'ACC-46',
    'the TikTok account is a number',
    onPlatform('tiktok_ads', set('externalId', 7389201)),
  ],
  [
    'adAccounts',
    'apple-id-bare',
    'ACC-47',
    'the Apple account has no org-',
    onPlatform('apple_ads', set('externalId', '9823412')),
  ],
  ['adAccounts', 'ids-swapped', 'ACC-45', 'every account has an id of Apple’s form', set('externalId', 'org-9823412')],
  ['adAccounts', 'connected-at-epoch', 'ACC-35', 'connectedAt counts seconds', turn('connectedAt', epochSeconds)],
];

const KLAYRAI: readonly RowDefect[] = [
  ['accounts', 'currency-name', 'KLY-30', 'currency is a name', set('currency', 'Euro')],
  ['accounts', 'currency-small', 'KLY-30', 'currency is written in small letters', set('currency', 'eur')],
  ['accounts', 'currency-no-code', 'KLY-30', 'currency is three letters that are no code', set('currency', 'XQZ')],
  ['accounts', 'timezone-offset', 'KLY-31', 'timezone is an offset', set('timezone', '+02:00')],
  ['accounts', 'timezone-city', 'KLY-31', 'timezone is a city', set('timezone', 'Amsterdam')],
  [
    'accounts',
    'meta-id-bare',
    'KLY-27',
    'metaAccountId has no act_',
    turn('metaAccountId', (value) => String(value).slice(4)),
  ],
  ['accounts', 'meta-id-number', 'KLY-27', 'metaAccountId is a number', set('metaAccountId', 123456789)],
  ['accounts', 'status-number', 'KLY-32', 'status is Meta’s number', set('status', 1)],
  ['accounts', 'status-unsettled', 'KLY-32', 'status is unsettled', set('status', 'unsettled')],
  [
    'accounts',
    'connection-expired',
    'KLY-33',
    'connectionStatus is expired in place of token_expired',
    turn('connectionStatus', (value) => (value === 'token_expired' ? 'expired' : value)),
  ],
  ['accounts', 'count-fraction', 'KLY-38', 'campaignCount has a fraction', set('campaignCount', 12.5)],
  ['accounts', 'count-text', 'KLY-39', 'activeCampaignCount is a string', set('activeCampaignCount', '5')],
  ['accounts', 'spend-text', 'KLY-40', 'totalSpendLast30d is a string', set('totalSpendLast30d', '14200.00')],
  ['accounts', 'spend-null', 'KLY-40', 'totalSpendLast30d is null', set('totalSpendLast30d', null)],
  ['accounts', 'permissions-text', 'KLY-36', 'permissions is one string', set('permissions', 'read_insights,read_ads')],
  ['accounts', 'synced-null', 'KLY-37', 'lastSyncedAt is null', set('lastSyncedAt', null)],
  ['accounts', 'connected-at-epoch', 'KLY-43', 'connectedAt counts seconds', turn('connectedAt', epochSeconds)],
  ['accounts', 'business-id-number', 'KLY-35', 'businessId is a number', set('businessId', 1234567890)],
];

export const shapeAccounts: readonly Fault[] = [...ACCOUNTS, ...KLAYRAI].map(rowFault);
