import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadContract } from '../load/load-contract.ts';
import { type Exercised, exercisedClauses } from './exercised-clauses.ts';

const document = parse(`
Page:
  x-clause: [PAGE]
  required: [rows]
  properties:
    rows: { type: array, items: { $ref: '#/Row', x-clause: [ROW] }, x-clause: [ROWS, NAME] }
    next: { type: [string, 'null'], x-clause: [NEXT] }
    total: { not: {}, x-clause: [NO-TOTAL] }
    notes: { type: object, additionalProperties: { type: string, x-clause: [NOTE] }, properties: { own: {} } }
Row:
  required: [id, name, price]
  properties:
    id: { type: string, x-clause: [ID] }
    name: { enum: [a, b], x-clause: [NAME] }
    note: { type: string, x-clause: [REMARK] }
    size: { type: [object, 'null'], properties: { width: { type: integer, x-clause: [SIZE] } }, x-clause: [SIZE] }
    price: { oneOf: [{ required: [amount], properties: { amount: { type: number, x-clause: [AMOUNT] } } }, { type: 'null', x-clause: [FREE] }] }
    tags: { type: array, contains: { const: x, x-clause: [TAGGED] } }
  if: { properties: { name: { const: b } }, required: [name] }
  then: { properties: { id: { pattern: '^b', x-clause: [B-ID] } }, x-clause: [B] }
  else: { allOf: [{ properties: { id: { pattern: '^a', x-clause: [A-ID] } } }] }
Tree: { type: object, properties: { child: { $ref: '#/Tree' } }, x-clause: [TREE] }
`);
const ajv = new Ajv2020({ strict: false }).addSchema(document, 'doc');

function exercisedIn(pointer: string): Exercised {
  const fits = (place: string) => {
    const validate = ajv.getSchema(`doc#${place}`);
    return (value: unknown) => validate?.(value) === true;
  };
  return exercisedClauses({ document, pointer, keep: (ids) => ids, fits });
}

const ALWAYS = ['PAGE', 'ROWS', 'NO-TOTAL'];
const OF_A_ROW = [...ALWAYS, 'ROW', 'ID', 'NAME'];
const row = { id: 'a1', name: 'a', price: 0 };

describe('a reply puts to the test', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['nothing, where there is none', undefined, []],
    ['its form, where it is no object', 'text', ['PAGE']],
    ['what it must have and must not have, where it is empty', {}, ALWAYS],
    ['nothing of rows, where there is none', { rows: [] }, ALWAYS],
    ['a member that may be missing, where it is there', { rows: [], next: null }, [...ALWAYS, 'NEXT']],
    ['what must not be there, where it is', { rows: [], total: 1 }, ALWAYS],
    ['nothing of the members of what is no row', { rows: [7] }, [...ALWAYS, 'ROW']],
    ['what a row must have, where it has nothing', { rows: [{}] }, OF_A_ROW],
    ['the branch whose condition does not hold', { rows: [row] }, [...OF_A_ROW, 'A-ID']],
    ['the branch whose condition holds', { rows: [{ ...row, name: 'b' }] }, [...OF_A_ROW, 'B', 'B-ID']],
    ['both, where rows differ', { rows: [row, { ...row, name: 'b' }] }, [...OF_A_ROW, 'A-ID', 'B', 'B-ID']],
    ['nothing inside a member that is null', { rows: [{ ...row, size: null }] }, [...OF_A_ROW, 'A-ID']],
    ['what is inside a member', { rows: [{ ...row, size: { width: 1 } }] }, [...OF_A_ROW, 'A-ID', 'SIZE']],
    ['the form that it has', { rows: [{ ...row, price: { amount: 1 } }] }, [...OF_A_ROW, 'A-ID', 'AMOUNT']],
    ['the other form that it has', { rows: [{ ...row, price: null }] }, [...OF_A_ROW, 'A-ID', 'FREE']],
    ['no entry of an empty map', { rows: [], notes: { own: 1 } }, ALWAYS],
    ['an entry of a map', { rows: [], notes: { other: 1 } }, [...ALWAYS, 'NOTE']],
    ['a keyword that is not looked into', { rows: [{ ...row, tags: [] }] }, [...OF_A_ROW, 'A-ID', 'TAGGED']],
  ])('%s', (_, body, expected) => {
    expect([...exercisedIn('/Page')(body)].sort()).toEqual([...expected].sort());
  });

  test('what a schema says that contains itself', () => {
    expect([...exercisedIn('/Tree')({ child: { child: {} } })]).toEqual(['TREE']);
  });

  test('nothing that is known already', () => {
    expect([...exercisedIn('/Page')({ rows: [row] }, new Set(OF_A_ROW))]).toEqual(['A-ID']);
  });
});

