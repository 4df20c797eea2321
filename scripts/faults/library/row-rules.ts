// Rows whose members contradict each other.
import type { Row } from '../../../spec/index.ts';
import type { Fault } from '../fault.ts';
import { type RowDefect, rowFault } from '../row-change.ts';

/** The members of a window, the wrong way round, where the row has both. */
const turned = (row: Row): Row =>
  row.endTime === null ? row : { ...row, startTime: row.endTime, endTime: row.startTime };

const moreActive = (least: number) => (row: Row) =>
  Number(row.campaignCount) < least ? row : { ...row, activeCampaignCount: Number(row.campaignCount) + 1 };

const MUSTS: readonly RowDefect[] = [
  ['accounts', 'active-over-total', 'KLY-42', 'more campaigns are active than there are', moreActive(0)],
  [
    'accounts',
    'active-over-total-in-large',
    'KLY-42',
    'large accounts have one active campaign too many',
    moreActive(30),
  ],
  [
    'accounts',
    'counts-swapped',
    'KLY-42',
    'campaignCount and activeCampaignCount have changed places',
    ({ campaignCount, activeCampaignCount, ...row }) => ({
      ...row,
      campaignCount: activeCampaignCount,
      activeCampaignCount: campaignCount,
    }),
  ],
];

const SHOULDS: readonly RowDefect[] = [
  ['campaigns', 'window-turned', 'CMP-51', 'campaigns end before they start', turned],
  ['adsets', 'window-turned', 'SET-60', 'ad sets end before they start', turned],
];

export const rowRules: readonly Fault[] = [
  ...MUSTS.map(rowFault),
  ...SHOULDS.map((defect): Fault => ({ ...rowFault(defect), expect: 'WARN' })),
];
