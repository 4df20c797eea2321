// For tests of the store: lists of several hundred rows, and what a search through all of them gives.
import {
  type Filter,
  type FilterValue,
  instant,
  loadContract,
  memberOf,
  type Operation,
  type Order,
  parseText,
  passes,
  type Row,
  readContract,
} from '../../spec/index.ts';

/** Values by parameter. */
export type Asked = ReadonlyMap<string, readonly FilterValue[]>;

/** A list, its rows, and what may become of them. */
export type SampleList = {
  readonly operation: Operation;
  readonly rows: readonly Row[];
  /** The row that a number stands for: one of those above with other values, or a new one. */
  readonly rowOf: (number: number) => Row;
  /** Values that a query may have, by parameter. */
  readonly choices: Readonly<Record<string, readonly FilterValue[]>>;
  readonly orders: readonly (Order | undefined)[];
};

function operationOf(operations: readonly Operation[], id: string): Operation {
  const found = operations.find((operation) => operation.id === id);
  if (found === undefined) throw new Error(`There is no operation ${id}.`);
  return found;
}

const at = <T>(values: readonly T[], number: number): T => values[number % values.length] as T;
const padded = (number: number) => String(number).padStart(4, '0');

const STATUSES = ['active', 'paused', 'deleted', 'archived', 'in_review', 'rejected'] as const;
const INSTANTS = [
  '2026-04-01T00:00:00Z',
  '2026-04-01T02:00:00+02:00',
  '2026-04-02T00:00:00Z',
  '2026-04-02T00:00:00.5Z',
];

/** Two long ad sets and many short ones; the campaign follows from the ad set, the account from the campaign. */
function ad(number: number, variant = number): Row {
  const adset = variant % 3 < 2 ? variant % 3 : 2 + (variant % 41);
  const campaign = adset < 2 ? 0 : adset % 23;
  return {
    adId: `ad${padded(number)}`,
    adsetId: `s${adset}`,
    campaignId: `c${campaign}`,
    adAccountId: `a${campaign % 2}`,
    platform: campaign % 2 === 0 ? 'meta_ads' : 'tiktok_ads',
    status: at(STATUSES, Math.floor(variant / 3)),
    adsContentId: variant % 5 === 0 ? null : `k${variant % 97}`,
    createdAt: at(INSTANTS, Math.floor(variant / 7)),
  };
}

/** 420 ads of the built-in contract. */
export function sampleAds(): SampleList {
  const rows = Array.from({ length: 420 }, (_, index) => ad(index));
  return {
    operation: operationOf(loadContract().operations, 'listAds'),
    rows,
    rowOf: (number) => ad(number % 460, number),
    choices: {
      adsetId: ['s0', 's1', 's7', 's12', 's99'],
      campaignId: ['c0', 'c3', 'c14', 'c99'],
      adAccountId: ['a0', 'a1', 'a9'],
      platforms: ['meta_ads', 'tiktok_ads'],
      status: STATUSES,
      adsContentId: ['k1', 'k2', 'k96', 'k99'],
      since: ['2026-04-01T00:00:00Z', '2026-04-02T00:00:00Z', '2026-04-03'],
    },
    orders: [undefined],
  };
}

