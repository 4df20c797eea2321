// For tests: a third vendor's list, paged as a test says, as its author would describe it.
import { parseText, readContract } from '../spec/index.ts';

type Pages = {
  /** The style of paging, and its parameters. */
  readonly paging: string;
  /** Those parameters, described. */
  readonly parameters: readonly string[];
  /** The bounds of the page size. */
  readonly size: { readonly minimum: number; readonly maximum: number };
};

/** The contract of the list of teas. */
export function teas({ paging, parameters, size: { minimum, maximum } }: Pages) {
  const size = `{ name: size, in: query, schema: { type: integer, minimum: ${minimum}, maximum: ${maximum}, default: 10 } }`;
  const text = `
openapi: 3.1.0
info: { title: Teas, version: "1" }
paths:
  /teas:
    get:
      operationId: listTeas
      x-list:
        resource: tea
        items: /teas
        key: id
        order: { by: [id] }
        paging: { ${paging}, limit: size, tells: { more: /more } }
      parameters: [${[...parameters, size].join(', ')}]
      responses:
        "200":
          description: Teas.
          content: { application/json: { schema: { type: object, required: [teas, more], properties: { more: { type: boolean }, teas: { type: array, items: { $ref: "#/components/schemas/Tea" } } } } } }
        "400": { description: Refused., x-when: { invalid-parameter: {} } }
components:
  schemas:
    Tea: { type: object, required: [id, price], properties: { id: { type: string, minLength: 1 }, price: { type: integer, minimum: 1, maximum: 900 } } }
`;
  return readContract([parseText(text, 'teas.yaml')]);
}
