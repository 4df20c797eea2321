// A deployment of KlayrAI's numbered pages that is not the mock, every part of which can be replaced.
import type { Row } from '../../spec/index.ts';
import { bodies } from './answer.ts';
import type { Ask } from './ask.ts';
import type { Wrap } from './fault.ts';

/** What a page is made from. */
export type Numbers = {
  /** The rows that pass the filter, in order. */
  readonly kept: readonly Row[];
  readonly every: readonly Row[];
  readonly page: number;
  readonly size: number;
};

/** The parts of a numbered page. */
type Parts = {
  readonly order: (rows: readonly Row[], ask: Ask) => readonly Row[];
  readonly passes: (row: Row, status: string, ask: Ask) => boolean;
  readonly page: (ask: Ask) => number;
  readonly size: (ask: Ask) => number;
  /** Where the page's rows stand among those that pass: the first, and the one behind the last. */
  readonly range: (numbers: Numbers, ask: Ask) => readonly [number, number];
  readonly total: (numbers: Numbers, ask: Ask) => unknown;
  readonly hasMore: (numbers: Numbers, ask: Ask) => unknown;
  /** What the reply says of its own number and size. */
  readonly shownPage: (numbers: Numbers, ask: Ask) => unknown;
  readonly shownSize: (numbers: Numbers, ask: Ask) => unknown;
};

/** Where the page's rows stand, as documented. */
export function range({ page, size }: Numbers): readonly [number, number] {
  return [(page - 1) * size, page * size];
}

/** How many rows the page holds. */
export function rowsOn({ kept, page, size }: Numbers): number {
  return Math.max(0, Math.min(kept.length, page * size) - (page - 1) * size);
}

export function lastPageOf({ kept, size }: Numbers): number {
  return Math.max(1, Math.ceil(kept.length / size));
}

const PARTS: Parts = {
  order: (rows) => rows,
  passes: (row, status) => status === '' || row.connectionStatus === status,
  page: ({ query }) => Number(query.get('page') ?? 1),
  size: ({ query }) => Number(query.get('page_size') ?? 20),
  range,
  total: ({ kept }) => kept.length,
  hasMore: ({ kept, page, size }) => page * size < kept.length,
  shownPage: ({ page }) => page,
  shownSize: ({ size }) => size,
};

/** Serves the accounts by these parts; who may call, and which queries are valid, the mock decides. */
export const numbering =
  (changed: Partial<Parts>): Wrap =>
  (handler, mock) => {
    const parts = { ...PARTS, ...changed };
    return bodies((body, ask) => {
      if (ask.list !== 'accounts') return body;
      const rows = mock.stores.account.select({ values: new Map(), limit: Number.POSITIVE_INFINITY });
      const every = parts.order(rows, ask);
      const kept = every.filter((row) => parts.passes(row, ask.query.get('status') ?? '', ask));
      const numbers = { kept, every, page: parts.page(ask), size: parts.size(ask) };
      const [first, end] = parts.range(numbers, ask);
      const pagination = {
        total: parts.total(numbers, ask),
        page: parts.shownPage(numbers, ask),
        page_size: parts.shownSize(numbers, ask),
        hasMore: parts.hasMore(numbers, ask),
      };
      return { data: kept.slice(Math.max(0, first), Math.max(0, end)), pagination };
    })(handler, mock);
  };
