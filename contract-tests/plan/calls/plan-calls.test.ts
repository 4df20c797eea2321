import { beforeAll, describe, expect, test } from 'vitest';
import { buildWorld } from '../../../fixtures/index.ts';
import { instant, memberOf, type Operation, type Row } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { isBound, isId, describe as tell } from '../../walk/filter-arguments.ts';
import { same } from '../bitset.ts';
import { imagine } from '../mutants/filter-mutants.ts';
import { revealing } from '../mutants/revealed-mutants.ts';
import { rememberedModel } from '../remembered-model.ts';
import type { PlannedCall, Probe } from './planned-call.ts';

/** Calls of the full depth that are looked at. */
const MANY = 400;

/** Requests that the standard depth may take for one list. */
const BUDGET = 40;

const callsFor = (operation: Operation, rows: readonly Row[], depth: 'standard' | 'full'): readonly PlannedCall[] => {
  const { standard, further } = rememberedModel(operation, rows).plan(BUDGET);
  if (depth === 'standard') return standard;
  const behind = [];
  for (const call of further) if (behind.push(call) >= MANY) break;
  return [...standard, ...behind];
};
const probesFor = (...args: Parameters<typeof callsFor>): readonly Probe[] =>
  callsFor(...args).map(({ probe }) => probe);

let lists: { operation: Operation; rows: readonly Row[] }[];
beforeAll(() => {
  const contract = ownContract();
  const { rows } = buildWorld(contract);
  lists = contract.operations.map((operation) => ({
    operation,
    rows: rows[operation.list.name] ?? [],
  }));
  expect(lists.map(({ rows: each }) => each.length).every((count) => count > 0)).toBe(true);
});

test.each(['standard', 'full'] as const)('at the %s depth the filters of a call stand in either order', (depth) => {
  for (const { operation, rows } of lists) {
    const { filters } = operation;
    if (filters.length < 2) continue;
    const places = probesFor(operation, rows, depth)
      .map(({ args }) => args.map(({ filter }) => filters.indexOf(filter)))
      .filter(({ length }) => length > 1);
    const isRising = (some: readonly number[]) => (some[0] ?? 0) < (some[1] ?? 0);
    expect(new Set(places.map(isRising)).size, operation.id).toBe(2);
  }
});

test.each(['standard', 'full'] as const)(
  'at the %s depth the size stands before the filters in some calls',
  (depth) => {
    for (const { operation, rows } of lists) {
      const places = callsFor(operation, rows, depth).map(({ asking }) => asking.isPageFirst === true);
      expect(new Set(places).size, operation.id).toBe(2);
    }
  },
);

test('a bound beyond all rows is asked for, and none in a year that has no four digits', () => {
  const listed = lists.find(({ operation: { filters } }) => filters.some(isBound));
  const filter = listed?.operation.filters.find(isBound);
  if (listed === undefined || filter === undefined) throw new Error('No list is filtered by a bound.');
  const { operation, rows } = listed;
  const asked = (some: readonly Row[]) =>
    probesFor(operation, some, 'full').flatMap(({ args }) =>
      args.flatMap((argument) => (argument.filter === filter ? argument.values.map(String) : [])),
    );
  const isBeyond = (value: string) => rows.every((row) => instant(value) > instant(memberOf(row, filter.field)));
  const standard = probesFor(operation, rows, 'standard').flatMap(({ args }) => args);
  expect(standard.some((argument) => argument.filter === filter && isBeyond(String(argument.values[0])))).toBe(true);
  const late = rows.map((row, index) => (index === 3 ? { ...row, [filter.field]: '9999-12-31T23:59:59Z' } : row));
  expect(asked(late).filter((value) => !/^\d{4}-/.test(value))).toEqual([]);
});

describe('the probes of the standard depth', () => {
  test('reveal nearly every imagined mutant that any probe of the full depth reveals', () => {
    for (const { operation, rows } of lists) {
      const model = rememberedModel(operation, rows);
      const reveals = revealing(model, imagine(model));
      const revealed = (depth: 'standard' | 'full') => [
        ...new Set(probesFor(operation, rows, depth).flatMap(({ args }) => reveals(args).map(({ name }) => name))),
      ];
      const [standard, full] = [revealed('standard'), revealed('full')];
      expect(standard.length).toBeGreaterThan(0);
      expect(full.filter((name) => !standard.includes(name)).length).toBeLessThanOrEqual(full.length / 50);
    }
  });

  test('are few, and are among those of the full depth', () => {
    for (const { operation, rows } of lists) {
      const [standard, full] = [callsFor(operation, rows, 'standard'), callsFor(operation, rows, 'full')];
      expect(standard.length).toBeLessThanOrEqual(BUDGET);
      expect(full.slice(0, standard.length)).toEqual(standard);
      const told = standard.map(({ probe, asking }) => JSON.stringify([tell(probe.args), asking]));
      expect(new Set(told).size).toBe(standard.length);
    }
  });

  test('ask every filter alone, with a value that keeps rows out', () => {
    for (const { operation, rows } of lists) {
      const { passing: expected } = rememberedModel(operation, rows);
      const probes = probesFor(operation, rows, 'standard');
      for (const filter of operation.filters) {
        const alone = probes.filter(({ args }) => args.length === 1 && args[0]?.filter === filter);
        expect(alone.some(({ args }) => !same(expected(args), expected([])))).toBe(true);
      }
    }
  });
});

test('a list without rows is asked for by every filter, with each documented value', () => {
  for (const { operation } of lists) {
    const asked = probesFor(operation, [], 'standard').map(({ args }) => tell(args));
    const values = operation.filters.flatMap(({ name, allowed }) => allowed.map((value) => `${name}=${value}`));
    expect(asked, operation.id).toEqual(expect.arrayContaining(values));
    expect(asked.length).toBeLessThanOrEqual(BUDGET);
  }
});

test('at the full depth the filters take turns with the ids that rows have', () => {
  const [list] = lists.toSorted((one, other) => other.operation.filters.length - one.operation.filters.length);
  if (list === undefined) throw new Error('There is no list.');
  const ids = list.operation.filters.filter(isId).map(({ name }) => name);
  const standard = callsFor(list.operation, list.rows, 'standard').length;
  const alone = probesFor(list.operation, list.rows, 'full')
    .slice(standard)
    .flatMap(({ kind, args: [only, ...others] }) =>
      kind === 'value' && others.length === 0 && only !== undefined && ids.includes(only.filter.name)
        ? [only.filter.name]
        : [],
    );
  expect(ids.length).toBeGreaterThan(2);
  expect(new Set(alone.slice(0, 3 * ids.length))).toEqual(new Set(ids));
});
