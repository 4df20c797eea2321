// Rows that are in the list only where they are asked for.
import { expect, test } from 'vitest';
import { buildWorld } from '../../../fixtures/index.ts';
import { createFetch, createMock } from '../../../mock/index.ts';
import { at, isRecord, memberOf, type Row, withValue } from '../../../spec/index.ts';
import { readTexts, TEXT } from '../../../spec/load/sample-document.ts';
import { judge } from '../../judge.ts';
import { ownContract } from '../../own-contract.ts';
import { clausesOf } from '../check.ts';
import { listing, replying, resultOf, theFirst } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ filters }) =>
  filters.some(({ many, allowed }) => many && allowed.length > 4),
);
const filter = theFirst(operation.filters, ({ many, allowed }) => many && allowed.length > 4);

const nameOf = (row: Row) => String(memberOf(row, operation.list.key));

const FILTER_CHECKS = ['filter-soundness', 'filter-completeness', 'filter-values', 'filter-pairs', 'unfiltered-list'];

test.each(filter.allowed.slice(3))(
  '%s rows that come only where they are asked for are told once, of the whole list',
  async (value) => {
    const hides = listing(operation, (rows, url) =>
      url.searchParams.has(filter.name) ? rows : rows.filter((row) => memberOf(row, filter.field) !== value),
    );
    const mock = createMock({ contract });
    const only = [...FILTER_CHECKS, 'references'];
    const { results } = await judge({
      ...{ baseUrl: 'http://mock', contract, credentials: mock.credentials, fetch: hides(createFetch(mock)) },
      ...{ operations: [operation.id], only, depth: 'full', maxRequests: 400 },
    });
    const found = results.flatMap(({ check, findings }) => findings.map((finding) => ({ check, ...finding })));
    expect(found.map(({ check, message }) => [check, message])).toEqual([
      ['unfiltered-list', `without ${filter.name} the list lacks rows that ${filter.name}=${value} brings`],
    ]);
    const held = clausesOf('unfiltered-list', operation, contract.register);
    expect(found[0]?.clauses.map(({ id }) => id)).toEqual(held.filter((each) => filter.clauses.includes(each)));
    expect(held.length).toBe(1);
  },
);

test('some rows of a value that come only where it is asked for are told of the list without the filter', async () => {
  const hidden = listing(operation, (rows, url) =>
    url.searchParams.has(filter.name)
      ? rows
      : rows.filter((row) => memberOf(row, filter.field) !== filter.allowed[0] || !/[02468]$/.test(nameOf(row))),
  );
  const mock = createMock({ contract });
  const { results } = await judge({
    ...{ baseUrl: 'http://mock', contract, credentials: mock.credentials, fetch: hidden(createFetch(mock)) },
    ...{ operations: [operation.id], only: FILTER_CHECKS },
  });
  const messages = results.flatMap(({ findings }) => findings.map(({ message }) => message));
  expect(messages).toEqual([
    `without ${filter.name} the list lacks rows that ${filter.name}=${filter.allowed[0]} brings`,
  ]);
});

test('a list that shows rows only where a filter is given is to blame for what it lacks', async () => {
  const isWhole = (url: URL) => operation.filters.every(({ name }) => !url.searchParams.has(name));
  const hides = listing(operation, (rows, url) => (isWhole(url) ? [] : rows));
  const mock = createMock({ contract });
  const { results } = await judge({
    ...{ baseUrl: 'http://mock', contract, credentials: mock.credentials, fetch: hides(createFetch(mock)) },
    ...{ operations: [operation.id], only: FILTER_CHECKS },
  });
  const messages = results.flatMap(({ findings }) => findings.map(({ message }) => message));
  expect(messages).toEqual(['the whole list lacks rows that its filters show']);
});

test('a list that lacks rows which several filters show is to blame, and none of them', async () => {
  const isWhole = (url: URL) => operation.filters.every(({ name }) => !url.searchParams.has(name));
  const mock = createMock({ contract });
  const lacks = listing(operation, (rows, url) => (isWhole(url) ? rows.slice(5) : rows));
  const options = { operation, fetch: lacks(createFetch(mock)) };
  const { findings } = await resultOf(mock, { check: 'unfiltered-list', ...options });
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    subject: 'whole list',
    message: 'the whole list lacks rows that its filters show',
  });
  const ids = (findings[0]?.clauses ?? []).map(({ id }) => id);
  expect(ids.map((id) => contract.register.get(id)?.holder)).toEqual(['check:pages-agree']);
  expect(await resultOf(mock, { check: 'filter-soundness', ...options })).toMatchObject({ findings: [] });
});

