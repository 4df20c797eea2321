// The example's files, and where each of its lists is served.
import { fileURLToPath } from 'node:url';
import { readFile, type SourceFile } from '../../spec/index.ts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The two documents of the vendor, and rows for one of its lists. */
export const FILES = [here('bookshop.yaml'), here('bookshop-stock.yaml')] as const;
export const DATA = here('bookshop-data.yaml');

/** Every list: its path, its path in the document, and where its rows stand. */
export const PATHS = {
  listBooks: { path: '/v2/books', inDocument: '/books', items: '/books' },
  listOrders: { path: '/v2/orders', inDocument: '/orders', items: '/orders' },
  listReviews: { path: '/v2/reviews', inDocument: '/reviews', items: '/reviews' },
  listPublishers: { path: '/v2/publishers', inDocument: '/publishers', items: '' },
  listCopies: { path: '/stock/copies', inDocument: '/copies', items: '/copies' },
} as const;

export type OperationId = keyof typeof PATHS;

let read: readonly SourceFile[] | undefined;

/** Both documents, read once. */
export function documents(): readonly SourceFile[] {
  read ??= FILES.map((file) => readFile(file));
  return read;
}
