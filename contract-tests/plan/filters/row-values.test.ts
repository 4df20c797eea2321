// Values to ask a filter for are of the type of its parameter.
import { expect, test } from 'vitest';
import { parseText, type Row, readContract } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { isId } from '../../walk/filter-arguments.ts';
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

test('of many ids one of each form is among the few that are asked for, unless their forms are as many', () => {
  const filter = ownContract()
    .operations.flatMap(({ filters }) => filters)
    .find(isId);
  if (filter === undefined) throw new Error('No list has a filter by id.');
  const rowsOf = (ids: readonly string[]) => ids.map((id) => ({ [filter.field]: id }));
  const bare = Array.from({ length: 60 }, (_, place) => `01HXG9A2B3C4D5E6F7G8H9J0${String(place).padStart(2, '0')}`);
  const asked = tellingValues(filter, rowsOf([...bare.slice(0, 31), 'cmp_01HXG9', ...bare.slice(31)]), 4);
  expect(asked).toContain('cmp_01HXG9');
  expect(asked.length).toBeLessThanOrEqual(6);
  const numbers = Array.from({ length: 60 }, (_, place) => '9'.repeat(place + 1));
  expect(tellingValues(filter, rowsOf(numbers), 4)).toHaveLength(4);
});
