import { expect, test } from 'vitest';
import { buildWorld } from '../../fixtures/index.ts';
import { memberOf, type Operation, type Row } from '../../spec/index.ts';
import { ownContract } from '../own-contract.ts';
import type { Context } from '../walk/context.ts';
import { snapshotOf } from '../walk/list-snapshot.ts';
import { referentsOf } from './referents.ts';

const contract = ownContract();
const world = buildWorld(contract).rows;
const operation = contract.operations.find(({ references }) => references.length > 1) as Operation;
const [reference] = operation.references;
const target = contract.operations.find(({ list }) => list.resource === reference?.to) as Operation;

/** A context of every list, with these rows of it. */
function contextsOf(rowsOf: (operation: Operation) => readonly Row[]): ReadonlyMap<string, Context> {
  const contexts = new Map<string, Context>();
  for (const each of contract.operations) {
    const fixed = {
      size: undefined,
      start: undefined,
      place: undefined,
      more: [],
      pages: [],
      stop: 'end',
      at: 0,
    } as const;
    const snapshot = snapshotOf(each, [], { ...fixed, args: [], rows: rowsOf(each) });
    // Nothing else of a context is looked at.
    contexts.set(each.id, { operation: each, others: contexts, snapshot: async () => snapshot } as unknown as Context);
  }
  return contexts;
}

const found = async (rows: readonly Row[], turned = false) => {
  const contexts = contextsOf(({ list }) => {
    const all = world[list.name] ?? [];
    return turned ? all.toReversed() : all;
  });
  return (await referentsOf(contexts.get(operation.id) as Context, rows)).get(reference?.from ?? '');
};

test('ids of another list are of rows that no row refers to, of every kind first, in whatever order the rows come', async () => {
  const ids = (await found([]))?.withoutRows ?? [];
  expect(ids.length).toBeGreaterThan(2);
  const rows = ids.map((id) =>
    (world[target.list.name] ?? []).find((row) => memberOf(row, reference?.field ?? '') === id),
  );
  const members = target.filters.filter(({ allowed }) => allowed.length > 0).map(({ field }) => field);
  const kinds = rows.map((row) => members.map((member) => row?.[member]).join());
  const all = new Set((world[target.list.name] ?? []).map((row) => members.map((member) => row[member]).join()));
  expect(new Set(kinds).size).toBe(Math.min(all.size, ids.length));
  expect((await found([]))?.listed).toEqual(ids);
  expect((await found([], true))?.withoutRows).toEqual(ids);
});

test('an id that a row refers to is none of them, and known by what it names', async () => {
  const [first] = (await found([]))?.withoutRows ?? [];
  const { withoutRows, byKind } = (await found([{ [reference?.from ?? '']: first }])) ?? {};
  expect(withoutRows).not.toContain(first);
  const named = (world[target.list.name] ?? []).find((row) => memberOf(row, reference?.field ?? '') === first) ?? {};
  const listed = target.filters.filter(({ allowed }) => allowed.length > 0);
  const kinds = listed
    .map(({ field, allowed }) => [field, allowed.find((value) => value === memberOf(named, field))])
    .filter(([, value]) => value !== undefined);
  expect(kinds.length).toBeGreaterThan(0);
  expect([...(byKind?.keys() ?? [])].sort()).toEqual(kinds.map((kind) => kind.join(' ')).sort());
  expect([...(byKind?.values() ?? [])].flat()).toEqual(kinds.map(() => first));
});

test('what is named is asked for by its other names too, which are no ids of the list', async () => {
  const all = world[target.list.name] ?? [];
  const field = reference?.field ?? '';
  const rows = all.slice(0, 3).map((row) => ({ [reference?.from ?? '']: memberOf(row, field) }));
  const ids = new Set(all.map((row) => memberOf(row, field)));
  const others = ((await found(rows))?.withoutRows ?? []).filter((id) => !ids.has(id));
  expect(others.length).toBeGreaterThan(0);
  for (const other of others) {
    const named = all.slice(0, 3).flatMap((row) => Object.entries(row));
    const [member = ''] = named.find(([, value]) => value === other) ?? [];
    expect(member).not.toBe('');
    expect(new Set(all.slice(0, 3).map((row) => row[member])).size).toBe(3);
    expect(other).toMatch(/^\S+$/);
  }
  expect((await found([]))?.withoutRows.filter((id) => !ids.has(id))).toEqual([]);
});
