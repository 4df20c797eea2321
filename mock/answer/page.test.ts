// Every style of paging, on a third vendor's list of seven rows: first, middle and last page, and what the reply says of it.
import { describe, expect, test } from 'vitest';
import { at, parseText, type Row, readContract } from '../../spec/index.ts';
import { createMock } from '../mock.ts';
import { sampleCall } from '../sample-call.ts';

const TELLS =
  'tells: { total: /page/total, more: /page/more, page: /page/number, pages: /page/pages, offset: /page/offset, limit: /page/limit }';

/** A list that is paged so; `places` are the parameters of the paging beside `size`. */
function list(paging: string, ...places: string[]) {
  const parameters = places.map((place) => `\n        - { name: ${place} }`).join('');
  const text = `openapi: 3.1.0
info: { title: Shop, version: "1" }
security: [{ key: [] }]
paths:
  /orders:
    get:
      operationId: listOrders
      x-list: { resource: order, items: /orders, key: id, order: { by: [id] }, paging: ${paging} }
      parameters:
        - { name: size, in: query, schema: { type: integer, minimum: 1, maximum: 5, default: 3 }${paging.includes('limit: size') ? '' : ', x-unmodelled: none'} }
        - { name: kind, in: query, schema: { type: string, enum: [a, b] }, x-filter: { field: kind, test: equals } }${parameters}
      responses:
        "200": { description: Yes., content: { application/json: { schema: { $ref: "#/components/schemas/Page" } } } }
        "400": { description: No., x-when: { invalid-parameter: {} } }
        "401": { description: Who?, x-when: { no-credential: {}, wrong-credential: {} } }
components:
  securitySchemes: { key: { type: apiKey, in: query, name: api_key } }
  schemas:
    Order: { type: object, required: [id, kind], properties: { id: { type: string }, kind: { type: string, enum: [a, b] } } }
    Page:
      type: object
      required: [orders, page, next]
      properties:
        orders: { type: array, items: { $ref: "#/components/schemas/Order" } }
        next: { type: [string, "null"] }
        page:
          type: object
          properties: { total: { type: integer }, more: { type: boolean }, number: { type: integer }, pages: { type: integer }, offset: { type: integer }, limit: { type: integer } }
`;
  const contract = readContract([parseText(text, 'shop.yaml')]);
  const [operation] = contract.operations;
  if (operation === undefined) throw new Error('The shop has no list.');
  const data = {
    order: Array.from({ length: 7 }, (_, index): Row => ({ id: `o${index + 1}`, kind: index < 4 ? 'a' : 'b' })),
  };
  const mock = createMock({ contract, data, checkReplies: true });
  return (query: string) => {
    const reply = mock.handle(sampleCall(operation, query));
    const rows = (at(reply.body, '/orders') ?? []) as Row[];
    return {
      status: reply.status,
      keys: rows.map(({ id }) => String(id).slice(1)).join(''),
      next: at(reply.body, '/next'),
      page: at(reply.body, '/page'),
      link: reply.headers.Link,
    };
  };
}

const integer = (name: string, first: number) =>
  `${name}, in: query, schema: { type: integer, minimum: ${first}, default: ${first} }`;
const text = (name: string) => `${name}, in: query, schema: { type: string }`;

describe('numbered pages', () => {
  describe.each([0, 1])('from %i', (first) => {
    const ask = list(`{ style: page, page: number, limit: size, first: ${first}, ${TELLS} }`, integer('number', first));
    const page = (number: number, more: boolean, limit = 3, total = 7) => ({
      total,
      more,
      number: number + first,
      pages: Math.ceil(total / limit),
      offset: number * limit,
      limit,
    });

    test.each<[query: string, keys: string, page: object]>([
      ['', '123', page(0, true)],
      [`number=${first}`, '123', page(0, true)],
      [`number=${first + 1}`, '456', page(1, true)],
      [`number=${first + 2}`, '7', page(2, false)],
      [`number=${first + 3}`, '', page(3, false)],
      ['size=5', '12345', page(0, true, 5)],
      [`size=5&number=${first + 1}`, '67', page(1, false, 5)],
      [`kind=a&size=2&number=${first + 1}`, '34', page(1, false, 2, 4)],
    ])('?%s', (query, keys, told) => {
      expect(ask(query)).toMatchObject({ status: 200, keys, page: told });
    });

    test('begin nowhere else', () => {
      expect(ask(`number=${first - 1}`).status).toBe(400);
    });
  });
});

