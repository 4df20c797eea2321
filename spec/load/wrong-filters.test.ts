import { describe, expect, test } from 'vitest';
import { ORDERS, toldOf, type WrongCase } from './sample-document.ts';

const PARAMETER = `${ORDERS}/parameters`;

const cases: readonly WrongCase[] = [
  // Filters.
  [
    'a filter on a member that rows do not have',
    [[`${PARAMETER}/1/x-filter/field`, 'stat']],
    `${PARAMETER}/1/x-filter/field`,
    'Did you mean state?',
  ],
  [
    'a filter whose values the member cannot have',
    [[`${PARAMETER}/1/schema`, { type: 'string', enum: ['shut'] }]],
    `${PARAMETER}/1/x-filter`,
    'state can only be "open", "paid"',
  ],
  [
    'a slip in one value of a filter',
    [[`${PARAMETER}/1/schema`, { type: 'string', enum: ['open', 'piad'] }]],
    `${PARAMETER}/1/x-filter`,
    'state can only be "open", "paid"',
  ],
  [
    'a filter of a type that never equals the member',
    [[`${PARAMETER}/1/schema`, { type: 'integer' }]],
    `${PARAMETER}/1/x-filter`,
    'never equals one of the type string',
  ],
  [
    'an instant test on no instant',
    [[`${PARAMETER}/2/x-filter/field`, 'number']],
    `${PARAMETER}/2/x-filter`,
    'number is no instant',
  ],
  [
    'an instant test with no instant',
    [[`${PARAMETER}/2/schema`, { type: 'string' }]],
    `${PARAMETER}/2/x-filter`,
    'from is no instant',
  ],
  [
    'a filter in a header',
    [[`${PARAMETER}/1/in`, 'header']],
    `${PARAMETER}/1/x-filter`,
    'state stands in the header. A filter is a query parameter.',
  ],
  [
    'letters that are alike for a test that compares whole values',
    [[`${PARAMETER}/1/x-filter/case`, 'insensitive']],
    `${PARAMETER}/1/x-filter`,
    'state says case: insensitive, which has a meaning for contains and prefix alone; not for equals.',
  ],
  [
    'a date that is to equal a date-time',
    [
      [`${PARAMETER}/2/x-filter/test`, 'equals'],
      [`${PARAMETER}/2/schema/format`, 'date'],
    ],
    `${PARAMETER}/2/x-filter`,
    'a date never equals a date-time: use at-or-after and before',
  ],
  [
    'a number test on a text',
    [[`${PARAMETER}/3/x-filter/field`, 'number']],
    `${PARAMETER}/3/x-filter`,
    'number is no number',
  ],
  [
    'a number test with a text',
    [[`${PARAMETER}/3/schema`, { type: 'string' }]],
    `${PARAMETER}/3/x-filter`,
    'cheapest is no number',
  ],
  [
    'a text test on a number',
    [[`${PARAMETER}/5/x-filter/field`, 'price']],
    `${PARAMETER}/5/x-filter`,
    'price is no text',
  ],
  [
    'a text test that is silent about case',
    [[`${PARAMETER}/5/x-filter/case`, undefined]],
    `${PARAMETER}/5/x-filter`,
    'add case: sensitive or insensitive',
  ],
  [
    'an elements test on no list',
    [[`${PARAMETER}/4/x-filter/field`, 'number']],
    `${PARAMETER}/4/x-filter`,
    'number is no list',
  ],
  [
    'a presence test with no boolean',
    [[`${PARAMETER}/5/x-filter`, { field: 'paidAt', test: 'present' }]],
    `${PARAMETER}/5/x-filter`,
    'search is no boolean',
  ],
  [
    'several values for a test of one',
    [[`${PARAMETER}/4/x-filter`, { field: 'number', test: 'equals' }]],
    `${PARAMETER}/4/x-filter`,
    'Use in, not-in, any-of or all-of.',
  ],
  [
    'a test that there is not',
    [[`${PARAMETER}/1/x-filter/test`, 'equal']],
    `${PARAMETER}/1/x-filter/test`,
    'Did you mean equals?',
  ],
  [
    'a filter without a test',
    [[`${PARAMETER}/1/x-filter/test`, undefined]],
    `${PARAMETER}/1/x-filter`,
    'x-filter needs test.',
  ],
  [
    'a filter with an unknown member',
    [[`${PARAMETER}/1/x-filter/unristricted`, 'all']],
    `${PARAMETER}/1/x-filter`,
    'Did you mean unrestricted?',
  ],
  [
    'a value that lifts a filter and cannot be given',
    [[`${PARAMETER}/1/x-filter/unrestricted`, 'opem']],
    `${PARAMETER}/1/x-filter`,
    'Did you mean open?',
  ],
];

describe('a document is refused for', () => {
  test.each(cases)('%s', (_sentence, changes, pointer, advice) => {
    expect(toldOf(changes).find((line) => line.startsWith(`#${pointer}: `))).toContain(advice);
  });
});