describe('of the built-in contract', () => {
  const { operations } = loadContract();
  const exercised = (id: string, status: number, body: unknown) => [
    ...(operations
      .find((operation) => operation.id === id)
      ?.reply(status)
      ?.exercised(body) ?? []),
  ];

  test.each<[string, number, unknown, readonly string[], readonly string[]]>([
    ['listAdAccounts', 200, { items: [] }, ['ACC-22', 'ACC-23'], ['ACC-25', 'ACC-45']],
    ['listAdAccounts', 200, { items: [{ platform: 'meta_ads', externalId: 'x' }] }, ['ACC-25', 'ACC-45'], ['ACC-46']],
    ['listAdAccounts', 200, { items: [{ platform: 'apple_ads', externalId: 'x' }] }, ['ACC-47'], ['ACC-45', 'ACC-46']],
    ['listCampaigns', 200, { items: [] }, ['CMP-31'], ['CMP-32', 'CMP-33']],
    ['listAdsets', 200, { items: [{ platform: 'meta_ads' }] }, ['SET-34', 'SET-47'], ['SET-07', 'SET-48', 'SET-58']],
    ['listAdsets', 200, { items: [{ targetingSummary: { age: null } }] }, ['SET-47'], ['SET-49', 'SET-50']],
    ['listAdsets', 200, { items: [{ platform: 'tiktok_ads', lifetimeBudget: null }] }, ['SET-07'], ['SET-58']],
    [
      'listAdsets',
      200,
      { items: [{ platform: 'tiktok_ads', lifetimeBudget: {}, endTime: null }] },
      ['SET-07', 'SET-58'],
      [],
    ],
    ['listAds', 404, { error: {} }, ['LAY-01', 'LAY-02', 'LAY-04'], ['LAY-05']],
    ['listAds', 404, { error: { details: {} } }, ['LAY-05'], ['ADS-39']],
    ['listAccounts', 200, { data: [], pagination: {} }, ['KLY-17', 'KLY-19'], ['KLY-26', 'KAP-27']],
  ])('%s, status %i, as %j', (id, status, body, met, unmet) => {
    const found = exercised(id, status, body);
    expect(met.filter((clause) => !found.includes(clause))).toEqual([]);
    expect(unmet.filter((clause) => found.includes(clause))).toEqual([]);
  });

  test.each<[string, number, Record<string, string>, readonly string[]]>([
    ['listAds', 200, {}, ['LAY-08', 'LAY-09', 'LAY-38']],
    ['listAccounts', 200, {}, ['KAP-23', 'KAP-23', 'KAP-23', 'KAP-24']],
    ['listAccounts', 401, {}, ['KAP-23', 'KAP-23', 'KAP-23', 'KAP-24']],
    ['listAccounts', 404, {}, []],
  ])('the headers of %s, status %i, as %j', (id, status, headers, met) => {
    const reply = operations.find((operation) => operation.id === id)?.reply(status);
    expect(reply?.exercisedHeaders(headers)).toEqual(met);
  });
});
