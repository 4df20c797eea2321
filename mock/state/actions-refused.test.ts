// Every action that is declared for the rows of a list: on a row to which it cannot happen, or with what it does not take.
import { describe, expect, test } from 'vitest';
import { loadContract, type Row } from '../../spec/index.ts';
import { createMock } from '../mock.ts';
import { everythingOf, keyOf, placesIn } from './sample-promises.ts';

const contract = loadContract();
const begin = placesIn(createMock({ contract, scenario: 'one-page', frozen: true }));

/** List, action, the row, what is given, and how it is refused. */
type Refused = readonly [list: string, action: string, row: Row, given: Row, status: number, message: RegExp];

const notFrom = (list: string): readonly Refused[] => [
  [
    list,
    'pause',
    { status: 'deleted' },
    {},
    400,
    /^pause is not possible: status is deleted; .*active, in_review only\.$/,
  ],
  [list, 'resume', { status: 'rejected' }, {}, 400, /^resume is not possible: status is rejected/],
  [list, 'archive', { status: 'deleted' }, {}, 400, /^archive is not possible: status is deleted/],
  [list, 'review', { status: 'archived' }, {}, 400, /^review is not possible: status is archived/],
  [list, 'approve', { status: 'paused' }, {}, 400, /^approve is not possible: status is paused/],
  [list, 'reject', { status: 'archived' }, {}, 400, /^reject is not possible: status is archived/],
  [list, 'rename', {}, {}, 400, /^rename needs the member name\.$/],
  [list, 'rename', {}, { name: 7 }, 400, /^name must be .*string.*, not 7\.$/],
  [list, 'rename', {}, { name: 'x', nmae: 'y' }, 400, /^rename takes no member nmae\. It takes name\. .*name/],
  [list, 'delete', {}, { hard: true }, 400, /^delete takes no member hard\. It takes none\.$/],
  [list, 'explode', {}, {}, 404, /^\w+ has no action explode\. There are pause, /],
  [list, 'constructor', {}, {}, 404, /has no action constructor/],
];

const wrongBudgets = (list: string): readonly Refused[] => [
  [list, 'rebudget', {}, {}, 400, /Give dailyBudget or lifetimeBudget, one of the two/],
  [list, 'rebudget', {}, { dailyBudget: { amount: 1 }, lifetimeBudget: { amount: 1 } }, 400, /one of the two/],
  [list, 'rebudget', { status: 'deleted' }, { dailyBudget: { amount: 1 } }, 400, /status is deleted; nothing is spent/],
  [
    list,
    'rebudget',
    { status: 'active' },
    { dailyBudget: { amount: 1, currency: 'XXX' } },
    400,
    /currency must be [A-Z]{3}, .*not "XXX"/,
  ],
  [
    list,
    'rebudget',
    { status: 'active' },
    { dailyBudget: { amount: 1, currency: { toString: 1 } } },
    400,
    /currency must be/,
  ],
  [
    list,
    'rebudget',
    { status: 'active' },
    { dailyBudget: { amount: 'much' } },
    400,
    /^dailyBudget\.amount must be .*not "much"/,
  ],
  [list, 'rebudget', { status: 'active' }, { dailyBudget: 5 }, 400, /^dailyBudget must be .*not 5/],
  [
    list,
    'rebudget',
    { status: 'active' },
    { dailyBudget: { amount: 5 }, endTime: '2001-01-01T00:00:00Z' },
    400,
    /^endTime must be at-or-after startTime/,
  ],
];

const refused: readonly Refused[] = [
  ...['campaign', 'adset', 'ad'].flatMap(notFrom),
  ...['campaign', 'adset'].flatMap(wrongBudgets),
  ...['expire', 'revoke', 'await', 'reconnect', 'disconnect'].map(
    (action): Refused => ['adAccount', action, {}, { why: 1 }, 400, new RegExp(`^${action} takes no member why`)],
  ),
  ...['expire', 'disconnect', 'reconnect'].map(
    (action): Refused => ['account', action, {}, { why: 1 }, 400, new RegExp(`^${action} takes no member why`)],
  ),
  ['account', 'sync', { connectionStatus: 'disconnected' }, {}, 400, /connectionStatus is disconnected/],
  ['account', 'sync', { connectionStatus: 'token_expired' }, {}, 400, /connectionStatus is token_expired/],
];

describe('it is refused, and nothing is changed', () => {
  test.each(refused)('%s: %s on %j with %j', async (list, action, wanted, given, status, message) => {
    const place = begin();
    const { mock, name, control } = place;
    const key = await keyOf(place, list, wanted);
    const before = everythingOf(mock, name);
    await expect(control.act(list, key, action, given)).rejects.toMatchObject({
      status,
      message: expect.stringMatching(message),
    });
    expect(everythingOf(mock, name)).toEqual(before);
  });
});

test('this table has every action that is declared', async () => {
  const declared = (await begin().control.lists()).flatMap(({ name, actions }) =>
    Object.keys(actions).map((action) => `${name} ${action}`),
  );
  const tested = new Set(refused.map(([list, action]) => `${list} ${action}`));
  expect(declared.filter((each) => !tested.has(each))).toEqual([]);
});
