// Ids in letters of another case: the documents do not say whether they are the same.
import { expect, test } from 'vitest';
import { buildWorld } from '../../fixtures/index.ts';
import { createFetch, createMock } from '../../mock/index.ts';
import { at, isRecord, type Row, withValue } from '../../spec/index.ts';
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
  expect(mayPass([{ filter: id, values: ['rOW-1'] }], row, () => false)).toBe(false);
  expect(mayPass([{ filter: id, values: ['Row-1'] }], row, () => false)).toBe(true);
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

test('a deployment that takes one id for another, which differs from it in case alone, is found', async () => {
  const mock = createMock({ contract });
  const rows = buildWorld(contract).rows[operation.list.name] ?? [];
  const [one, other] = [...new Set(rows.map((row) => String(row[id.field])))];
  if (one === undefined || other === undefined) throw new Error('All rows have one id.');
  const [upper, lower] = [one.toUpperCase(), one.toLowerCase()];
  expect(lower).not.toBe(upper);
  // The one id comes in capitals, the other is the same in small letters.
  const named = (row: Row) => {
    const own = row[id.field];
    return own === one ? { ...row, [id.field]: upper } : own === other ? { ...row, [id.field]: lower } : row;
  };
  const send = createFetch(mock);
  const loose: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    const asked = url.searchParams.get(id.name);
    const isEither = asked?.toUpperCase() === upper;
    if (isEither) url.searchParams.delete(id.name);
    const reply = await send(url, init);
    const body: unknown = await reply.json();
    const all = at(body, operation.list.items);
    if (!Array.isArray(all)) return Response.json(body, reply);
    const kept = all.filter(isRecord).filter((row) => !isEither || [one, other].includes(String(row[id.field])));
    return Response.json(withValue(body, operation.list.items, kept.map(named)), reply);
  };
  const result = await resultOf(mock, {
    check: 'filter-soundness',
    operation,
    fetch: loose,
    depth: 'full',
    maxRequests: 900,
  });
  expect(result.verdict).toBe('FAIL');
  expect(result.findings.map(({ subject }) => subject)).toContain(id.name);
});
