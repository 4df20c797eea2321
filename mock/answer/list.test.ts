// Whatever is asked for, the pages together hold what a search through all rows would find. Generic: read from the contract.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildWorld } from '../../fixtures/index.ts';
import {
  at,
  type Filter,
  type FilterValue,
  kindOf,
  loadContract,
  type Operation,
  passes,
  placeParameter,
  type Row,
} from '../../spec/index.ts';
import { createMock } from '../mock.ts';
import { sampleCall } from '../sample-call.ts';

const contract = loadContract();
const mock = createMock({ contract });
const { rows } = buildWorld(contract);
const { operations } = contract;

function ask(operation: Operation, query: URLSearchParams): unknown {
  const reply = mock.handle(sampleCall(operation, String(query)));
  expect([String(query), reply.status]).toEqual([String(query), 200]);
  return reply.body;
}

const rowsOf = ({ list }: Operation): readonly Row[] => rows[list.name] ?? [];

/** The values of each filter that is asked for. */
type Asked = ReadonlyMap<string, readonly FilterValue[]>;

/** What a search through all rows finds. */
function search(operation: Operation, asked: Asked): readonly Row[] {
  const { filters } = operation;
  return rowsOf(operation).filter((row) =>
    filters.every((filter) => passes(filter, row, asked.get(filter.name) ?? [])),
  );
}

/** Values for a filter: those that the contract lists, else those that rows have, and one that no row has. */
function valuesOf(operation: Operation, filter: Filter): fc.Arbitrary<readonly FilterValue[]> {
  const seen = rowsOf(operation).flatMap((row) =>
    typeof row[filter.field] === 'string' ? [String(row[filter.field])] : [],
  );
  const impossible = kindOf(filter) === 'instant' ? '2999-01-01T00:00:00Z' : 'no-such-value';
  const known = filter.allowed.length > 0 ? filter.allowed : [...new Set(seen), impossible];
  return fc.array(fc.constantFrom(...known), { minLength: 1, maxLength: filter.many ? 4 : 1 });
}

/** Any combination of an operation's filters. */
function queriesOf(operation: Operation): fc.Arbitrary<Asked> {
  const values = Object.fromEntries(operation.filters.map((filter) => [filter.name, valuesOf(operation, filter)]));
  return fc
    .record(values, { requiredKeys: [] })
    .map((record) => new Map(Object.entries(record).map(([name, chosen]) => [name, chosen ?? []])));
}

function toQuery(asked: Asked, more: Record<string, unknown>): URLSearchParams {
  const query = new URLSearchParams(
    [...asked].flatMap(([name, values]) => values.map((value): [string, string] => [name, String(value)])),
  );
  for (const [name, value] of Object.entries(more)) query.set(name, String(value));
  return query;
}

/** The pages of one list as the lengths they should have and the rows they hold. */
type Walk = { readonly lengths: readonly number[]; readonly rows: readonly Row[] };

function walkByCursor(operation: Operation, asked: Asked, limit: number): Walk {
  const { paging } = operation.list;
  const next = paging.style === 'cursor' && 'value' in paging.next ? paging.next.value : '';
  const pages: Row[][] = [];
  for (let cursor: unknown = ''; cursor !== null; ) {
    const body = ask(
      operation,
      toQuery(asked, { [paging.limit ?? '']: limit, [placeParameter(paging) ?? '']: cursor }),
    );
    pages.push(at(body, operation.list.items) as Row[]);
    if (pages.length > rowsOf(operation).length) throw new Error('The walk does not end.');
    cursor = at(body, next);
  }
  return { lengths: pages.map(({ length }) => length), rows: pages.flat() };
}

