import { expect, test } from 'vitest';
import { buildWorld } from '../../../fixtures/index.ts';
import { ownContract } from '../../own-contract.ts';
import { isBound, isId } from '../../walk/filter-arguments.ts';
import { count, same } from '../bitset.ts';
import { inputModel } from '../input-model.ts';
import { callSpace } from './call-space.ts';
import { argumentsOf } from './made-call.ts';
import { valuePairs } from './value-pairs.ts';

const { operations } = ownContract();
// The list with most filters.
const operation = operations.reduce((most, each) => (each.filters.length > most.filters.length ? each : most));
const model = inputModel(operation.filters, buildWorld(ownContract()).rows[operation.list.name] ?? []);
const space = callSpace(operation, model);
const calls = valuePairs(space).map(argumentsOf);
const valuesOf = (name: string) => calls.flat().find(({ filter }) => filter.name === name)?.filter.allowed ?? [];
const listed = model.filters.filter(({ allowed }) => allowed.length > 1);

test('all calls ask for one value of each of two filters', () => {
  expect(calls.length).toBeGreaterThan(20);
  for (const args of calls) expect(args.map(({ values }) => values.length)).toEqual([1, 1]);
});

test('every two documented values of two filters are asked for, whether rows have both or not', () => {
  const [one, other] = listed;
  if (one === undefined || other === undefined) throw new Error('The list has no two filters of listed values.');
  const every = valuesOf(one.name).flatMap((first) => valuesOf(other.name).map((second) => `${first} ${second}`));
  const both = calls.filter((args) => args.every(({ filter }) => filter === one || filter === other));
  expect(both.map((args) => args.map(({ values }) => values[0]).join(' ')).sort()).toEqual(every.sort());
});

test('every documented value stands beside an id that has rows, of which it keeps some out', () => {
  const [filter] = listed;
  const besides = calls.filter(
    (args) => args.some((each) => each.filter === filter) && args.some((each) => isId(each.filter)),
  );
  const asked = new Set(
    besides.flatMap((args) => args.filter((each) => each.filter === filter).map(({ values }) => values[0])),
  );
  expect([...asked].sort()).toEqual([...(filter?.allowed ?? [])].sort());
  const isTelling = (args: (typeof calls)[number]) => {
    const both = model.passing(args);
    const decides = (each: (typeof args)[number]) => !same(model.passing([each]), both);
    return args.some((each) => isId(each.filter) && count(model.passing([each])) > 0 && decides(each));
  };
  const ofManyIds = besides.filter((args) => args.every(({ filter: each }) => !isId(each) || !isShort(each.field)));
  expect(ofManyIds.length).toBeGreaterThan(0);
  expect(ofManyIds.every(isTelling)).toBe(true);
});

test('where an id decides alone which value its rows have, a value stands beside an id of another one', () => {
  // Each parent has rows of one value.
  const [filter, id] = [listed[0], model.filters.find((each) => isId(each) && !isShort(each.field))];
  if (filter === undefined || id === undefined) throw new Error('The list has no such filters.');
  const [a, b] = filter.allowed;
  const rows = Array.from({ length: 20 }, (_, row) => ({
    [id.field]: `p${row}`,
    [filter.field]: row % 2 === 0 ? a : b,
  }));
  const small = inputModel([filter, id], rows);
  const pairs = valuePairs(callSpace({ ...operation, filters: [filter, id] }, small)).map(argumentsOf);
  const beside = pairs.filter((args) => args.some(({ values }) => values[0] === a));
  expect(beside).toHaveLength(1);
  expect(beside.map((args) => count(small.passing(args)))).toEqual([0]);
  expect(beside.flatMap((args) => args.map((each) => count(small.passing([each])) > 0))).toEqual([true, true]);
});

test('of ids that are few each stands beside each documented value', () => {
  const [filter] = listed;
  const short = model.filters.find((each) => isId(each) && isShort(each.field));
  if (short === undefined || filter === undefined) throw new Error('The list has no filter of few ids.');
  const both = calls.filter((args) => args.every((each) => each.filter === filter || each.filter === short));
  expect(both.length).toBe(filter.allowed.length * distinct(short.field).size);
});

test('two filters of many values stand beside each other once', () => {
  const bounds = model.filters.filter(isBound);
  for (const bound of bounds) {
    const ids = model.filters.filter((each) => isId(each) && !isShort(each.field));
    for (const id of ids)
      expect(calls.filter((args) => args.every(({ filter }) => filter === bound || filter === id)).length).toBe(1);
  }
});

function distinct(field: string): ReadonlySet<unknown> {
  return new Set(model.rows.map((row) => row[field]));
}

function isShort(field: string): boolean {
  return distinct(field).size <= 6;
}
