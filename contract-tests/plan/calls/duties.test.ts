import { beforeAll, describe, expect, test } from 'vitest';
import { buildWorld } from '../../../fixtures/index.ts';
import type { FilterValue, Row } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { isBound, isId } from '../../walk/filter-arguments.ts';
import { count, same } from '../bitset.ts';
import { inputModel } from '../input-model.ts';
import { type CallSpace, callSpace, wayOf } from './call-space.ts';
import { openDuties } from './duties.ts';
import { makeCall, NOTHING } from './made-call.ts';
import { sampleSpace } from './sample-space.ts';

let space: CallSpace;

beforeAll(() => {
  ({ space } = sampleSpace(buildWorld(ownContract()).rows));
});

/** A call with these values, by the filter's name. */
const callOf = (values: Readonly<Record<string, readonly FilterValue[]>>, size?: number, within = space) =>
  makeCall(
    within,
    {
      ...NOTHING,
      size,
      ways: within.model.filters.map((filter) => {
        const own = values[filter.name];
        return wayOf(within, own && { filter, values: own });
      }),
    },
    () => [],
  );

/** The first listed value of a filter with many, and the next. */
const listed = () => {
  const filter = space.model.filters.find(({ many }) => many);
  const [one = '', other = ''] = filter?.allowed ?? [];
  return { name: filter?.name ?? '', one, other };
};

describe('what a call does of what must be done', () => {
  test('counts once', () => {
    const { name, one } = listed();
    const duties = openDuties(space);
    const call = callOf({ [name]: [one] });
    expect(duties.gain(call)).toBeGreaterThan(0);
    duties.add(call);
    expect(duties.gain(call)).toBe(0);
    expect(duties.gain(call, call.proven)).toBeGreaterThan(0);
  });

  test('is nothing for a filter that keeps nothing out', () => {
    expect(openDuties(space).gain(callOf({}))).toBe(0);
  });

  test('is more for several values that each let rows through, and another filter beside them', () => {
    const { name, one, other } = listed();
    const second = space.model.filters.find((filter) => filter.many && filter.name !== name);
    const duties = openDuties(space);
    duties.add(callOf({ [name]: [one] }));
    expect(duties.gain(callOf({ [name]: [one, other] }))).toBeGreaterThan(0);
    const repeated = callOf({ [name]: [one, one] });
    expect(duties.gain(repeated)).toBeGreaterThan(0);
    duties.add(repeated);
    duties.add(callOf({ [name]: [other] }));
    expect(duties.gain(callOf({ [name]: [other, other] }))).toBe(0);
    const beside = callOf({ [name]: [one], [second?.name ?? '']: second?.allowed.slice(0, 1) ?? [] });
    expect(duties.gain(beside)).toBeGreaterThan(0);
  });

  test('is something for each documented value of which rows come', () => {
    const { name, one, other } = listed();
    const duties = openDuties(space);
    duties.add(callOf({ [name]: [one] }));
    const [again, another] = [one, other].map((value) => duties.gain(callOf({ [name]: [value] })));
    expect(again).toBe(0);
    expect(another).toBeGreaterThan(0);
  });

  test('is something for the smallest page, where it cannot hold all, and is so once', () => {
    const { name, one } = listed();
    const duties = openDuties(space);
    duties.add(callOf({ [name]: [one] }));
    const small = callOf({ [name]: [one] }, space.smallest);
    expect(small.rows).toBeGreaterThan(space.smallest ?? 0);
    expect(duties.gain(small, [])).toBeGreaterThan(0);
    duties.add(small);
    expect(duties.gain(small, [])).toBe(0);
  });

  test('is something for the id of most rows alone, if all of them are read; one of fewer will not do', () => {
    const place = space.model.filters.findIndex(isId);
    const { name = '' } = space.model.filters[place] ?? {};
    const known = (space.ways[place] ?? []).flat().filter(({ mask }) => count(mask) > 0 && !same(mask, space.all));
    const sorted = known.toSorted((first, second) => count(second.mask) - count(first.mask));
    const [most, least] = [sorted[0], sorted.at(-1)];
    if (most === undefined || least === undefined) throw new Error('No row has an id.');
    expect(count(most.mask)).toBeGreaterThan(count(least.mask));
    const duties = openDuties(space);
    duties.add(callOf({ [name]: least.values }, space.largest));
    const whole = callOf({ [name]: most.values }, space.largest);
    expect(whole.read).toBe(whole.pages);
    expect(duties.gain({ ...whole, pages: whole.read + 1 })).toBe(0);
    expect(duties.gain(whole)).toBeGreaterThan(0);
  });

  test('is something for a documented value that no row has, but for one filter alone, and in a list with rows', () => {
    const { operation, rows } = sampleSpace(buildWorld(ownContract()).rows);
    const { name, one, other } = listed();
    const { field = '' } = operation.filters.find((filter) => filter.name === name) ?? {};
    const gainIn = (some: readonly Row[], asked: Readonly<Record<string, readonly FilterValue[]>>) => {
      const own = sampleSpace({ [operation.list.name]: some }).space;
      return openDuties(own).gain(callOf(asked, undefined, own));
    };
    const others = rows.filter((row) => row[field] !== one);
    expect(others.length).toBeGreaterThan(0);
    expect(gainIn(others, { [name]: [one] })).toBeGreaterThan(0);
    expect(gainIn([], { [name]: [one] })).toBe(0);
    const alone = others.filter((row) => row[field] !== other);
    expect(gainIn(alone, { [name]: [one, other] })).toBe(0);
  });
});

describe('a bound must be asked at its own value', () => {
  const contract = ownContract();
  const operation = contract.operations.find(({ filters }) => filters.some(isBound));
  const bound = operation?.filters.find(isBound);
  if (operation === undefined || bound === undefined) throw new Error('No list has a bound.');
  const rows = buildWorld(contract).rows[operation.list.name] ?? [];
  const bounded = callSpace(operation, inputModel(operation.filters, rows));
  const own = rows.map((row) => String(row[bound.field])).sort()[Math.floor(rows.length / 2)] ?? '';
  const beside = new Date(Date.parse(own) + 1000).toISOString().replace('.000', '');
  const callAt = (value: string) => callOf({ [bound.name]: [value] }, undefined, bounded);

  test('whatever else it has been asked for', () => {
    const duties = openDuties(bounded);
    duties.add(callAt(beside));
    const left = duties.gain(callAt(own));
    expect(left).toBeGreaterThan(0);
    duties.add(callAt(own));
    expect(duties.gain(callAt(own))).toBeLessThan(left);
  });

  test('and once it has, beside it no more', () => {
    const duties = openDuties(bounded);
    duties.add(callAt(own));
    expect(duties.gain(callAt(beside))).toBe(0);
  });
});
