// What ajv says, in words that a report can print.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { conditionOf } from './in-words.ts';

/** A cup of a big or small kind has a lid; a big one of which the price is told has a size as well. */
const SCHEMA = `
if: { properties: { kind: { enum: [big, small] } }, required: [kind] }
then:
  properties: { lid: { type: string } }
  if: { properties: { kind: { const: big }, price: { type: number } }, required: [kind, price] }
  then: { properties: { size: { type: number } } }
else: { properties: { lid: { type: "null" } } }
properties: { name: { type: string } }
`;
const validate = new Ajv2020({ allErrors: true, verbose: true, strict: false }).compile(parse(SCHEMA));

function conditionsFor(cup: object): string[] {
  validate(cup);
  const errors = validate.errors ?? [];
  return errors.filter(({ keyword }) => keyword === 'type').map((error) => conditionOf(error, errors));
}

describe('the condition of an error', () => {
  test.each([
    ['names the values of a member', { kind: 'small', lid: 1 }, ['kind is one of big, small']],
    [
      'is the innermost, and all of it',
      { kind: 'big', price: 2, size: 'x' },
      ['kind is big and price is of the type number'],
    ],
    ['is not told where it does not hold', { kind: 'huge', lid: 'x' }, ['']],
    ['is none where none is stated', { name: 1 }, ['']],
  ])('%s', (_, cup, conditions) => {
    expect(conditionsFor(cup)).toEqual(conditions);
  });
});