function walkByPage(operation: Operation, asked: Asked, size: number): Walk {
  const { paging } = operation.list;
  const pages: Row[][] = [];
  for (let more = true; more; ) {
    const body = ask(
      operation,
      toQuery(asked, { [placeParameter(paging) ?? '']: pages.length + 1, [paging.limit ?? '']: size }),
    );
    pages.push(at(body, operation.list.items) as Row[]);
    const total = search(operation, asked).length;
    more = pages.length * size < total;
    const facts = { total, page: pages.length, limit: size, more };
    const told = Object.entries(paging.tells).map(([fact, pointer]) => [fact, at(body, pointer)]);
    expect(Object.fromEntries(told)).toEqual(facts);
  }
  return { lengths: pages.map(({ length }) => length), rows: pages.flat() };
}

function walk(operation: Operation, asked: Asked, size: number): Walk {
  if (operation.list.paging.style === 'cursor') return walkByCursor(operation, asked, size);
  if (operation.list.paging.style === 'page') return walkByPage(operation, asked, size);
  const all = at(ask(operation, toQuery(asked, {})), operation.list.items) as Row[];
  return { lengths: [all.length], rows: all };
}

describe.each(operations.map((operation) => [operation.id, operation] as const))('%s', (_id, operation) => {
  const { size, key } = operation.list;
  const largest = size?.maximum ?? 1;

  test('gives every row that passes, no row twice, on pages of the size that was asked for', () => {
    fc.assert(
      fc.property(
        queriesOf(operation),
        fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: largest })),
        (asked, limit) => {
          const expected = search(operation, asked);
          const walked = walk(operation, asked, limit);
          const keys = walked.rows.map((row) => row[key]);
          expect([...keys].sort()).toEqual(expected.map((row) => row[key]).sort());
          expect(walked.rows).toEqual(keys.map((wanted) => expected.find((row) => row[key] === wanted)));

          const fullPages = size === undefined ? 0 : Math.max(0, Math.ceil(expected.length / limit) - 1);
          expect(walked.lengths).toEqual([
            ...Array.from({ length: fullPages }, () => limit),
            expected.length - fullPages * limit,
          ]);
        },
      ),
      { numRuns: 120, seed: 1 },
    );
  });
});

test.each(operations.filter(({ list }) => list.size !== undefined))(
  '$id has pages of the documented default and bounds',
  (operation) => {
    const { size, paging } = operation.list;
    const total = rowsOf(operation).length;
    const lengthOf = (more: Record<string, unknown>) =>
      (at(ask(operation, toQuery(new Map(), more)), operation.list.items) as Row[]).length;
    const name = paging.limit ?? '';
    expect(lengthOf({})).toBe(Math.min(total, size?.default ?? 0));
    expect(lengthOf({ [name]: size?.minimum })).toBe(1);
    expect(lengthOf({ [name]: size?.maximum })).toBe(Math.min(total, size?.maximum ?? 0));
  },
);

describe('numbered pages', () => {
  const accounts = operations.find(({ id }) => id === 'listAccounts');

  test.each([
    ['page=4', 0, { total: 47, page: 4, page_size: 20, hasMore: false }],
    ['page=47&page_size=1', 1, { total: 47, page: 47, page_size: 1, hasMore: false }],
    ['page=46&page_size=1', 1, { total: 47, page: 46, page_size: 1, hasMore: true }],
    ['page_size=47', 47, { total: 47, page: 1, page_size: 47, hasMore: false }],
    [
      'page=9007199254740991&page_size=100',
      0,
      { total: 47, page: Number.MAX_SAFE_INTEGER, page_size: 100, hasMore: false },
    ],
    ['status=token_expired&page=2&page_size=5', 4, { total: 9, page: 2, page_size: 5, hasMore: false }],
  ])('?%s hold %i rows, and say so', (query, count, pagination) => {
    if (accounts === undefined) throw new Error('There is no operation listAccounts.');
    const body = ask(accounts, new URLSearchParams(query));
    expect(at(body, '/data')).toHaveLength(count);
    expect(at(body, '/pagination')).toEqual(pagination);
  });
});
