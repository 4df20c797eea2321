import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { minimalValue } from './minimal-value.ts';

const document: unknown = parse(`
schemas:
  Text: { type: string }
  Shown: { type: string, example: shown }
  Exemplary: { type: string, examples: [first, second] }
  Moment: { type: string, format: date-time }
  Long: { type: string, minLength: 3 }
  Path: { type: string, pattern: '^/v1/teas' }
  Formed: { type: string, pattern: '^t_[a-z]+$' }
  Count: { type: integer }
  Least: { type: number, minimum: 3 }
  Flag: { type: boolean }
  Nothing: { type: 'null' }
  Perhaps: { type: [string, 'null'] }
  Fixed: { type: string, const: always }
  Listed: { enum: [one, two] }
  Usual: { type: integer, default: 7 }
  Rows: { type: array, items: { $ref: '#/schemas/Text' }, minItems: 0 }
  Named: { $ref: '#/schemas/Shown' }
  Page:
    type: object
    required: [data, paging, a/b]
    properties:
      data: { $ref: '#/schemas/Rows' }
      paging: { type: object, required: [more], properties: { more: { type: boolean }, total: { type: integer } } }
      a/b: { type: integer }
      note: { type: string }
  Some: { type: object, minProperties: 2, required: [b], properties: { a: { type: integer }, b: { type: boolean } } }
  Untyped: { required: [n], properties: { n: { type: integer } } }
  Merged:
    allOf:
      - { type: object, required: [a], properties: { a: { type: integer } } }
      - { type: object, required: [b], properties: { b: { const: x } } }
    required: [c]
    properties: { c: { type: boolean } }
  Either:
    oneOf:
      - { type: object, required: [first], properties: { first: { type: boolean } } }
      - { type: object, required: [second], properties: { second: { type: boolean } } }
  Budget: { anyOf: [{ type: integer }, { type: 'null' }] }
  Tree: { type: object, required: [child], properties: { child: { $ref: '#/schemas/Tree' } } }
`);

describe('the least value of', () => {
  test.each([
    ['Text', '-'],
    ['Shown', 'shown'],
    ['Exemplary', 'first'],
    ['Moment', '1970-01-01T00:00:00Z'],
    ['Long', '---'],
    ['Path', '/v1/teas'],
    ['Formed', '-'],
    ['Count', 0],
    ['Least', 3],
    ['Flag', false],
    ['Nothing', null],
    ['Perhaps', null],
    ['Fixed', 'always'],
    ['Listed', 'one'],
    ['Usual', 7],
    ['Rows', []],
    ['Named', 'shown'],
    ['Page', { data: [], paging: { more: false }, 'a/b': 0 }],
    ['Some', { a: 0, b: false }],
    ['Untyped', { n: 0 }],
    ['Merged', { a: 0, b: 'x', c: false }],
    ['Either', { first: false }],
    ['Budget', 0],
    ['Nobody', null],
  ])('%s is %j', (name, value) => {
    expect(minimalValue(document, `/schemas/${name}`)).toEqual(value);
  });

  test('a schema that contains itself ends', () => {
    expect(JSON.stringify(minimalValue(document, '/schemas/Tree'))).toMatch(/^(\{"child":){5,30}null\}+$/);
  });
});

test('is made anew each time, so that nobody changes the document', () => {
  const [one, other] = [minimalValue(document, '/schemas/Page'), minimalValue(document, '/schemas/Page')];
  expect(one).toEqual(other);
  expect(one).not.toBe(other);
});
