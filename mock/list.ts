// Answers a list: filter, order, page.
import type { FilterValue, Operation, Pagination, Row } from '../spec/index.ts';
import type { CursorCodec } from './cursor.ts';
import type { Store } from './store.ts';

/** A list that is asked for, with everything needed to answer it. */
export type ListRequest = {
  readonly operation: Operation;
  readonly store: Store;
  readonly cursors: CursorCodec;
  readonly values: ReadonlyMap<string, readonly FilterValue[]>;
};

/** The body of the reply. */
export function listBody(request: ListRequest): object {
  const { paging } = request.operation.list;
  if (paging.style === 'cursor') return cursorPage(request, paging);
  if (paging.style === 'page') return numberedPage(request, paging);
  return wrap(request.operation, request.store.select({ values: request.values, limit: Infinity }));
}

type PagingOf<S> = Extract<Operation['list']['paging'], { style: S }>;

function cursorPage({ operation, store, cursors, values }: ListRequest, paging: PagingOf<'cursor'>): object {
  const scope = scopeOf(operation, values);
  const cursor = values.get(paging.cursor)?.[0];
  const after = cursor === undefined ? undefined : cursors.decode(scope, String(cursor));
  const limit = sizeOf(operation, values, paging.limit);
  // One row more than the page holds tells whether another page follows.
  const rows = store.select({ values, limit: limit + 1, ...(after === undefined ? {} : { after }) });
  const last = rows[limit - 1];
  const next = rows.length > limit && last !== undefined ? cursors.encode(scope, store.positionOf(last)) : null;
  return { ...wrap(operation, rows.slice(0, limit)), [paging.next.slice(1)]: next };
}

function numberedPage({ operation, store, values }: ListRequest, paging: PagingOf<'page'>): object {
  const page = Number(values.get(paging.page)?.[0] ?? 1);
  const size = sizeOf(operation, values, paging.size);
  const total = store.count(values);
  const rows = store.select({ values, skip: (page - 1) * size, limit: size });
  const meta: Pagination = { total, page, page_size: size, hasMore: page * size < total };
  return { ...wrap(operation, rows), [paging.meta.slice(1)]: meta };
}

function wrap(operation: Operation, rows: readonly Row[]): object {
  return { [operation.list.items.slice(1)]: rows };
}

function sizeOf(operation: Operation, values: ListRequest['values'], parameter: string): number {
  return Number(values.get(parameter)?.[0] ?? operation.list.size?.default);
}

/** What a cursor is bound to: the operation and its filters, in one spelling. */
function scopeOf(operation: Operation, values: ListRequest['values']): string {
  const filters = operation.filters.map(({ name }) => [name, [...new Set(values.get(name) ?? [])].map(String).sort()]);
  return JSON.stringify([operation.id, filters]);
}
