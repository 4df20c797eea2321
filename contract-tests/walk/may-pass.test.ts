// Ids in letters of another case: the documents do not say whether they are the same.
import { expect, test } from 'vitest';
import { buildWorld } from '../../fixtures/index.ts';
import { createFetch, createMock } from '../../mock/index.ts';
import { asking, resultOf, theFirst } from '../checks/sample-deployment.ts';
import { ownContract } from '../own-contract.ts';
import { isId, mayPass, passesAll } from './filter-arguments.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ filters }) => filters.some(isId));
const id = theFirst(operation.filters, isId);
const listed = theFirst(operation.filters, ({ allowed }) => allowed.length > 0);

test('an id in another case may be the row’s, and a documented value in another case is another', () => {
  const row = { [id.field]: 'Row-1', [listed.field]: listed.allowed[0] };
  expect(mayPass([{ filter: id, values: ['rOW-1'] }], row)).toBe(true);
  expect(passesAll([{ filter: id, values: ['rOW-1'] }], row)).toBe(false);
  expect(mayPass([{ filter: id, values: ['row-2'] }], row)).toBe(false);
  expect(mayPass([{ filter: listed, values: [String(listed.allowed[0]).toUpperCase()] }], row)).toBe(false);
});

test.each(['filter-impossible', 'bad-cursor'])(
  'a deployment that compares ids without case passes %s',
  async (check) => {
    const mock = createMock({ contract });
    const rows = buildWorld(contract).rows[operation.list.name] ?? [];
    const known = new Map(rows.map((row) => [String(row[id.field]).toLowerCase(), String(row[id.field])]));
    const loose = asking(({ searchParams }) => {
      const value = searchParams.get(id.name);
      if (value !== null) searchParams.set(id.name, known.get(value.toLowerCase()) ?? value);
    });
    const fetch = loose(createFetch(mock));
    const result = await resultOf(mock, {
      check,
      operation,
      fetch,
      only: ['filter-impossible'],
      depth: 'full',
      maxRequests: 3500,
    });
    expect(result).toMatchObject({ verdict: 'PASS', findings: [] });
  },
);
