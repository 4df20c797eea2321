// Pages of another size, lists in one reply, and orders that are not kept.
import { asking, type Fault, listing, reading, replying, turning, typing, without } from './misbehaviour.ts';

export const orderFaults: readonly Fault[] = [
  ['page size', 'listCopies', 'another default', 'default-page-size', typing('size', 'schema/default', 10)],
  [
    'page size',
    'listReviews',
    'a smaller maximum',
    'maximum-page-size',
    turning('per_page', (given) => given.map((each) => String(Math.min(40, Number(each))))),
  ],
  [
    'page size',
    'listOrders',
    'another default',
    'default-page-size',
    reading('#/components/parameters/limit/schema/default', 25),
  ],
  [
    'bare array',
    'listPublishers',
    'stands in an object',
    'response-shape',
    replying((reply) => ({ ...reply, body: { data: reply.body } })),
  ],
  [
    'bare array',
    'listPublishers',
    'is an object of rows',
    'response-shape',
    replying((reply) => ({ ...reply, body: { ...(reply.body as object) } })),
  ],
  [
    'bare array',
    'listPublishers',
    'has a row twice',
    'no-row-twice',
    listing((rows) => [...rows, ...rows.slice(0, 1)]),
  ],
  [
    'bare array',
    'listPublishers',
    'leaves rows out where it is filtered',
    'filter-completeness',
    listing((rows, query) => (query.has('country') ? rows.slice(1) : rows)),
  ],
  ['x-sort orders', 'listBooks', 'is ignored', 'order', without('sort')],
  [
    'x-sort orders',
    'listBooks',
    'price sorts by the reduced price',
    'order',
    reading('/parameters/3/x-sort/orders/price', ['salePrice', 'id']),
  ],
  [
    'x-sort orders',
    'listBooks',
    'leaves rows out',
    'order',
    listing((rows, query) => (query.get('sort') === 'price' ? rows.slice(1) : rows)),
  ],
  ['x-sort directions', 'listBooks', 'is ignored', 'order', without('direction')],
  [
    'x-sort directions',
    'listBooks',
    'is turned round',
    'order',
    reading('/parameters/4/x-sort/directions', { asc: 'descending', desc: 'ascending' }),
  ],
  [
    'x-sort directions',
    'listBooks',
    'turns the default order alone',
    'order',
    asking((query) => {
      if (query.has('sort')) query.delete('direction');
    }),
  ],
  ['order', 'listOrders', 'is by key', 'order', reading('/x-list/order/by', ['id'])],
  ['order', 'listCopies', 'is turned round', 'order', reading('/x-list/order/by', ['arrived', 'id'])],
  ['order', 'listPublishers', 'is by country', 'order', reading('/x-list/order/by', ['country'])],
  ['order', 'listBooks', 'another one is the default', 'order', typing('sort', 'schema/default', 'price')],
];
