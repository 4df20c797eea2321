// Cuts one page out of a list, in each style of paging.
import type { FilterValue, Operation, Order, PageFacts, Paging } from '../../spec/index.ts';
import { memberOf } from '../../spec/index.ts';
import type { ListedRow } from '../store/listed-row.ts';
import type { Position } from '../store/position.ts';
import type { Store } from '../store/store.ts';
import type { CursorCodec } from './cursor.ts';
import { scopeOf } from './scope.ts';

/** What a page is cut out of. */
export type PageRequest = {
  readonly operation: Operation;
  readonly store: Store;
  readonly cursors: CursorCodec;
  readonly values: ReadonlyMap<string, readonly FilterValue[]>;
  /** @default that of the store */
  readonly order?: Order;
};

/** One page, where the next one begins, and what the reply can say of it. */
export type Page = {
  readonly rows: readonly ListedRow[];
  /** The value of the place parameter for the next page; undefined on the last. */
  readonly next: string | undefined;
  readonly facts: Readonly<Partial<Record<keyof PageFacts, number | boolean>>>;
};

/** The page that is asked for, or undefined where the place is refused. */
export function cut(request: PageRequest): Page | undefined {
  const { paging } = request.operation.list;
  switch (paging.style) {
    case 'none':
      return {
        rows: select(request, { limit: Number.POSITIVE_INFINITY }),
        next: undefined,
        facts: countIn(request, paging),
      };
    case 'cursor':
      return cursorPage(request, paging);
    case 'page':
      return numberedPage(request, paging);
    case 'offset':
      return offsetPage(request, paging);
    case 'key':
      return keyPage(request, paging);
    default:
      return paging satisfies never;
  }
}

type PagingOf<S> = Extract<Paging, { style: S }>;

function cursorPage(request: PageRequest, paging: PagingOf<'cursor'>): Page | undefined {
  const { operation, store, cursors, values, order } = request;
  const scope = scopeOf(operation, values);
  const cursor = values.get(paging.cursor)?.[0];
  const after = cursor === undefined ? undefined : cursors.decode(scope, String(cursor));
  if (cursor !== undefined && after === undefined && paging.badCursor === 'refused') return undefined;
  const limit = sizeOf(request);
  const { rows, more } = pageBehind(request, after, limit);
  const last = rows.at(-1);
  const next = more && last !== undefined ? cursors.encode(scope, store.positionOf(last.row, order)) : undefined;
  return { rows, next, facts: { ...countIn(request, paging), more, limit } };
}

function numberedPage(request: PageRequest, paging: PagingOf<'page'>): Page {
  const page = Number(request.values.get(paging.page)?.[0] ?? paging.first);
  const limit = sizeOf(request);
  const total = request.store.count(request.values);
  const skip = Math.max(0, page - paging.first) * limit;
  const more = skip + limit < total;
  const rows = select(request, { skip, limit });
  return {
    rows,
    next: more ? String(page + 1) : undefined,
    facts: { total, page, limit, more, pages: Math.ceil(total / limit), offset: skip },
  };
}

function offsetPage(request: PageRequest, paging: PagingOf<'offset'>): Page {
  const offset = Number(request.values.get(paging.offset)?.[0] ?? 0);
  const limit = sizeOf(request);
  const total = request.store.count(request.values);
  const more = offset + limit < total;
  const rows = select(request, { skip: offset, limit });
  return {
    rows,
    next: more ? String(offset + limit) : undefined,
    facts: { total, offset, limit, more, page: Math.floor(offset / limit) + 1, pages: Math.ceil(total / limit) },
  };
}

function keyPage(request: PageRequest, paging: PagingOf<'key'>): Page | undefined {
  const { operation, store, values, order } = request;
  const limit = sizeOf(request);
  const positionOf = (name: string | undefined): Position | undefined | 'unknown' => {
    const key = name === undefined ? undefined : values.get(name)?.[0];
    if (key === undefined) return undefined;
    const row = store.get(String(key));
    return row === undefined ? 'unknown' : store.positionOf(row, order);
  };
  const [after, before] = [positionOf(paging.after), positionOf(paging.before)];
  const refusable = operation.refusals['invalid-parameter'] !== undefined;
  if ((after === 'unknown' || before === 'unknown') && refusable) return undefined;
  if (before !== undefined && before !== 'unknown') {
    const rows = select(request, { before, limit: limit + 1 });
    const more = rows.length > limit;
    return { rows: more ? rows.slice(1) : rows, next: undefined, facts: { ...countIn(request, paging), more, limit } };
  }
  const { rows, more } = pageBehind(request, after === 'unknown' ? undefined : after, limit);
  const last = rows.at(-1);
  const key = last === undefined ? undefined : memberOf(last.row, operation.list.key);
  return { rows, next: more ? String(key) : undefined, facts: { ...countIn(request, paging), more, limit } };
}

/** The rows behind a position. One row more than the page holds tells whether another page follows. */
function pageBehind(request: PageRequest, after: Position | undefined, limit: number) {
  const rows = select(request, { limit: limit + 1, ...(after === undefined ? {} : { after }) });
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}

function select(
  { store, values, order }: PageRequest,
  part: Omit<Parameters<Store['select']>[0], 'values' | 'order'>,
): readonly ListedRow[] {
  return store.list({ values, ...(order === undefined ? {} : { order }), ...part });
}

/** The total is counted only where the reply tells it. */
function countIn({ store, values }: PageRequest, { tells }: Paging): { readonly total?: number } {
  return tells.total === undefined ? {} : { total: store.count(values) };
}

/** Rows a page where the contract knows no parameter for it. */
const USUAL_SIZE = 20;

function sizeOf({ operation, values }: PageRequest): number {
  const { paging, size } = operation.list;
  return Number(
    (paging.limit === undefined ? undefined : values.get(paging.limit)?.[0]) ?? size?.default ?? USUAL_SIZE,
  );
}
