// Rows that break what the documents say of them.
import { type Fault, listing, saying, spoiling } from './misbehaviour.ts';

export const rowFaults: readonly Fault[] = [
  [
    'x-rule',
    'listBooks',
    'a reduced price is the higher one',
    'rules',
    spoiling((row) => ({ ...row, salePrice: row.price })),
  ],
  [
    'x-rule',
    'listBooks',
    'a book is revised in front of its publication',
    'rules',
    spoiling((row) => ({ ...row, revised: Number(row.published) - 1 })),
  ],
  [
    'x-rule',
    'listOrders',
    'an order is paid too early',
    'rules',
    spoiling((row) => ({ ...row, paid: Number(row.placed) - 1 })),
  ],
  [
    'x-ref',
    'listBooks',
    'the publisher is not there',
    'references',
    spoiling((row) => ({ ...row, publisherId: 'publisher_999' })),
  ],
  ['x-ref', 'listOrders', 'the book is not there', 'references', spoiling((row) => ({ ...row, bookId: 'book_999' }))],
  [
    'x-ref',
    'listReviews',
    'a book is named by its title',
    'references',
    spoiling((row) => ({ ...row, bookId: 'Book 1' })),
  ],
  [
    'unique',
    'listBooks',
    'two books have one isbn',
    'uniqueness',
    listing((rows) => rows.map((row) => ({ ...row, isbn: '978-000000' }))),
  ],
  [
    'unique',
    'listBooks',
    'neighbours have one isbn',
    'uniqueness',
    listing((rows) => rows.map((row, index) => ({ ...row, isbn: rows[index - (index % 2)]?.isbn }))),
  ],
  [
    'unique',
    'listOrders',
    'neighbours have one id',
    'no-row-twice',
    listing((rows) => rows.map((row, index) => ({ ...row, id: rows[index - (index % 2)]?.id }))),
  ],
  [
    'schema',
    'listBooks',
    'the price is a text',
    'response-shape',
    spoiling((row) => ({ ...row, price: String(row.price) })),
  ],
  ['schema', 'listBooks', 'the number of rows is missing', 'response-shape', saying('/page/total', () => undefined)],
  ['schema', 'listCopies', 'a room that there is not', 'response-shape', spoiling((row) => ({ ...row, room: 7 }))],
];
