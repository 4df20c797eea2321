// The five lists as their pages document them, written down anew: what a fault breaks must not come from the contract that it tests.
import type { Row } from '../../spec/index.ts';
import type { Api, Resource } from './built-in.ts';

export type ListName = 'adAccounts' | 'campaigns' | 'adsets' | 'ads' | 'accounts';

/** Whether a row stays in the list when the parameter has these values. */
export type Meaning = (row: Row, values: readonly string[]) => boolean;

/** One documented list. */
export type List = {
  readonly api: Api;
  readonly operation: string;
  readonly resource: Resource;
  /** The end of the path. */
  readonly path: RegExp;
  /** The member of the reply that holds the rows. */
  readonly items: string;
  readonly key: string;
  /** What each filter parameter does. */
  readonly filters: Readonly<Record<string, Meaning>>;
  /** The documented statement behind each of them. */
  readonly filterClauses: Readonly<Record<string, string>>;
  /** How the register begins the ids of this page's clauses. */
  readonly page: string;
};

const oneOf =
  (member: string): Meaning =>
  (row, values) =>
    values.some((value) => row[member] === value);
const equals =
  (member: string): Meaning =>
  (row, values) =>
    row[member] === values[0];
const onOrAfter: Meaning = (row, [since = '']) => Date.parse(String(row.createdAt)) >= Date.parse(since);
const isHealthy: Meaning = (row, [healthy]) => healthy !== 'true' || row.tokenStatus === 'valid';

export const LISTS: Readonly<Record<ListName, List>> = {
  adAccounts: {
    api: 'layers',
    operation: 'listAdAccounts',
    resource: 'adAccount',
    path: /\/ads\/ad-accounts$/,
    items: 'items',
    key: 'adAccountId',
    filters: { platforms: oneOf('platform'), credentialMode: equals('credentialMode'), healthy: isHealthy },
    filterClauses: { platforms: 'ACC-12', credentialMode: 'ACC-15', healthy: 'ACC-18' },
    page: 'ACC',
  },
  campaigns: {
    api: 'layers',
    operation: 'listCampaigns',
    resource: 'campaign',
    path: /\/ads\/campaigns$/,
    items: 'items',
    key: 'campaignId',
    filters: {
      platforms: oneOf('platform'),
      adAccountId: equals('adAccountId'),
      status: oneOf('status'),
      since: onOrAfter,
    },
    filterClauses: { platforms: 'CMP-11', adAccountId: 'CMP-14', status: 'CMP-15', since: 'CMP-18' },
    page: 'CMP',
  },
  adsets: {
    api: 'layers',
    operation: 'listAdsets',
    resource: 'adset',
    path: /\/ads\/adsets$/,
    items: 'items',
    key: 'adsetId',
    filters: {
      campaignId: equals('campaignId'),
      platforms: oneOf('platform'),
      adAccountId: equals('adAccountId'),
      status: oneOf('status'),
    },
    filterClauses: { campaignId: 'SET-13', platforms: 'SET-14', adAccountId: 'SET-17', status: 'SET-18' },
    page: 'SET',
  },
  ads: {
    api: 'layers',
    operation: 'listAds',
    resource: 'ad',
    path: /\/ads\/ads$/,
    items: 'items',
    key: 'adId',
    filters: {
      adsetId: equals('adsetId'),
      campaignId: equals('campaignId'),
      adAccountId: equals('adAccountId'),
      platforms: oneOf('platform'),
      adsContentId: equals('adsContentId'),
      status: oneOf('status'),
    },
    filterClauses: {
      adsetId: 'ADS-16',
      campaignId: 'ADS-17',
      adAccountId: 'ADS-18',
      platforms: 'ADS-19',
      adsContentId: 'ADS-22',
      status: 'ADS-23',
    },
    page: 'ADS',
  },
  accounts: {
    api: 'klayrai',
    operation: 'listAccounts',
    resource: 'account',
    path: /\/v1\/accounts$/,
    items: 'data',
    key: 'id',
    filters: { status: equals('connectionStatus') },
    filterClauses: { status: 'KLY-05' },
    page: 'KLY',
  },
};

export const LIST_NAMES = Object.keys(LISTS) as readonly ListName[];

/** The lists that have a cursor. */
export const CURSOR_LISTS = ['campaigns', 'adsets', 'ads'] as const;
export type CursorList = (typeof CURSOR_LISTS)[number];

/** The list that a path belongs to. */
export function listAt(path: string): ListName | undefined {
  return LIST_NAMES.find((name) => LISTS[name].path.test(path));
}
