// Parents that cannot be found although they are named: left out, or spelled otherwise.
import { eachRow, pages } from '../answer.ts';
import { given, not, within } from '../ask.ts';
import { deploying } from '../deployment.ts';
import type { Fault } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { changing } from '../world.ts';

const fault = faultOf('references');

/** Parents that are in no list at all, though children name them. */
const HIDDEN = [
  ['campaigns', 'deleted', 'SET-08'],
  ['campaigns', 'archived', 'SET-08'],
  ['adsets', 'deleted', 'ADS-08'],
  ['adsets', 'rejected', 'ADS-08'],
] as const;

const hidden = HIDDEN.map(([list, status, clause]) =>
  fault({
    list,
    name: `${status}-never-listed`,
    clause,
    summary: `${status} rows are in no list, whether asked for or not, and their children are`,
    wrap: deploying({ order: (rows) => rows.filter((row) => row.status !== status) }),
  }),
);

const hiddenAds = fault({
  list: 'ads',
  name: 'deleted-never-listed',
  clause: 'ADS-05',
  summary: 'deleted ads are in no list, whether asked for or not',
  unobservable: 'Nothing names an ad, so an ad that no list shows cannot be missed.',
  wrap: deploying({ order: (rows) => rows.filter((row) => row.status !== 'deleted') }),
});

const oneParent = (['campaigns', 'adsets'] as const).map((list) =>
  fault({
    list,
    name: 'parent-never-listed',
    clause: list === 'campaigns' ? 'SET-08' : 'ADS-08',
    summary: 'one row that children name is in no list',
    wrap: deploying({ order: (rows) => rows.toSpliced(17, 1) }),
  }),
);

const respelled = [
  fault({
    list: 'adsets',
    name: 'campaign-id-without-prefix',
    clause: 'SET-08',
    summary: 'campaignId has lost the prefix that the campaign has',
    wrap: changing(
      'adsets',
      () => true,
      (row) => ({ ...row, campaignId: String(row.campaignId).replace(/^cmp_/, '') }),
    ),
  }),
  fault({
    list: 'ads',
    name: 'adset-id-in-small-letters',
    clause: 'ADS-08',
    summary: 'adsetId is written in small letters, and the ad set’s own id is not',
    wrap: changing(
      'ads',
      () => true,
      (row) => ({ ...row, adsetId: String(row.adsetId).toLowerCase() }),
    ),
  }),
  fault({
    list: 'ads',
    name: 'adset-id-shown-with-prefix',
    clause: 'ADS-08',
    summary: 'adsetId is shown with a prefix that neither the ad set nor the filter knows',
    wrap: eachRow((row) => ({ ...row, adsetId: `adg_${String(row.adsetId)}` })),
  }),
];

const accountHidden = fault({
  list: 'adAccounts',
  name: 'apple-hidden-by-default',
  clause: 'ACC-05',
  summary: 'the Apple account is listed only where platforms asks for it',
  wrap: within(
    not(given('platforms')),
    pages((rows) => rows.filter(({ platform }) => platform !== 'apple_ads')),
  ),
});

const accountNever = fault({
  list: 'adAccounts',
  name: 'apple-never-listed',
  clause: 'CMP-06',
  summary: 'the Apple account is in no list, and its campaigns are',
  wrap: pages((rows) => rows.filter(({ platform }) => platform !== 'apple_ads')),
});

export const referencesHidden: readonly Fault[] = [
  ...hidden,
  hiddenAds,
  ...oneParent,
  ...respelled,
  accountHidden,
  accountNever,
];
