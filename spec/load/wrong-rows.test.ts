import { describe, expect, test } from 'vitest';
import { ORDER, ORDERS, toldOf, type WrongCase } from './sample-document.ts';

const LIST = `${ORDERS}/x-list`;

const cases: readonly WrongCase[] = [
  // Rows.
  [
    'a reference to an unknown list',
    [[`${ORDER}/properties/customerId/x-ref/to`, 'custmer']],
    `${ORDER}/properties/customerId/x-ref`,
    'Did you mean customer?',
  ],
  [
    'a reference to an unknown member',
    [[`${ORDER}/properties/customerId/x-ref/field`, 'idd']],
    `${ORDER}/properties/customerId/x-ref`,
    'Did you mean id?',
  ],
  [
    'an agreement on an unknown member',
    [[`${ORDER}/properties/customerId/x-ref/agree`, ['shop']]],
    `${ORDER}/properties/customerId/x-ref`,
    'A row of customer has no member shop.',
  ],
  [
    'an absence that follows from a member which refers to nothing',
    [[`${ORDER}/properties/customerId/x-ref/missingWith`, 'custmerId']],
    `${ORDER}/properties/customerId/x-ref/missingWith`,
    'Did you mean customerId?',
  ],
  [
    'references that lead round',
    [['/components/schemas/Customer/properties/id/x-ref', { to: 'order', field: 'customerId' }]],
    `${LIST}/resource`,
    'lead round in a circle',
  ],
  [
    'a rule on a member that rows do not have',
    [[`${ORDER}/x-rule/0/other`, 'paidAtt']],
    `${ORDER}/x-rule/0`,
    'Did you mean paidAt?',
  ],
  [
    'a rule between what cannot be compared',
    [[`${ORDER}/properties/paidAt/format`, undefined]],
    `${ORDER}/x-rule/0`,
    'paidAt is no instant',
  ],
  [
    'a rule with a test that there is not',
    [[`${ORDER}/x-rule/0/test`, 'earlier']],
    `${ORDER}/x-rule/0/test`,
    'must be one of',
  ],
  [
    'a misspelt word',
    [[`${ORDERS}/parameters/1/x-fliter`, { field: 'state', test: 'equals' }]],
    `${ORDERS}/parameters/1/x-fliter`,
    'Did you mean x-filter?',
  ],
  [
    'a misspelt word in a default response',
    [[`${ORDERS}/responses/default/x-whem`, {}]],
    `${ORDERS}/responses/default/x-whem`,
    'Did you mean x-when?',
  ],
  [
    'a misspelt word in a list named default',
    [['/components/schemas/default', { type: 'string', 'x-reff': {} }]],
    '/components/schemas/default/x-reff',
    'Did you mean x-ref?',
  ],
  ['a word out of place', [[`${ORDER}/x-list`, {}]], `${ORDER}/x-list`, 'Its place: operation.'],
  [
    'a clause without a register',
    [[`${ORDER}/x-clause`, ['A-1']]],
    `${ORDER}/x-clause`,
    'the document names no register',
  ],
];

describe('a document is refused for', () => {
  test.each(cases)('%s', (_sentence, changes, pointer, advice) => {
    expect(toldOf(changes).find((line) => line.startsWith(`#${pointer}: `))).toContain(advice);
  });
});
