// Rows that are wrong by their schema: what follows from it is told once, by the check of replies.
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../../mock/index.ts';
import { at, type Row, withValue } from '../../../spec/index.ts';
import { judge } from '../../judge.ts';
import { ownContract } from '../../own-contract.ts';
import { type Change, listing, replying, theFirst } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(
  contract.operations,
  ({ filters, list }) => list.paging.style === 'cursor' && filters.some(({ many }) => many),
);
const { name, field } = theFirst(operation.filters, ({ many }) => many);
const { key } = operation.list;

/** The checks that fail, of the one list or of all lists of its document. */
async function failing(change: Change, operations: readonly string[] = [operation.id]) {
  const mock = createMock({ contract });
  const fetch = change(createFetch(mock));
  const { results } = await judge({
    ...{ baseUrl: 'http://mock', contract, credentials: mock.credentials, fetch },
    ...{ apis: [operation.api], ...(operations.length > 0 ? { operations } : {}) },
  });
  return results.filter(({ verdict }) => verdict === 'FAIL').map(({ check }) => check);
}

const isOdd = (row: Row) => String(row[key]).charCodeAt(String(row[key]).length - 1) % 2 === 1;

test('a member that has another type under a filter is told of the member, and of no filter', async () => {
  const retyped = listing(operation, (rows, url) =>
    url.searchParams.has(name) ? rows.map((row) => (isOdd(row) ? { ...row, name: 7 } : row)) : rows,
  );
  expect(await failing(retyped)).toEqual(['response-shape']);
});

test('a member whose value is none of the documented ones is told of the member, and not of its filter', async () => {
  const renamed = listing(operation, (rows) =>
    rows.map((row) => (isOdd(row) ? { ...row, [field]: String(row[field]).toUpperCase() } : row)),
  );
  const failed = await failing(renamed);
  expect(failed).toContain('response-shape');
  expect(failed).not.toContain('filter-soundness');
  expect(failed).not.toContain('references');
});

test('rows without a key are no row twice, and none that is missing', async () => {
  const keyless = listing(operation, (rows, url) =>
    url.searchParams.has(name) ? rows.map((row) => (isOdd(row) ? { ...row, [key]: null } : row)) : rows,
  );
  expect(await failing(keyless)).toEqual(['response-shape']);
});

test('rows that are no array are told of their shape alone', async () => {
  const unwrapped = replying((body) => {
    const rows = at(body, operation.list.items);
    return Array.isArray(rows) && rows.length === 1 ? withValue(body, operation.list.items, rows[0]) : body;
  });
  expect(await failing(unwrapped)).toEqual(['response-shape']);
});

test('what is no object in place of the last row of a page is told of its shape alone', async () => {
  const nulled = replying((body, url) => {
    const rows = at(body, operation.list.items);
    const isMeant = url.pathname.endsWith(operation.path.slice(operation.path.lastIndexOf('/'))) && Array.isArray(rows);
    return isMeant && rows.length > 1 ? withValue(body, operation.list.items, [...rows.slice(0, -1), null]) : body;
  });
  expect(await failing(nulled, [])).toEqual(['response-shape']);
});

test('a row with the key of another is told as a row that comes twice, and is no other one', async () => {
  let taken: unknown;
  let renamed: unknown;
  const named = listing(operation, (rows) => {
    taken ??= rows[0]?.[key];
    renamed ??= rows[1]?.[key];
    return rows.map((row) => (row[key] === renamed ? { ...row, [key]: taken } : row));
  });
  expect(await failing(named, [])).toEqual(['no-row-twice']);
});

test('a member that a filter changes into another one that it may be is told of the filter', async () => {
  const changed = listing(operation, (rows, url) =>
    url.searchParams.has(name) ? rows.map((row) => ({ ...row, name: 'Another' })) : rows,
  );
  expect(await failing(changed)).toContain('filter-completeness');
});
