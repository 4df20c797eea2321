import { expect, test } from 'vitest';
import { ORDERS, readValue, sampleDocument } from '../load/sample-document.ts';
import { at, isRecord } from './pointer.ts';

test.each([
  [{ type: 'integer', minimum: 1 }, '30', true],
  [{ type: 'integer', minimum: 1 }, '0', false],
  [{ type: 'integer' }, 'soon', false],
  [{ type: 'integer' }, '', false],
  [{ type: 'boolean' }, 'true', true],
  [{ type: 'boolean' }, 'yes', false],
  [{ type: 'array', items: { enum: ['no-store', 'private'] } }, 'no-store, private', true],
  [{ type: 'array', items: { enum: ['no-store', 'private'] } }, 'public', false],
  [{ type: 'string', pattern: '^[0-9]+$' }, '30', true],
  [{ anyOf: [{ type: 'integer' }, { const: 'never' }] }, '30', true],
  [{ minLength: 1 }, '', false],
])('a header is a text that stands for a value of %j: %s', (schema, value, isRight) => {
  expect(toldViolations(schema, value)).toHaveLength(isRight ? 0 : 1);
});

test.each([
  [{ type: 'integer', minimum: 1 }, '0', /1/],
  [{ type: 'integer', minimum: 1 }, 'soon', /integer/],
])('a header is held against %j, and %s is told to be what it is not', (schema, value, expected) => {
  expect(toldViolations(schema, value)[0]?.expected).toMatch(expected);
});

/** What is wrong with a header of this schema that has this value. */
function toldViolations(schema: object, value: string) {
  const document = sampleDocument();
  const ok = at(document, `${ORDERS}/responses/200`);
  if (!isRecord(ok)) throw new Error('The sample has no list of orders.');
  ok.headers = { 'X-Told': { schema } };
  const list = readValue(document).operations.find(({ id }) => id === 'listOrders');
  return list?.reply(200)?.headerViolations({ 'x-told': value }) ?? [];
}