const GOODS = `openapi: 3.1.0
info: { title: Goods, version: "1" }
paths:
  /goods:
    get:
      operationId: listGoods
      x-list:
        resource: good
        items: /goods
        key: id
        order: { by: [-price, id] }
        paging: { style: offset, offset: offset, limit: limit, tells: { total: /total } }
      parameters:
        - { name: offset, in: query, schema: { type: integer, minimum: 0, default: 0 } }
        - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 50, default: 10 } }
        - { name: sort, in: query, schema: { type: string, enum: [price, name, made] }, x-sort: { orders: { price: [-price, id], name: [name, -made], made: [made, id] } } }
        - { name: from, in: query, schema: { type: integer }, x-filter: { field: price, test: at-least } }
        - { name: below, in: query, schema: { type: integer }, x-filter: { field: price, test: less-than } }
        - { name: without, in: query, schema: { type: array, items: { type: string } }, x-filter: { field: kind, test: not-in } }
        - { name: kind, in: query, schema: { type: array, items: { type: string } }, x-filter: { field: kind, test: in } }
        - { name: maker, in: query, schema: { type: array, items: { type: string } }, x-filter: { field: maker, test: in } }
        - { name: state, in: query, schema: { type: string, enum: [old, new, all], default: new }, x-filter: { field: state, test: equals, unrestricted: all } }
      responses:
        "200": { description: Yes., content: { application/json: { schema: { $ref: "#/components/schemas/Page" } } } }
        "400": { description: No., x-when: { invalid-parameter: {} } }
components:
  schemas:
    Good:
      type: object
      required: [id, name, price, made, kind, maker, state]
      properties:
        id: { type: string }
        name: { type: string }
        price: { type: integer }
        made: { type: [integer, "null"] }
        kind: { type: string }
        maker: { type: string }
        state: { type: string, enum: [old, new] }
    Page:
      type: object
      required: [goods, total]
      properties: { goods: { type: array, items: { $ref: "#/components/schemas/Good" } }, total: { type: integer } }
`;

function good(number: number, variant = number): Row {
  return {
    id: `g${padded((number * 37) % 1000)}`,
    name: at(['b', 'a', 'B', 'ä', 'aa'], variant),
    price: (variant * 7) % 31,
    made: variant % 4 === 0 ? null : (variant * 13) % 29,
    kind: `k${variant % 5}`,
    maker: variant % 2 === 0 ? 'm0' : `m${variant % 71}`,
    state: variant % 3 === 0 ? 'old' : 'new',
  };
}

/** 330 goods of a made-up vendor. */
export function sampleGoods(): SampleList {
  const operation = operationOf(readContract([parseText(GOODS, 'goods.yaml')]).operations, 'listGoods');
  const orders = operation.list.sorting?.orders?.byValue ?? new Map();
  return {
    operation,
    rows: Array.from({ length: 330 }, (_, index) => good(index)),
    rowOf: (number) => good(number % 370, number),
    choices: {
      from: [-1, 0, 12, 30, 31],
      below: [0, 1, 17, 30, 99],
      without: ['k0', 'k1', 'k4', 'k9'],
      kind: ['k0', 'k2', 'k3', 'k9'],
      maker: ['m0', 'm1', 'm70', 'm99'],
      state: ['old', 'new', 'all'],
    },
    orders: [undefined, ...orders.values()],
  };
}

/** What a store should give: every row that passes, in its order. */
export function searched(
  { list, filters }: Operation,
  rows: readonly Row[],
  asked: Asked,
  order: Order = list.order?.keys ?? [],
): Row[] {
  const all = [...order, { field: list.key, descending: false }];
  const passing = rows.filter((row) =>
    filters.every((filter: Filter) => passes(filter, row, asked.get(filter.name) ?? [])),
  );
  return passing
    .map((row) => ({ row, values: all.map(({ field }) => comparable(memberOf(row, field))) }))
    .sort((one, other) => {
      for (const [place, { descending }] of all.entries()) {
        const difference = compared(one.values[place], other.values[place], descending);
        if (difference !== 0) return difference;
      }
      return 0;
    })
    .map(({ row }) => row);
}

function comparable(value: unknown): unknown {
  return typeof value === 'string' && value.includes('T') ? instant(value) : value;
}

/** What has no value comes last, in either direction. */
function compared(left: unknown, right: unknown, descending: boolean): number {
  if (left === right) return 0;
  if (left === null || right === null) return left === null ? 1 : -1;
  const isBefore = (left as string | number) < (right as string | number);
  return isBefore === descending ? 1 : -1;
}
