// For tests: a list of a third vendor, and what callers of it are refused with.
import { parseText, readContract } from '../../spec/index.ts';
import { accessOf, refuseCaller } from './authenticate.ts';

export const BEARER = 'type: http\n      scheme: bearer';

/** A third vendor's list, called as `security` says, of the tenants that `parameters` choose. */
export function shop(
  scheme: string,
  { path = '/orders', parameters = '', security = '[{ key: [orders:read] }]', also = '' } = {},
) {
  const text = `openapi: 3.1.0
info: { title: Shop, version: "1" }
x-api: { name: shop }
x-error: { code: /code }
paths:
  ${path}:
    get:
      operationId: listOrders
      security: ${security}
      x-list: { resource: order, items: "", key: id, paging: { style: none } }
      parameters: [${parameters}]
      responses:
        "200": { description: Yes., content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Order" } } } } }
        "401":
          description: Who?
          x-when: { no-credential: { code: none }, wrong-credential: { code: wrong }, revoked-credential: { code: revoked } }
          content: { application/json: { schema: { $ref: "#/components/schemas/Error" } } }
        "403":
          description: No.
          x-when: { insufficient-scope: { code: scope }, insufficient-plan: { code: plan } }
        "404":
          description: Where?
          x-when: { unknown-tenant: { code: unknown }, foreign-tenant: { code: foreign } }
        ${also}
components:
  schemas:
    Order: { type: object, properties: { id: { type: string } } }
    Error: { type: object, properties: { code: { type: string } } }
  securitySchemes:
    key:
      ${scheme}
      x-credentials:
        valid: { name: key, examples: ["good:word"] }
        revoked-credential: { name: oldKey, examples: ["old:word"] }
        insufficient-scope: { name: narrowKey, examples: ["narrow:word"] }
        insufficient-plan: { name: poorKey, examples: ["poor:word"] }
    other: { type: apiKey, in: header, name: X-Other, x-credentials: { valid: { name: other, examples: [second] } } }
`;
  const contract = readContract([parseText(text, 'shop.yaml')]);
  const [operation] = contract.operations;
  if (operation === undefined) throw new Error('The shop has no list.');
  return { operation, access: accessOf(contract.credentials, false) };
}

export type Shown = {
  readonly headers?: Record<string, string>;
  readonly query?: string;
  readonly parameters?: Record<string, string>;
};

/** The code of the refusal; undefined for a caller who may go on. */
export function codeOf(
  { operation, access }: ReturnType<typeof shop>,
  shown: Shown,
  anyKey = false,
): string | undefined {
  const { headers = {}, query = '', parameters = {} } = shown;
  const call = { method: 'GET', path: '/orders', query, headers };
  return refuseCaller(operation, call, parameters, { ...access, anyKey })?.code;
}