test('a list that leaves nothing out is right, and an empty one shows nothing', async () => {
  const mock = createMock({ contract });
  const ofAll = await resultOf(mock, { check: 'unfiltered-list', operation, fetch: createFetch(mock) });
  expect(ofAll).toMatchObject({ verdict: 'PASS', findings: [] });
  const empty = createMock({ contract, scenario: 'empty' });
  const ofNone = await resultOf(empty, { check: 'unfiltered-list', operation, fetch: createFetch(empty) });
  expect(ofNone).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [] });
});

test('a list that shows fewer rows than its total counts is to blame, and not the filter that shows them', async () => {
  const counted = theFirst(
    contract.operations,
    ({ list, filters }) => list.paging.tells.total !== undefined && filters.length > 0,
  );
  const names = counted.filters.map(({ name }) => name);
  const mock = createMock({ contract });
  const lacks = listing(counted, (rows, url) =>
    names.some((name) => url.searchParams.has(name)) ? rows : rows.slice(1),
  );
  const { results } = await judge({
    ...{ baseUrl: 'http://mock', contract, credentials: mock.credentials, fetch: lacks(createFetch(mock)) },
    ...{ apis: [counted.api], operations: [counted.id], only: FILTER_CHECKS },
  });
  const messages = results.flatMap(({ findings }) => findings.map(({ message }) => message));
  expect(messages).toEqual(['the whole list lacks rows that its filters show']);
});

test('rows that come by each value of the only filter, and not without it, are missing from the list', async () => {
  const only = theFirst(contract.operations, ({ filters }) => filters.length === 1);
  const [filter] = only.filters;
  const { total = '' } = only.list.paging.tells;
  const rows = buildWorld(contract).rows[only.list.name] ?? [];
  // Every third row of each value.
  const hidden = new Set(rows.filter((_, index) => index % 3 === 0).map((row) => memberOf(row, only.list.key)));
  const isShown = (row: Row) => !hidden.has(memberOf(row, only.list.key));
  const hides = replying((body, url) => {
    const shown = at(body, only.list.items);
    if (url.searchParams.has(filter?.name ?? '') || !Array.isArray(shown)) return body;
    const left = withValue(body, only.list.items, shown.filter(isRecord).filter(isShown));
    return withValue(left, total, rows.length - hidden.size);
  });
  const mock = createMock({ contract });
  const { results } = await judge({
    ...{ baseUrl: 'http://mock', contract, credentials: mock.credentials, fetch: hides(createFetch(mock)) },
    ...{ apis: [only.api], operations: [only.id], only: FILTER_CHECKS },
  });
  const messages = results.flatMap(({ findings }) => findings.map(({ message }) => message));
  expect(messages).toEqual(['the whole list lacks rows that its filters show']);
});

test('rows of a row in another list that only its id brings are missing from the list', async () => {
  const { from, to, field } = theFirst(
    operation.references,
    (each) => each.to !== operation.list.resource && operation.filters.some((one) => one.field === each.from),
  );
  const target = theFirst(contract.operations, ({ list }) => list.resource === to);
  const by = theFirst(operation.filters, (each) => each.field === from);
  const rows = buildWorld(contract).rows;
  // A row of the other list that rows of this one name, which come by its id alone.
  const parent = theFirst(rows[target.list.name] ?? [], (row) =>
    (rows[operation.list.name] ?? []).some((each) => memberOf(each, from) === memberOf(row, field)),
  );
  const id = String(memberOf(parent, field));
  const hides = listing(operation, (all, url) =>
    url.searchParams.has(by.name) ? all : all.filter((row) => memberOf(row, from) !== id),
  );
  const mock = createMock({ contract });
  const { results } = await judge({
    ...{ baseUrl: 'http://mock', contract, credentials: mock.credentials, fetch: hides(createFetch(mock)) },
    ...{ operations: [target.id, operation.id], only: [...FILTER_CHECKS, 'filter-impossible'], depth: 'full' },
  });
  const found = results.flatMap(({ check, findings }) => findings.map(({ message }) => [check, message]));
  expect(found).toEqual([['unfiltered-list', 'the whole list lacks rows that its filters show']]);
}, 60_000);

test('without a register what is left out breaks the one statement that is made of its filter', async () => {
  const shop = readTexts({ 'shop.yaml': TEXT.replace(', tells: { total: /meta/total }', '') });
  const orders = theFirst(shop.operations, ({ id }) => id === 'listOrders');
  const mock = createMock({ contract: shop });
  const hidesPaid = listing(orders, (rows, url) =>
    url.searchParams.has('state') ? rows : rows.filter(({ state }) => state !== 'paid'),
  );
  const { findings } = await resultOf(mock, {
    ...{ check: 'unfiltered-list', operation: orders, fetch: hidesPaid(createFetch(mock)) },
  });
  expect(findings.map(({ subject }) => subject)).toEqual(['state']);
  expect(findings[0]?.clauses.map(({ id }) => id)).toEqual(orders.filters[0]?.clauses);
});
