// Every action that is declared for the rows of a list: on a row to which it happens, and on one to which it cannot.
import { describe, expect, test } from 'vitest';
import { loadContract, type Row } from '../../spec/index.ts';
import { createMock } from '../mock.ts';
import { allRows, brokenPromises, keyOf, placesIn, rowLike } from './sample-promises.ts';

const contract = loadContract();
const NOW = '2026-06-15T12:00:00Z';

const begin = placesIn(createMock({ contract, scenario: 'one-page', frozen: true }));

/** List, action, the row, what is given, and what becomes of the row. */
type Happens = readonly [list: string, action: string, row: Row, given: Row, after: Row];

const lifecycle = (list: string): readonly Happens[] => [
  [list, 'pause', { status: 'active' }, {}, { status: 'paused' }],
  [list, 'pause', { status: 'in_review' }, {}, { status: 'paused' }],
  [list, 'pause', { status: 'paused' }, {}, { status: 'paused' }],
  [list, 'resume', { status: 'paused' }, {}, { status: 'active' }],
  [list, 'resume', { status: 'archived' }, {}, { status: 'active' }],
  [list, 'archive', { status: 'rejected' }, {}, { status: 'archived' }],
  [list, 'review', { status: 'active' }, {}, { status: 'in_review' }],
  [list, 'approve', { status: 'rejected' }, {}, { status: 'active' }],
  [list, 'reject', { status: 'in_review' }, {}, { status: 'rejected' }],
  [
    list,
    'rename',
    { status: 'deleted' },
    { name: 'Another \u{1f600}' },
    { name: 'Another \u{1f600}', status: 'deleted' },
  ],
  [list, 'delete', { status: 'active', platform: 'meta_ads' }, {}, { status: 'deleted' }],
  [
    list,
    'delete',
    { status: 'paused', platform: 'tiktok_ads' },
    {},
    { status: list === 'campaign' ? 'archived' : 'deleted' },
  ],
];

const budgets = (list: string): readonly Happens[] => [
  [
    list,
    'rebudget',
    { platform: 'meta_ads', status: 'active' },
    { dailyBudget: { amount: 25 } },
    { dailyBudget: { amount: 25, currency: 'USD' }, lifetimeBudget: null },
  ],
  [
    list,
    'rebudget',
    { platform: 'meta_ads', status: 'paused' },
    { lifetimeBudget: { amount: 900, currency: 'USD' }, endTime: '2027-01-01T00:00:00Z' },
    { dailyBudget: null, lifetimeBudget: { amount: 900, currency: 'USD' }, endTime: '2027-01-01T00:00:00Z' },
  ],
];

const happens: readonly Happens[] = [
  ...['campaign', 'adset', 'ad'].flatMap(lifecycle),
  ...['campaign', 'adset'].flatMap(budgets),
  ['adAccount', 'expire', { platform: 'meta_ads' }, {}, { tokenStatus: 'expired' }],
  ['adAccount', 'revoke', { platform: 'meta_ads' }, {}, { tokenStatus: 'revoked' }],
  ['adAccount', 'await', { platform: 'meta_ads' }, {}, { tokenStatus: 'pending' }],
  ['adAccount', 'reconnect', { platform: 'apple_ads', tokenStatus: 'expired' }, {}, { tokenStatus: 'valid' }],
  ['account', 'expire', { connectionStatus: 'active' }, {}, { connectionStatus: 'token_expired' }],
  ['account', 'disconnect', { connectionStatus: 'active' }, {}, { connectionStatus: 'disconnected' }],
  ['account', 'reconnect', { connectionStatus: 'disconnected' }, {}, { connectionStatus: 'active', lastSyncedAt: NOW }],
  [
    'account',
    'reconnect',
    { connectionStatus: 'token_expired' },
    {},
    { connectionStatus: 'active', lastSyncedAt: NOW },
  ],
  ['account', 'sync', { connectionStatus: 'active' }, {}, { lastSyncedAt: NOW }],
];

describe('it happens', () => {
  test.each(happens)('%s: %s on %j with %j', async (list, action, wanted, given, after) => {
    const place = begin();
    const { mock, name, control } = place;
    const key = await keyOf(place, list, wanted);
    const before = await control.row(list, key);
    const others = allRows(mock, name);
    const row = await control.act(list, key, action, given);
    expect(row).toEqual({ ...before, ...after });
    expect(await control.row(list, key)).toEqual(row);
    expect(brokenPromises(mock, name)).toEqual([]);
    const changed = Object.entries(allRows(mock, name)).flatMap(([other, rows]) =>
      rows.filter((each, index) => each !== others[other]?.[index]),
    );
    expect(changed).toEqual(JSON.stringify(row) === JSON.stringify(before) && changed.length === 0 ? [] : [row]);
  });

  test('adAccount: disconnect takes everything away that runs on it', async () => {
    const { mock, name, control } = begin();
    const { adAccountId } = rowLike(mock, 'adAccount', { platform: 'meta_ads' });
    const before = allRows(mock, name);
    await control.act('adAccount', String(adAccountId), 'disconnect');
    const kept = Object.entries(before).map(([list, rows]) => [
      list,
      rows.filter((row) => row.adAccountId !== adAccountId),
    ]);
    expect(allRows(mock, name)).toEqual(Object.fromEntries(kept));
    expect(brokenPromises(mock, name)).toEqual([]);
  });
});

test('this table has every action that is declared', async () => {
  const declared = (await begin().control.lists()).flatMap(({ name, actions }) =>
    Object.keys(actions).map((action) => `${name} ${action}`),
  );
  const tested = new Set(happens.map(([list, action]) => `${list} ${action}`)).add('adAccount disconnect');
  expect(declared.filter((each) => !tested.has(each))).toEqual([]);
});
