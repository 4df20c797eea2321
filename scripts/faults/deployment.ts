// A deployment of the lists that is not the mock: another order, other cursors, and every part of it can be replaced.
import { createHash } from 'node:crypto';
import type { Row } from '../../spec/index.ts';
import { type Ask, askOf } from './ask.ts';
import type { Mock } from './built-in.ts';
import type { Wrap } from './fault.ts';
import { LISTS } from './lists.ts';

/** A row and its place in the order of the whole list. */
export type Entry = { readonly row: Row; readonly place: number };

/** One page: its rows, and the place behind which the next page begins; undefined on the last. */
export type Cut = { readonly rows: readonly Row[]; readonly next: number | undefined };

/** The parts of a deployment. */
export type Parts = {
  /** All rows of the list, in its order. */
  readonly order: (rows: readonly Row[], ask: Ask) => readonly Row[];
  /** The filters that are in force. */
  readonly filters: (ask: Ask) => readonly string[];
  /** Whether a row stays under one filter. */
  readonly passes: (row: Row, filter: string, ask: Ask) => boolean;
  /** What the filters in force come to. */
  readonly combine: (outcomes: readonly boolean[], ask: Ask) => boolean;
  readonly size: (ask: Ask) => number;
  /** Cuts the page that begins behind a place; -1 is the beginning. */
  readonly cut: (selected: readonly Entry[], behind: number, size: number, ask: Ask) => Cut;
  readonly write: (place: number, ask: Ask, rows: readonly Row[]) => string;
  /** The place that a cursor stands for; undefined for a bad cursor. */
  readonly read: (cursor: string, ask: Ask, rows: readonly Row[]) => number | undefined;
  /** The parameters that the mock is not asked to judge, as the deployment reads them itself. */
  readonly trusted: readonly string[];
  /** The body of the reply. */
  readonly body: (page: Readonly<Record<string, unknown>>, ask: Ask) => unknown;
};

const DEFAULT_SIZE = 100;

/** Every part as documented. */
export const PARTS: Parts = {
  order: (rows) => rows,
  filters: ({ list, query }) => Object.keys(LISTS[list].filters).filter((name) => query.has(name)),
  passes: (row, filter, { list, query }) => LISTS[list].filters[filter]?.(row, query.getAll(filter)) ?? true,
  combine: (outcomes) => outcomes.every(Boolean),
  size: ({ query }) => Number(query.get('limit') ?? DEFAULT_SIZE),
  cut: (selected, behind, size) => {
    const rest = selected.filter(({ place }) => place > behind);
    const page = rest.slice(0, size);
    return { rows: page.map(({ row }) => row), next: rest.length > size ? page.at(-1)?.place : undefined };
  },
  write: (place) => sealed(String(place)),
  read: (cursor) => {
    const place = unsealed(cursor);
    return place === undefined ? undefined : Number(place);
  },
  trusted: ['cursor'],
  body: (page) => page,
};

/** Serves the lists with cursors by these parts; who may call, and which queries are valid, the mock decides. */
export const deploying =
  (changed: Partial<Parts>): Wrap =>
  (handler, mock) => {
    const parts = { ...PARTS, ...changed };
    return {
      handle: (call) => {
        const ask = askOf(call);
        if (ask === undefined || !hasCursor(ask)) return handler.handle(call);
        const valid = handler.handle({ ...call, query: without(ask, parts.trusted) });
        return valid.status === 200 ? { ...valid, body: parts.body(pageOf(parts, ask, mock), ask) } : valid;
      },
    };
  };

function hasCursor({ list }: Ask): boolean {
  return list === 'campaigns' || list === 'adsets' || list === 'ads';
}

function without({ query }: Ask, names: readonly string[]): string {
  const kept = new URLSearchParams(query);
  for (const name of names) kept.delete(name);
  return kept.toString();
}

function pageOf(parts: Parts, ask: Ask, mock: Mock): Record<string, unknown> {
  const { resource, items } = LISTS[ask.list];
  const rows = parts.order(mock.stores[resource].select({ values: new Map(), limit: Number.POSITIVE_INFINITY }), ask);
  const filters = parts.filters(ask);
  const selected = rows
    .map((row, place) => ({ row, place }))
    .filter(({ row }) =>
      parts.combine(
        filters.map((filter) => parts.passes(row, filter, ask)),
        ask,
      ),
    );
  const cursor = ask.query.get('cursor');
  const behind = cursor === null ? -1 : (parts.read(cursor, ask, rows) ?? -1);
  const { rows: page, next } = parts.cut(selected, behind, parts.size(ask), ask);
  return { [items]: page, nextCursor: next === undefined ? null : parts.write(next, ask, rows) };
}

const SEAL_LENGTH = 12;
const sealOf = (text: string) => createHash('sha256').update(`seal ${text}`).digest('hex').slice(0, SEAL_LENGTH);

/** A text that nobody else can make. */
export function sealed(text: string): string {
  return `${Buffer.from(text).toString('base64url')}${sealOf(text)}`;
}

/** The text, or undefined where it was altered. */
export function unsealed(cursor: string): string | undefined {
  const text = Buffer.from(cursor.slice(0, -SEAL_LENGTH), 'base64url').toString();
  return cursor === sealed(text) ? text : undefined;
}