describe('an offset', () => {
  const ask = list(`{ style: offset, offset: start, limit: size, next: /next, ${TELLS} }`, integer('start', 0));
  const page = (offset: number, more: boolean, limit = 3) => ({
    total: 7,
    more,
    offset,
    number: Math.floor(offset / limit) + 1,
    limit,
    pages: Math.ceil(7 / limit),
  });

  test.each<[query: string, keys: string, next: string | null, page: object]>([
    ['', '123', '3', page(0, true)],
    ['start=3', '456', '6', page(3, true)],
    ['start=6', '7', null, page(6, false)],
    ['start=4', '567', null, page(4, false)],
    ['start=7', '', null, page(7, false)],
    ['start=1&size=5', '23456', '6', page(1, true, 5)],
  ])('?%s', (query, keys, next, told) => {
    expect(ask(query)).toMatchObject({ status: 200, keys, next, page: told });
  });
});

describe('a key', () => {
  const paging =
    '{ style: key, after: after, before: before, limit: size, tells: { total: /page/total, more: /page/more } }';
  const ask = list(paging, text('after'), text('before'));

  test.each<[query: string, keys: string, more: boolean, total?: number]>([
    ['', '123', true],
    ['after=o3', '456', true],
    ['after=o4', '567', false],
    ['after=o7', '', false],
    ['before=o5', '234', true],
    ['before=o4', '123', false],
    ['before=o2', '1', false],
    ['before=o1', '', false],
    ['after=o1&size=1', '2', true],
    ['kind=b&after=o5', '67', false, 3],
    // The row itself need not pass the filter.
    ['kind=b&after=o2', '567', false, 3],
  ])('?%s', (query, keys, more, total = 7) => {
    expect(ask(query)).toMatchObject({ status: 200, keys, page: { total, more } });
  });

  test.each(['after=o8', 'before=nobody'])('that no row has is refused: %s', (query) => {
    expect(ask(query).status).toBe(400);
  });
});

describe('a cursor', () => {
  const paging = (bad: string) =>
    `{ style: cursor, cursor: cursor, limit: size, next: /next, badCursor: ${bad}, tells: { total: /page/total, more: /page/more, limit: /page/limit } }`;
  const ask = list(paging('first-page'), text('cursor'));

  test('leads from the first page to the last', () => {
    const first = ask('');
    const second = ask(`cursor=${first.next}`);
    const third = ask(`cursor=${second.next}`);
    expect([first, second, third].map(({ keys }) => keys)).toEqual(['123', '456', '7']);
    expect([first, second, third].map(({ page }) => page)).toEqual([
      { total: 7, more: true, limit: 3 },
      { total: 7, more: true, limit: 3 },
      { total: 7, more: false, limit: 3 },
    ]);
    expect(third.next).toBeNull();
  });

  test.each([
    ['first-page', 200, '123'],
    ['open', 200, '123'],
    ['refused', 400, ''],
  ])('that is forged gives the %s', (bad, status, keys) => {
    expect(list(paging(bad), text('cursor'))('cursor=forged')).toMatchObject({ status, keys });
  });
});

test('a list in one reply has all rows, and can say how many', () => {
  const ask = list('{ style: none, tells: { total: /page/total } }');
  expect(ask('')).toMatchObject({ keys: '1234567', page: { total: 7 } });
});

describe('the next page is named by a URL', () => {
  const place = integer('number', 1);
  const walked = (next: unknown) => new URL(String(next)).search.slice(1);

  test.each(['{ url: /next }', '{ link: next }'])('as %s says', (next) => {
    const ask = list(`{ style: page, page: number, limit: size, next: ${next} }`, place);
    const nextOf = ({ next: url, link }: ReturnType<typeof ask>) =>
      next.includes('link') ? /^<(.+)>; rel="next"$/.exec(link ?? '')?.[1] : url;
    const first = ask('kind=a&size=2');
    const url = String(nextOf(first));
    expect(url).toBe('http://localhost/orders?kind=a&size=2&number=2');
    const second = ask(walked(url));
    expect([first.keys, second.keys]).toEqual(['12', '34']);
    expect(nextOf(second) ?? undefined).toBeUndefined();
  });
});
