import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { allClauses, childSchemas, follow, nearestClauses } from './schema-tree.ts';

const document: unknown = parse(`
schemas:
  Name: { type: string, x-clause: [NAME] }
  Alias: { $ref: '#/schemas/Name' }
  Row:
    properties:
      name: { $ref: '#/schemas/Alias', x-clause: [OWN] }
      plain: {}
      a/b: { x-clause: [SLASH] }
    allOf:
      - if: { properties: { secret: {} } }
        then: { properties: { name: { x-clause: [THEN] } } }
    else: { properties: { plain: { x-clause: [ELSE] } } }
    x-clause: [ROW]
  Page:
    properties:
      items: { items: { $ref: '#/schemas/Row' }, x-clause: [LIST] }
      either: { oneOf: [{ properties: { x: { x-clause: [X] } } }, { type: 'null' }] }
`);

test.each([
  ['/schemas/Name', '/schemas/Name'],
  ['/schemas/Alias', '/schemas/Name'],
  ['/schemas/Row/properties/name', '/schemas/Name'],
])('%s leads to %s', (pointer, target) => {
  expect(follow(document, pointer)).toBe(target);
});

describe('the schemas of a member', () => {
  test.each([
    ['/schemas/Row', 'name', ['/schemas/Row/properties/name', '/schemas/Row/allOf/0/then/properties/name']],
    ['/schemas/Row', 'plain', ['/schemas/Row/properties/plain', '/schemas/Row/else/properties/plain']],
    ['/schemas/Row', 'a/b', ['/schemas/Row/properties/a~1b']],
    ['/schemas/Row', 'secret', []],
    ['/schemas/Page/properties/items', '12', ['/schemas/Page/properties/items/items']],
    ['/schemas/Page/properties/items', 'name', []],
    ['/schemas/Page/properties/either', 'x', ['/schemas/Page/properties/either/oneOf/0/properties/x']],
    ['/schemas/Name', 'length', []],
    ['/schemas/Nobody', 'name', []],
  ])('%s, %s', (pointer, member, places) => {
    expect(childSchemas(document, pointer, member)).toEqual(places);
  });
});

describe('the clauses nearest to', () => {
  test.each([
    ['', []],
    ['/items', ['LIST']],
    ['/items/0', ['ROW']],
    ['/items/7/name', ['OWN', 'NAME', 'THEN']],
    ['/items/7/name/deeper', ['OWN', 'NAME', 'THEN']],
    ['/items/7/plain', ['ELSE']],
    ['/items/7/a~1b', ['SLASH']],
    ['/items/7/unknown', ['ROW']],
    ['/either/x', ['X']],
  ])('%j are %j', (instance, clauses) => {
    expect(nearestClauses(document, '/schemas/Page', instance)).toEqual(clauses);
  });
});

test('all clauses of a schema are those of its every part, once', () => {
  expect(allClauses(document, '/schemas/Page').sort()).toEqual([
    'ELSE',
    'LIST',
    'NAME',
    'OWN',
    'ROW',
    'SLASH',
    'THEN',
    'X',
  ]);
});
