// What an invalid value is: without one that is invalid beyond doubt nothing can be said, and nothing is.
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../../mock/index.ts';
import { parseText, readContract } from '../../../spec/index.ts';
import { judge } from '../../judge.ts';

const document = (schema: string, field = 'kind') => `
openapi: 3.1.0
info: { title: Teas, version: "1" }
paths:
  /teas:
    get:
      operationId: listTeas
      x-list: { resource: tea, items: /teas, key: id, paging: { style: offset, offset: from, limit: size } }
      parameters:
        - { name: kind, in: query, schema: ${schema}, x-filter: { field: ${field}, test: equals } }
        - { name: from, in: query, schema: { type: integer, minimum: 0, default: 0 } }
        - { name: size, in: query, schema: { type: integer, minimum: 1, maximum: 50, default: 10 } }
      responses:
        "200":
          description: Teas.
          content: { application/json: { schema: { type: object, required: [teas], properties: { teas: { type: array, items: { $ref: "#/components/schemas/Tea" } } } } } }
        "400": { description: Refused., x-when: { invalid-parameter: {} } }
components:
  schemas:
    Tea: { type: object, required: [id, kind], properties: { id: { type: integer }, kind: { type: string, enum: [green, black] } } }
`;

/** The verdict on a deployment that answers every invalid value with the whole list. */
async function verdictOn(schema: string, field?: string) {
  const contract = readContract([parseText(document(schema, field), 'teas.yaml')]);
  const mock = createMock({ contract });
  const handle: typeof mock.handle = (call) => {
    const reply = mock.handle(call);
    return reply.status === 400 ? mock.handle({ ...call, query: '' }) : reply;
  };
  const report = await judge({
    baseUrl: 'http://teas',
    contract,
    fetch: createFetch({ ...mock, handle }),
    only: ['invalid-parameters'],
  });
  return report.results[0]?.verdict;
}

test.each([
  ['NOT_EXERCISED', 'no value is certainly invalid', '{ type: string }'],
  ['FAIL', 'the type of a filter rules the value out', '{ type: integer }', 'id'],
  ['FAIL', 'the documentation lists all values', '{ type: string, enum: [green, black] }'],
])('%s where %s', async (verdict, _, schema, field?: string) => {
  expect(await verdictOn(schema, field)).toBe(verdict);
});

test('however a size is read that is none, no page is larger than the largest', async () => {
  const contract = readContract([
    parseText(document('{ type: string }').replace('maximum: 50, default: 10', 'maximum: 3, default: 3'), 'teas.yaml'),
  ]);
  const mock = createMock({ contract, size: { tea: 9 } });
  const rows = mock.handle({ method: 'GET', path: '/teas', query: 'size=3', headers: {} });
  const handle: typeof mock.handle = (call) => {
    if (!new URLSearchParams(call.query).getAll('size').includes('0')) return mock.handle(call);
    return { ...rows, body: { teas: Array.from({ length: 9 }, (_, id) => ({ id, kind: 'green' })) } };
  };
  const fetch = createFetch({ ...mock, handle });
  const { results } = await judge({ baseUrl: 'http://teas', contract, fetch, only: ['invalid-parameters'] });
  expect(results[0]?.findings.map(({ message }) => message)).toEqual([
    'size=0 is answered with a page larger than the documented maximum',
  ]);
});
