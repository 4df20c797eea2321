// For tests of the loader: a small correct document, changed copies of it, and what the loader says of them.
import { parse } from 'yaml';
import { at, isRecord, tokensOf } from '../schema/pointer.ts';
import type { Contract } from './contract.ts';
import { ContractError, type Mistake } from './contract-error.ts';
import { readContract } from './load-contract.ts';
import { parseText } from './read-file.ts';

/** Its text. */
export const TEXT = `
openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: "https://shop.example/api" }]
security: [{ bearer: [read] }]
x-api: { name: shop, title: Shop }
x-error: { code: /code, message: /message }
x-undocumented: { unknown-path: no_such_path }
paths:
  /shops/{shopId}/orders:
    get:
      operationId: listOrders
      x-list:
        resource: order
        items: /data
        key: id
        unique: [number]
        order: { by: [-placedAt, id] }
        paging: { style: cursor, cursor: cursor, limit: limit, next: /meta/next, badCursor: refused, tells: { total: /meta/total } }
      parameters:
        - { name: shopId, in: path, required: true, schema: { type: string }, x-tenant: { own: { name: shopId }, foreign: { name: foreignShopId } } }
        - { name: state, in: query, schema: { $ref: "#/components/schemas/State" }, x-filter: { field: state, test: equals } }
        - { name: from, in: query, schema: { type: string, format: date-time }, x-filter: { field: placedAt, test: at-or-after } }
        - { name: cheapest, in: query, schema: { type: number }, x-filter: { field: price, test: at-least } }
        - { name: tag, in: query, schema: { type: array, items: { type: string } }, x-filter: { field: tags, test: any-of } }
        - { name: search, in: query, schema: { type: string }, x-filter: { field: number, test: contains, case: insensitive } }
        - { name: sort, in: query, schema: { type: string, enum: [newest, price], default: newest }, x-sort: { orders: { newest: [-placedAt], price: [price] } } }
        - { name: fields, in: query, schema: { type: string }, x-unmodelled: "Chooses members, not rows." }
        - { name: cursor, in: query, schema: { type: string } }
        - $ref: "#/components/parameters/limit"
      responses:
        "200":
          description: One page of orders.
          content: { application/json: { schema: { $ref: "#/components/schemas/OrderPage" } } }
        "400": { $ref: "#/components/responses/Invalid" }
        "401": { $ref: "#/components/responses/Refused" }
        "404":
          description: No such shop.
          x-when: { unknown-tenant: { code: not_found }, foreign-tenant: { code: not_found } }
          content: { application/json: { schema: { $ref: "#/components/schemas/Problem" } } }
        "429":
          description: Too many calls.
          x-when: { rate-limited: { code: slow_down } }
          x-retry-after: { body: /message, pattern: '(\\d+) s' }
          content: { application/json: { schema: { $ref: "#/components/schemas/Problem" } } }
        default:
          description: Another failure.
          content: { application/json: { schema: { $ref: "#/components/schemas/Problem" } } }
  /customers:
    get:
      operationId: listCustomers
      x-list: { resource: customer, items: "", key: id, paging: { style: none } }
      parameters:
        - { name: name, in: query, schema: { type: string, enum: [Ann, Bob] }, x-filter: { field: name, test: equals } }
      responses:
        "200":
          description: All customers.
          content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Customer" } } } }
        "400": { $ref: "#/components/responses/Invalid" }
        "401": { $ref: "#/components/responses/Refused" }
components:
  securitySchemes:
    bearer:
      type: http
      scheme: bearer
      x-credentials: { valid: { name: token }, revoked-credential: { name: revokedToken } }
  parameters:
    limit: { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 50, default: 10 } }
  responses:
    Invalid:
      description: A parameter is invalid.
      x-when: { invalid-parameter: { code: invalid } }
      content: { application/json: { schema: { $ref: "#/components/schemas/Problem" } } }
    Refused:
      description: No valid key.
      x-when: { no-credential: { code: no_key }, wrong-credential: { code: wrong_key }, revoked-credential: { code: revoked_key } }
      content: { application/json: { schema: { $ref: "#/components/schemas/Problem" } } }
  schemas:
    State: { type: string, enum: [open, paid] }
    Order:
      type: object
      required: [id, number, state, price, tags, placedAt]
      properties:
        id: { type: string }
        number: { type: string }
        state: { $ref: "#/components/schemas/State" }
        price: { type: number, minimum: 0 }
        tags: { type: array, items: { type: string } }
        placedAt: { type: string, format: date-time }
        paidAt: { type: string, format: date-time }
        customerId: { type: string, x-ref: { to: customer, field: id } }
      x-rule: [{ field: placedAt, test: at-or-before, other: paidAt }]
    OrderPage:
      type: object
      required: [data, meta]
      properties:
        data: { type: array, items: { $ref: "#/components/schemas/Order" } }
        meta:
          type: object
          required: [next, total]
          properties: { next: { type: [string, "null"] }, total: { type: integer } }
    Customer:
      type: object
      required: [id, name]
      properties: { id: { type: string }, name: { type: string, enum: [Ann, Bob] } }
    Problem:
      type: object
      required: [code, message]
      properties: { code: { type: string }, message: { type: string } }
`;

export const ORDERS = '/paths/~1shops~1{shopId}~1orders/get';
export const CUSTOMERS = '/paths/~1customers/get';
export const ORDER = '/components/schemas/Order';

/** The small document. */
export function sampleDocument(): Record<string, unknown> {
  return parse(TEXT) as Record<string, unknown>;
}

/** A change: what stands at a pointer afterwards; undefined takes the member away, `-` as last token appends. */
export type Change = readonly [pointer: string, value: unknown];

/** The document with these changes. */
export function changed(document: unknown, ...changes: readonly Change[]): unknown {
  let whole = structuredClone(document);
  for (const [pointer, value] of changes) {
    if (pointer === '') {
      whole = value;
      continue;
    }
    const parent = at(whole, pointer.slice(0, pointer.lastIndexOf('/')));
    const name = tokensOf(pointer).at(-1) ?? '';
    if (Array.isArray(parent) && value === undefined) parent.splice(Number(name), 1);
    else if (Array.isArray(parent)) parent[name === '-' ? parent.length : Number(name)] = value;
    else if (!isRecord(parent)) throw new Error(`Nothing stands around ${pointer}.`);
    else if (value === undefined) delete parent[name];
    else parent[name] = value;
  }
  return whole;
}

/** Reads a document that did not come from a file. */
export function readValue(value: unknown, name = 'shop.yaml'): Contract {
  return readContract([{ name, value, lineOf: () => undefined }]);
}

/** Reads documents in text, by their names. */
export function readTexts(texts: Readonly<Record<string, string>>): Contract {
  return readContract(Object.entries(texts).map(([name, text]) => parseText(text, name)));
}

/** The mistakes for which a reading is refused; throws whatever else goes wrong. */
export function mistakesOf(read: () => unknown): readonly Mistake[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ContractError) return error.mistakes;
    throw error;
  }
  return [];
}

/** One mistake: a sentence, the changes that make it, and where and how it is told. */
export type WrongCase = readonly [sentence: string, changes: readonly Change[], pointer: string, advice: string];

/** What is told of the small document with these changes, one line each. */
export function toldOf(changes: readonly Change[]): readonly string[] {
  return mistakesOf(() => readValue(changed(sampleDocument(), ...changes))).map(
    ({ pointer, advice }) => `#${pointer}: ${advice}`,
  );
}
