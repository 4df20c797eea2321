import { describe, expect, test } from 'vitest';
import { CUSTOMERS, ORDERS, toldOf, type WrongCase } from './sample-document.ts';

const LIST = `${ORDERS}/x-list`;

const cases: readonly WrongCase[] = [
  // Lists.
  [
    'no list at all',
    [
      [LIST, undefined],
      [`${CUSTOMERS}/x-list`, undefined],
    ],
    '/paths',
    'No operation has x-list',
  ],
  [
    'a list on POST',
    [
      [
        '/paths/~1customers/post',
        { operationId: 'add', 'x-list': { resource: 'a', items: '', key: 'id', paging: { style: 'none' } } },
      ],
    ],
    '/paths/~1customers/post/x-list',
    'Only a GET lists rows.',
  ],
  ['a list that is no mapping', [[LIST, 7]], LIST, 'must be object'],
  [
    'a member beside the rows that the mock cannot make',
    [
      ['/components/schemas/OrderPage/required/-', 'url'],
      ['/components/schemas/OrderPage/properties/url', { type: 'string', pattern: '^/[a-z]+$' }],
    ],
    '/components/schemas/OrderPage',
    '/url must be of the form ^/[a-z]+$',
  ],
  ['a list without a key', [[`${LIST}/key`, undefined]], LIST, 'x-list needs key.'],
  ['a key that rows do not have', [[`${LIST}/key`, 'ids']], `${LIST}/key`, 'Did you mean id?'],
  [
    'a unique member that rows do not have',
    [[`${LIST}/unique/0`, 'numbr']],
    `${LIST}/unique/0`,
    'Did you mean number?',
  ],
  [
    'an order by a member that rows do not have',
    [[`${LIST}/order/by/0`, '-placeAt']],
    `${LIST}/order/by/0`,
    'Did you mean placedAt?',
  ],
  [
    'rows that the reply does not have',
    [[`${LIST}/items`, '/rows']],
    `${LIST}/items`,
    'The reply has no array at /rows.',
  ],
  ['rows that are no array', [[`${LIST}/items`, '/meta']], `${LIST}/items`, 'The reply has no array at /meta.'],
  [
    'two lists of one resource',
    [[`${CUSTOMERS}/x-list/resource`, 'order']],
    `${CUSTOMERS}/x-list/resource`,
    'listOrders already lists order.',
  ],
  [
    'one operationId twice',
    [[`${CUSTOMERS}/operationId`, 'listOrders']],
    `${CUSTOMERS}/operationId`,
    'Give each operation its own.',
  ],
  ['a missing operationId', [[`${ORDERS}/operationId`, undefined]], ORDERS, 'The operation needs an operationId'],
  ['an operationId that is a number', [[`${ORDERS}/operationId`, 7]], `${ORDERS}/operationId`, 'must be a text'],
];

describe('a document is refused for', () => {
  test.each(cases)('%s', (_sentence, changes, pointer, advice) => {
    expect(toldOf(changes).find((line) => line.startsWith(`#${pointer}: `))).toContain(advice);
  });
});
