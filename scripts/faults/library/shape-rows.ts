// Members of campaigns, ad sets and ads that are not what the pages say of them.
import type { Row } from '../../../spec/index.ts';
import type { Fault } from '../fault.ts';
import { onPlatform, type RowDefect, rowFault, set, turn } from '../row-change.ts';

const epochMilliseconds = (value: unknown): unknown => Date.parse(String(value));
const zoneless = (value: unknown): unknown => String(value).replace('Z', '');
const spaced = (value: unknown): unknown => String(value).replace('T', ' ').replace('Z', '');
const dateOnly = (value: unknown): unknown => String(value).slice(0, 10);
const amountOf = (value: unknown): number => (value as { amount: number }).amount;

const MONEY: readonly RowDefect[] = (['campaigns', 'adsets'] as const).flatMap((list): RowDefect[] => {
  const [daily, lifetime] = list === 'campaigns' ? ['CMP-40', 'CMP-41'] : ['SET-43', 'SET-44'];
  return [
    [list, 'daily-budget-number', daily, 'dailyBudget is a number', turn('dailyBudget', amountOf)],
    [list, 'daily-budget-cents', daily, 'dailyBudget is in cents, as dailyBudgetCents', renameBudget],
    [
      list,
      'daily-budget-text',
      daily,
      'dailyBudget.amount is a string',
      turn('dailyBudget', (value) => ({ ...(value as object), amount: String(amountOf(value)) })),
    ],
    [
      list,
      'daily-budget-no-currency',
      daily,
      'dailyBudget has no currency',
      turn('dailyBudget', (value) => ({ amount: amountOf(value) })),
    ],
    [
      list,
      'lifetime-budget-text',
      lifetime,
      'lifetimeBudget is a string',
      turn('lifetimeBudget', (value) => `${amountOf(value)} USD`),
    ],
    [
      list,
      'lifetime-budget-empty',
      lifetime,
      'lifetimeBudget is an empty object in place of null',
      (row) => ({ ...row, lifetimeBudget: row.lifetimeBudget ?? {} }),
    ],
    [
      list,
      'daily-budget-zero',
      daily,
      'dailyBudget is 0 in place of null',
      (row) => ({ ...row, dailyBudget: row.dailyBudget ?? 0 }),
    ],
  ];
});

function renameBudget({ dailyBudget, ...row }: Row): Row {
  return { ...row, dailyBudgetCents: dailyBudget === null ? null : 100 * amountOf(dailyBudget) };
}

const CREATED = { campaigns: 'CMP-44', adsets: 'SET-52', ads: 'ADS-52' } as const;
const STATUS = { campaigns: 'CMP-39', adsets: 'SET-40', ads: 'ADS-47' } as const;
const METRICS = { campaigns: 'CMP-45', adsets: 'SET-53', ads: 'ADS-54' } as const;

const COMMON: readonly RowDefect[] = (['campaigns', 'adsets', 'ads'] as const).flatMap((list): RowDefect[] => [
  [list, 'created-at-epoch', CREATED[list], 'createdAt counts milliseconds', turn('createdAt', epochMilliseconds)],
  [list, 'created-at-zoneless', CREATED[list], 'createdAt has no zone', turn('createdAt', zoneless)],
  [list, 'created-at-spaced', CREATED[list], 'createdAt is written with a space', turn('createdAt', spaced)],
  [list, 'created-at-date', CREATED[list], 'createdAt is a date', turn('createdAt', dateOnly)],
  [
    list,
    'created-at-impossible',
    CREATED[list],
    'createdAt is the 30th of February',
    set('createdAt', '2026-02-30T08:00:00Z'),
  ],
  [list, 'created-at-null', CREATED[list], 'createdAt is null', set('createdAt', null)],
  [
    list,
    'status-capitals',
    STATUS[list],
    'status is written in capitals',
    turn('status', (value) => String(value).toUpperCase()),
  ],
  [
    list,
    'status-platform-word',
    STATUS[list],
    'paused rows have a word of the platform',
    turn('status', (value) => (value === 'paused' ? 'CAMPAIGN_PAUSED' : value)),
  ],
  [list, 'metrics-filled', METRICS[list], 'metricsSnapshot7d is filled', set('metricsSnapshot7d', { spend: 12.5 })],
  [list, 'metrics-null', METRICS[list], 'metricsSnapshot7d is null', set('metricsSnapshot7d', null)],
  [list, 'metrics-array', METRICS[list], 'metricsSnapshot7d is an array', set('metricsSnapshot7d', [])],
]);

const ADSETS: readonly RowDefect[] = [
  [
    'adsets',
    'tiktok-lifetime-without-end',
    'SET-58',
    'TikTok ad sets with a lifetime budget have no endTime',
    onPlatform('tiktok_ads', (row) => (row.lifetimeBudget === null ? row : { ...row, endTime: null })),
  ],
  ['adsets', 'targeting-text', 'SET-47', 'targetingSummary is text', set('targetingSummary', 'US, 25-45')],
  ['adsets', 'targeting-null', 'SET-47', 'targetingSummary is null', set('targetingSummary', null)],
  ['adsets', 'targeting-nothing', 'SET-47', 'targetingSummary has no part at all', set('targetingSummary', {})],
  [
    'adsets',
    'age-text',
    'SET-49',
    'age is text',
    turn('targetingSummary', (value) => ({ ...(value as object), age: '25-45' })),
  ],
  [
    'adsets',
    'geo-text',
    'SET-48',
    'geo is one string',
    turn('targetingSummary', (value) => ({ ...(value as object), geo: 'US' })),
  ],
  [
    'adsets',
    'placements-objects',
    'SET-51',
    'placements are objects',
    turn('targetingSummary', (value) => ({ ...(value as object), placements: [{ id: 'feed' }] })),
  ],
  [
    'adsets',
    'audiences-numbers',
    'SET-50',
    'customAudiences are numbers',
    turn('targetingSummary', (value) => ({ ...(value as object), customAudiences: [23852014] })),
  ],
  [
    'adsets',
    'end-time-never',
    'SET-46',
    'endTime is "never" in place of null',
    (row) => ({ ...row, endTime: row.endTime ?? 'never' }),
  ],
];

export const shapeRows: readonly Fault[] = [...MONEY, ...COMMON, ...ADSETS].map(rowFault);
