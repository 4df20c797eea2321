// Test support: a small OpenAPI document of a made-up vendor, as its author would write it.

/** What differs from shop to shop. */
export type Shop = {
  /** The vendor, and the first segment of its path. */
  readonly api: string;
  /** The way of proving who calls; none for a list that is open to everybody. */
  readonly scheme?: string;
  /** The behaviour of a cursor that is none. @default first-page */
  readonly badCursor?: 'first-page' | 'refused';
  /** Where the parameter `shop` stands that says whose items are listed; none where nobody is asked. */
  readonly tenant?: 'path' | 'header' | 'query';
};

/** Ways of proving who calls, as `components.securitySchemes` names them. */
export const SCHEMES = {
  bearer: 'type: http, scheme: bearer',
  basic: 'type: http, scheme: basic',
  queryKey: 'type: apiKey, in: query, name: api_key',
  headerKey: 'type: apiKey, in: header, name: X-Shop-Key',
  cookie: 'type: apiKey, in: cookie, name: session',
} as const;

/** The document as YAML. */
export function sampleShop({ api, scheme, tenant, badCursor = 'first-page' }: Shop): string {
  const path = `/${api}${tenant === 'path' ? '/{shop}' : ''}/items`;
  return `openapi: 3.1.0
info: { title: ${api} shop, version: "1" }
x-api: { name: ${api}, title: ${api} shop }
x-error: { code: /error/code, message: /error/message }
${scheme === undefined ? '' : 'security: [{ caller: [] }]'}
paths:
  ${path}:
    get:
      operationId: listItems
      x-list:
        resource: item
        items: /items
        key: id
        order: { by: [id] }
        paging: { style: cursor, cursor: cursor, limit: limit, next: /next, badCursor: ${badCursor} }
      parameters:
${tenant === undefined ? '' : tenantParameter(tenant)}
        - { name: colour, in: query, schema: { $ref: "#/components/schemas/Colour" }, x-filter: { field: colour, test: equals } }
        - { name: cursor, in: query, schema: { type: string } }
        - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 50, default: 10 } }
      responses:
        "200":
          description: One page of items.
          content:
            application/json:
              schema:
                type: object
                required: [items, next]
                properties:
                  items: { type: array, items: { $ref: "#/components/schemas/Item" } }
                  next: { type: [string, "null"] }
${scheme === undefined ? '' : refusal(401, { 'no-credential': 'no_key', 'wrong-credential': 'bad_key', 'revoked-credential': 'old_key' })}
${tenant === undefined ? '' : refusal(404, { 'unknown-tenant': 'no_shop', 'foreign-tenant': 'no_shop' })}
${refusal(422, { 'invalid-parameter': 'bad_parameter' })}
components:
${scheme === undefined ? '' : schemeOf(scheme)}
  schemas:
    Colour: { type: string, enum: [red, green, blue] }
    Item:
      type: object
      required: [id, colour, note]
      properties:
        id: { type: string, minLength: 1 }
        colour: { $ref: "#/components/schemas/Colour" }
        note: { type: string }
    Error:
      type: object
      required: [error]
      properties:
        error:
          type: object
          required: [code, message]
          properties: { code: { type: string }, message: { type: string } }
`;
}

function tenantParameter(where: string): string {
  return `        - name: ${where === 'header' ? 'X-Shop' : 'shop'}
          in: ${where}
          required: true
          schema: { type: string }
          x-tenant: { own: { name: shop }, foreign: { name: foreignShop } }`;
}

function schemeOf(scheme: string): string {
  return `  securitySchemes:
    caller: { ${scheme}, x-credentials: { valid: { name: token }, revoked-credential: { name: oldToken } } }`;
}

function refusal(status: number, codes: Readonly<Record<string, string>>): string {
  const situations = Object.entries(codes).map(([situation, code]) => `${situation}: { code: ${code} }`);
  return `        "${status}":
          description: A refusal.
          x-when: { ${situations.join(', ')} }
          content: { application/json: { schema: { $ref: "#/components/schemas/Error" } } }`;
}
