import { describe, expect, test } from 'vitest';
import { ORDERS, toldOf, type WrongCase } from './sample-document.ts';

const LIST = `${ORDERS}/x-list`;
const PAGING = `${LIST}/paging`;
const LIMIT = '/components/parameters/limit/schema';
const META = '/components/schemas/OrderPage/properties/meta/properties';

const cases: readonly WrongCase[] = [
  [
    'a size over a maximum that there is not',
    [
      ['/components/parameters/limit/schema/maximum', undefined],
      [`${ORDERS}/x-list/paging/overMaximum`, 'clamped'],
    ],
    `${ORDERS}/x-list/paging/overMaximum`,
    'needs limit, whose schema has a maximum',
  ],
  // Paging.
  [
    'a style of paging that there is not',
    [[`${PAGING}/style`, 'cusror']],
    `${PAGING}/style`,
    'none, cursor, page, offset, key',
  ],
  ['a style of paging without its members', [[PAGING, { style: 'offset' }]], PAGING, 'paging by offset needs offset'],
  ['a member that the style does not have', [[`${PAGING}/ofset`, 'x']], PAGING, 'paging by cursor has no member ofset'],
  [
    'a page style over offsets',
    [[PAGING, { style: 'page', offset: 'cursor' }]],
    PAGING,
    'paging by page has no member offset',
  ],
  [
    'paging by a parameter that is not there',
    [[`${PAGING}/cursor`, 'curser']],
    `${PAGING}/cursor`,
    'Did you mean cursor?',
  ],
  [
    'a next value that the reply does not have',
    [[`${PAGING}/next`, '/meta/nxt']],
    `${PAGING}/next`,
    'the reply has no such member',
  ],
  ['a next value among the rows', [[`${PAGING}/next`, '/data']], `${PAGING}/next`, '/data overlaps the rows at /data'],
  [
    'a total among the rows',
    [[`${PAGING}/tells/total`, '/data/0/price']],
    `${PAGING}/tells/total`,
    'overlaps the rows',
  ],
  [
    'a fact of the page that there is not',
    [[`${PAGING}/tells/totl`, '/meta/total']],
    `${PAGING}/tells`,
    'Did you mean total?',
  ],
  ['a total that is a text', [[`${META}/total/type`, 'string']], `${PAGING}/tells/total`, 'its type must be integer'],
  ['a next value that is a boolean', [[`${META}/next/type`, 'boolean']], `${PAGING}/next`, 'its type must be string'],
  [
    'more that is no boolean',
    [
      [`${PAGING}/tells/more`, '/meta/total'],
      [`${PAGING}/tells/total`, undefined],
    ],
    `${PAGING}/tells/more`,
    'its type must be boolean',
  ],
  [
    'an answer to bad cursors that there is not',
    [[`${PAGING}/badCursor`, 'refsed']],
    `${PAGING}/badCursor`,
    'Did you mean refused?',
  ],
  ['a page size without default', [[`${LIMIT}/default`, undefined]], `${ORDERS}/parameters/9`, 'needs a default'],
  [
    'a page size that is a text',
    [[LIMIT, { type: 'string', default: '10' }]],
    `${ORDERS}/parameters/9`,
    'its type must be integer',
  ],
  [
    'a page size whose default is beyond its bound',
    [[`${LIMIT}/default`, 51]],
    `${LIMIT}/default`,
    'Give a default that it allows.',
  ],
  ['a bound that is a text', [[`${LIMIT}/maximum`, '50']], `${LIMIT}/maximum`, 'must be a number'],
];

describe('a document is refused for', () => {
  test.each(cases)('%s', (_sentence, changes, pointer, advice) => {
    expect(toldOf(changes).find((line) => line.startsWith(`#${pointer}: `))).toContain(advice);
  });
});
