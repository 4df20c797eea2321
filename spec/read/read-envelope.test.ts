// How the last page of a list says that no other follows, by what its schema allows.
import { expect, test } from 'vitest';
import { changed, readValue, sampleDocument } from '../load/sample-document.ts';

const META = '/components/schemas/OrderPage/properties/meta';
const total = { type: 'integer' };

test.each<[what: string, next: unknown, required: readonly string[], meta: unknown]>([
  ['null, where that is allowed', { type: ['string', 'null'] }, ['next', 'total'], { next: null, total: 0 }],
  [
    'null, where it is one of several forms',
    { oneOf: [{ type: 'null' }, { type: 'string' }] },
    ['total'],
    { next: null, total: 0 },
  ],
  ['null, where nothing is said of its type', {}, ['total'], { next: null, total: 0 }],
  ['an empty text, where there must be one', { type: 'string' }, ['next', 'total'], { next: '', total: 0 }],
  ['no such member, where it may be missing', { type: 'string' }, ['total'], { total: 0 }],
])('%s', (_, next, required, meta) => {
  const [orders] = readValue(
    changed(sampleDocument(), [META, { type: 'object', required, properties: { next, total } }]),
  ).operations;
  expect(orders?.envelope).toEqual({ data: [], meta });
});

test('nothing at all, where what it stands in may be missing', () => {
  const meta = { type: 'object', required: ['next', 'total'], properties: { next: { type: 'string' }, total } };
  const [orders] = readValue(
    changed(sampleDocument(), [META, meta], ['/components/schemas/OrderPage/required', ['data']]),
  ).operations;
  expect(orders?.envelope).toEqual({ data: [] });
});
