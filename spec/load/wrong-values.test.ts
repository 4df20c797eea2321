// Values that a filter tests against, and that no row could have.
import { describe, expect, test } from 'vitest';
import { ORDERS, toldOf, type WrongCase } from './sample-document.ts';

const PARAMETER = `${ORDERS}/parameters`;

const cases: readonly WrongCase[] = [
  [
    'an instant test against no instant',
    [[`${PARAMETER}/2/x-filter/value`, 'now']],
    `${PARAMETER}/2/x-filter`,
    '"now" is no instant',
  ],
  [
    'true and false that ask for the same',
    [
      [`${PARAMETER}/1/schema`, { type: 'boolean' }],
      [`${PARAMETER}/1/x-filter/value`, 'paid'],
    ],
    `${PARAMETER}/1/x-filter`,
    'Say in when which of them does.',
  ],
  [
    'a default that no row has',
    [[`${PARAMETER}/1/schema`, { type: 'string', enum: ['open', 'everything'], default: 'everything' }]],
    `${PARAMETER}/1/x-filter`,
    'no row has its default "everything"',
  ],
  [
    'a value that stands for others, and that the parameter cannot have',
    [[`${PARAMETER}/1/x-filter/values`, { opne: 'open' }]],
    `${PARAMETER}/1/x-filter`,
    'state can never be opne. Did you mean open?',
  ],
  [
    'a value that stands for one that the member cannot have',
    [[`${PARAMETER}/1/x-filter/values`, { open: 'payed' }]],
    `${PARAMETER}/1/x-filter`,
    'state can only be "open", "paid"',
  ],
  [
    'a value that stands for one of another type',
    [[`${PARAMETER}/1/x-filter/values`, { open: 1 }]],
    `${PARAMETER}/1/x-filter`,
    'a value of the type integer never equals one of the type string',
  ],
  [
    'a value that stands for several, of which a test looks at one',
    [[`${PARAMETER}/1/x-filter/values`, { open: ['open', 'paid'] }]],
    `${PARAMETER}/1/x-filter`,
    'Use in or not-in.',
  ],
  [
    'one value for all, and others for some',
    [
      [
        `${PARAMETER}/1/x-filter`,
        { field: 'state', test: 'equals', value: 'open', when: 'open', values: { paid: 'open' } },
      ],
    ],
    `${PARAMETER}/1/x-filter`,
    'state has value and values. Keep one of them.',
  ],
  [
    'values that stand for others in a search',
    [
      [`${PARAMETER}/5/schema/enum`, ['a']],
      [`${PARAMETER}/5/x-filter/values`, { a: 'b' }],
    ],
    `${PARAMETER}/5/x-filter`,
    'search has values, which have a meaning for whole values alone; not for contains.',
  ],
  [
    'a number test against a text',
    [[`${PARAMETER}/3/x-filter/value`, 'ten']],
    `${PARAMETER}/3/x-filter`,
    '"ten" is no number',
  ],
  [
    'a test against a value of another type',
    [[`${PARAMETER}/1/x-filter`, { field: 'number', test: 'equals', value: 7, when: 'paid' }]],
    `${PARAMETER}/1/x-filter`,
    'a value of the type integer never equals one of the type string',
  ],
];

describe('a document is refused for', () => {
  test.each(cases)('%s', (_sentence, changes, pointer, advice) => {
    expect(toldOf(changes).find((line) => line.startsWith(`#${pointer}: `))).toContain(advice);
  });
});
