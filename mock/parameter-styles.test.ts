// How values are written into a query: every style of a third vendor's list, read from the first sign to the last.
import { describe, expect, test } from 'vitest';
import { type FilterValue, parseText, readContract } from '../spec/index.ts';
import { readParameters } from './answer/parameters.ts';

const array = (items: string) => `schema: { type: array, items: { ${items} } }`;
const LETTERS = 'type: string, enum: [a, b, c]';

const SHOP = `openapi: 3.1.0
info: { title: Shop, version: "1" }
paths:
  /orders:
    get:
      operationId: listOrders
      x-list: { resource: order, items: "", key: id, paging: { style: none } }
      parameters:
        - { name: repeated, in: query, ${array(LETTERS)}, x-filter: &in { field: kind, test: in } }
        - { name: comma, in: query, explode: false, ${array(LETTERS)}, x-filter: *in }
        - { name: space, in: query, style: spaceDelimited, explode: false, ${array(LETTERS)}, x-filter: *in }
        - { name: pipe, in: query, style: pipeDelimited, explode: false, ${array('type: string')}, x-filter: *in }
        - { name: "ids[]", in: query, ${array('type: string')}, x-filter: { field: id, test: in } }
        - { name: counts, in: query, explode: false, ${array('type: integer, minimum: 1')}, x-filter: { field: count, test: in } }
        - name: created
          in: query
          style: deepObject
          explode: true
          schema:
            type: object
            properties:
              gte: { type: integer, x-filter: { field: created, test: at-or-after } }
              lt: { type: integer, x-filter: { field: created, test: before } }
        - { name: price, in: query, schema: { type: number, minimum: 0, maximum: 99.5 }, x-filter: { field: price, test: at-most } }
        - { name: open, in: query, schema: { type: boolean }, x-filter: { field: open, test: equals } }
        - { name: day, in: query, schema: { type: string, format: date }, x-filter: { field: day, test: after } }
        - { name: flag, in: query, schema: { type: string, pattern: "^[A-Z]{2}$" }, x-filter: { field: flag, test: equals } }
        - { name: word, in: query, schema: { type: string, minLength: 2, maxLength: 4 }, x-filter: { field: word, test: equals } }
        - { name: trace, in: query, schema: { type: integer }, x-unmodelled: It chooses nothing. }
        - { name: X-Trace, in: header, schema: { type: string } }
      responses:
        "200": { description: Yes., content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Order" } } } } }
        "400": { description: No., x-when: { invalid-parameter: {} } }
components:
  schemas:
    Order:
      type: object
      properties:
        id: { type: string }
        kind: { ${LETTERS} }
        count: { type: integer }
        created: { type: integer }
        price: { type: number }
        open: { type: boolean }
        day: { type: string, format: date }
        flag: { type: string }
        word: { type: string }
`;
const [operation] = readContract([parseText(SHOP, 'shop.yaml')]).operations;

function read(query: string) {
  if (operation === undefined) throw new Error('The shop has no list.');
  const reading = readParameters(operation, query);
  if ('failure' in reading) return { failure: `${reading.failure.status} ${reading.failure.message}` };
  return { values: Object.fromEntries(reading.arguments.values), unknown: reading.arguments.unknown };
}

describe('a query is read:', () => {
  test.each<[query: string, values: Record<string, FilterValue[]>, unknown?: string[]]>([
    ['', {}],
    ['repeated=a&repeated=b', { repeated: ['a', 'b'] }],
    ['repeated=a,b', { repeated: ['a', 'b'] }],
    ['comma=a,b', { comma: ['a', 'b'] }],
    ['comma=a%2Cb', { comma: ['a', 'b'] }],
    ['comma=a,b&comma=c', { comma: ['a', 'b', 'c'] }],
    ['space=a%20b', { space: ['a', 'b'] }],
    ['space=a+b', { space: ['a', 'b'] }],
    ['pipe=x|y', { pipe: ['x', 'y'] }],
    ['pipe=x%7Cy,z', { pipe: ['x', 'y,z'] }],
    ['ids[]=x&ids[]=y', { 'ids[]': ['x', 'y'] }],
    ['ids%5B%5D=x,y', { 'ids[]': ['x,y'] }],
    ['ids=x', {}, ['ids']],
    ['counts=1,20', { counts: [1, 20] }],
    ['created[gte]=5', { 'created[gte]': [5] }],
    ['created%5Bgte%5D=-5&created%5Blt%5D=9', { 'created[gte]': [-5], 'created[lt]': [9] }],
    ['created=5&created[eq]=5', {}, ['created', 'created[eq]']],
    ['price=0', { price: [0] }],
    ['price=99.5', { price: [99.5] }],
    ['open=false', { open: [false] }],
    ['day=2026-04-01', { day: ['2026-04-01'] }],
    ['flag=NO&word=abc', { flag: ['NO'], word: ['abc'] }],
    ['trace=none&trace=twice', {}],
    ['X-Trace=1', {}, ['X-Trace']],
  ])('%s', (query, values, unknown = []) => {
    expect(read(query)).toEqual({ values, unknown });
  });
});

describe('a query is refused:', () => {
  const integers = 'an integer from -9007199254740991 to 9007199254740991';

  test.each([
    ['repeated=a&repeated=d', 'repeated must be one of a, b, c, not "d".'],
    ['comma=a;b', 'comma must be one of a, b, c, not "a;b".'],
    ['comma=a,', 'comma must be one of a, b, c, not "".'],
    ['space=a,b', 'space must be one of a, b, c, not "a,b".'],
    ['pipe=x||y', 'pipe must be a value that is not empty, not "".'],
    ['counts=1,two', 'counts must be an integer from 1 to 9007199254740991, not "two".'],
    ['counts=0', 'counts must be an integer from 1 to 9007199254740991, not "0".'],
    ['created[gte]=1.5', `created[gte] must be ${integers}, not "1.5".`],
    ['created[lt]=1&created[lt]=2', 'created[lt] may be given only once.'],
    ['price=-0.01', 'price must be a number from 0 to 99.5, not "-0.01".'],
    ['price=99.51', 'price must be a number from 0 to 99.5, not "99.51".'],
    ['price=1e1', 'price must be a number from 0 to 99.5, not "1e1".'],
    ['price=.5', 'price must be a number from 0 to 99.5, not ".5".'],
    ['open=1', 'open must be true or false, not "1".'],
    ['day=2026-02-30', 'day must be a date, such as 2026-04-01, not "2026-02-30".'],
    ['day=2026-04-01T00:00:00Z', 'day must be a date, such as 2026-04-01, not "2026-04-01T00:00:00Z".'],
    ['flag=nor', 'flag must be of the form ^[A-Z]{2}$, not "nor".'],
    ['word=a', 'word must be a text of 2 to 4 characters, not "a".'],
    ['word=abcde', 'word must be a text of 2 to 4 characters, not "abcde".'],
  ])('%s', (query, message) => {
    expect(read(query)).toEqual({ failure: `400 ${message}` });
  });
});
