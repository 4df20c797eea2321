// Values to ask a filter for are of the type of its parameter.
import { expect, test } from 'vitest';
import { parseText, type Row, readContract } from '../../../spec/index.ts';
import { tellingValues, valuesAgainst } from './row-values.ts';

const document = `
openapi: 3.1.0
info: { title: Teas, version: "1" }
paths:
  /teas:
    get:
      operationId: listTeas
      x-list: { resource: tea, items: "", key: id, paging: { style: none } }
      parameters:
        - { name: tag, in: query, schema: { type: integer }, x-filter: { field: tags, test: any-of } }
        - { name: tags, in: query, schema: { type: array, items: { type: integer } }, x-filter: { field: tags, test: all-of } }
        - { name: grade, in: query, schema: { type: integer }, x-filter: { field: grade, test: equals } }
      responses:
        "200":
          description: Teas.
          content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Tea" } } } }
        "400": { description: Refused., x-when: { invalid-parameter: {} } }
components:
  schemas:
    Tea: { type: object, properties: { id: { type: string }, grade: { type: integer }, tags: { type: array, items: { type: integer } } } }
`;
const [list] = readContract([parseText(document, 'teas.yaml')]).operations;
const rows: readonly Row[] = [
  { id: 'a', grade: 1, tags: [1, 2] },
  { id: 'b', grade: 2, tags: [2] },
  { id: 'c', grade: 1, tags: [] },
];

test.each(list?.filters ?? [])('$name is asked for numbers alone, one of which no row has', (filter) => {
  const values = [...tellingValues(filter, rows, 10), ...rows.flatMap((row) => valuesAgainst(filter, row, rows))];
  expect(values.length).toBeGreaterThan(3);
  expect(values.filter((value) => typeof value !== 'number')).toEqual([]);
});
