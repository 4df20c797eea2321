// Rows that name parents which do not exist, or which do not belong to one another. The lists and filters agree on them.
import type { Row } from '../../../spec/index.ts';
import type { Fault } from '../fault.ts';
import type { CursorList } from '../lists.ts';
import { type Change, changing, everyRow } from '../world.ts';

/** Which rows are changed: one, or many. */
const EXTENTS: readonly (readonly [string, string, (index: number, count: number) => boolean])[] = [
  ['first', 'the first row that can be', (index) => index === 0],
  ['middle', 'one row in the middle', (index, count) => index === Math.floor(count / 2)],
  ['last', 'the last row that can be', (index, count) => index === count - 1],
  ['many', 'every third row', (index) => index % 3 === 0],
];

const naming =
  (member: string, value: string): Change =>
  (row) => ({ ...row, [member]: value });

/** Another parent of the same kind that fits in one way and not in the other. */
const otherParent =
  (list: CursorList, key: string, fits: (parent: Row, row: Row) => boolean): Change =>
  (row, mock) => {
    const parent = everyRow(mock, list).find((each) => each[key] !== row[key] && fits(each, row));
    return parent === undefined ? undefined : { ...row, [key]: parent[key] };
  };

const otherAccount: Change = (row, { stores }) => {
  const accounts = stores.adAccount.select({ values: new Map(), limit: 10 });
  const other = accounts.find((account) => account.platform !== row.platform);
  return other === undefined ? undefined : { ...row, adAccountId: other.adAccountId };
};

const otherPlatform: Change = (row) => ({
  ...row,
  platform: row.platform === 'meta_ads' ? 'tiktok_ads' : 'meta_ads',
});

type Kind = {
  readonly name: string;
  readonly list: CursorList;
  readonly clause: string;
  readonly summary: string;
  readonly change: Change;
};

const sameFamily = (parent: Row, row: Row): boolean => parent.adAccountId === row.adAccountId;

const KINDS: readonly Kind[] = [
  {
    name: 'adAccount-dangling',
    list: 'campaigns',
    clause: 'CMP-06',
    summary: 'adAccountId names no account',
    change: naming('adAccountId', '01HXF9A2B3C4D5E6F7G8H9J0K1'),
  },
  {
    name: 'adAccount-other',
    list: 'campaigns',
    clause: 'CMP-06',
    summary: 'adAccountId names an account on another platform',
    change: otherAccount,
  },
  {
    name: 'adAccount-dangling',
    list: 'adsets',
    clause: 'SET-06',
    summary: 'adAccountId names no account',
    change: naming('adAccountId', '01HXF9A2B3C4D5E6F7G8H9J0K1'),
  },
  {
    name: 'campaign-dangling',
    list: 'adsets',
    clause: 'SET-08',
    summary: 'campaignId names no campaign',
    change: naming('campaignId', 'cmp_01HXNOSUCHCAMPAIGN'),
  },
  {
    name: 'campaign-of-other-account',
    list: 'adsets',
    clause: 'SET-08',
    summary: 'campaignId names a campaign of another account',
    change: otherParent('campaigns', 'campaignId', (parent, row) => !sameFamily(parent, row)),
  },
  {
    name: 'adAccount-other',
    list: 'adsets',
    clause: 'SET-06',
    summary: 'adAccountId names an account on another platform',
    change: otherAccount,
  },
  {
    name: 'platform-other',
    list: 'adsets',
    clause: 'SET-08',
    summary: 'platform differs from the campaign’s',
    change: otherPlatform,
  },
  {
    name: 'adset-dangling',
    list: 'ads',
    clause: 'ADS-08',
    summary: 'adsetId names no ad set',
    change: naming('adsetId', 'adg_01HXNOSUCHADSET'),
  },
  {
    name: 'campaign-dangling',
    list: 'ads',
    clause: 'ADS-09',
    summary: 'campaignId names no campaign',
    change: naming('campaignId', 'cmp_01HXNOSUCHCAMPAIGN'),
  },
  {
    name: 'adAccount-dangling',
    list: 'ads',
    clause: 'ADS-43',
    summary: 'adAccountId names no account',
    change: naming('adAccountId', '01HXF9A2B3C4D5E6F7G8H9J0K1'),
  },
  {
    name: 'campaign-not-of-adset',
    list: 'ads',
    clause: 'ADS-09',
    summary: 'campaignId names another campaign of the account than the ad set does',
    change: otherParent('campaigns', 'campaignId', sameFamily),
  },
  {
    name: 'adset-of-other-campaign',
    list: 'ads',
    clause: 'ADS-43',
    summary: 'adsetId names an ad set of another campaign of the account',
    change: otherParent(
      'adsets',
      'adsetId',
      (parent, row) => sameFamily(parent, row) && parent.campaignId !== row.campaignId,
    ),
  },
  {
    name: 'adAccount-other',
    list: 'ads',
    clause: 'ADS-43',
    summary: 'adAccountId names an account on another platform',
    change: otherAccount,
  },
  {
    name: 'platform-other',
    list: 'ads',
    clause: 'ADS-43',
    summary: 'platform differs from the ad set’s',
    change: otherPlatform,
  },
];

const inTheWorld: readonly Fault[] = KINDS.flatMap(({ name, list, clause, summary, change }) =>
  EXTENTS.map(
    ([extent, which, choose]): Fault => ({
      id: `${name}-${extent}-${list}`,
      family: 'references',
      clause,
      summary: `${list}: ${summary}, in ${which}`,
      api: 'layers',
      list,
      wrap: changing(list, choose, change),
    }),
  ),
);

export const references: readonly Fault[] = inTheWorld;
