import { beforeAll, describe, expect, test } from 'vitest';
import { buildWorld } from '../../../fixtures/index.ts';
import type { Filter, Operation, Row } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import type { Arguments } from '../../walk/filter-arguments.ts';
import { count, same } from '../bitset.ts';
import { inputModel } from '../input-model.ts';
import { callSpace } from '../path/call-space.ts';
import { rememberedModel } from '../remembered-model.ts';
import { accompanied } from './accompanied.ts';
import type { Probe } from './probe.ts';

const contract = ownContract();
/** One of exactly two values, and two that take one of several listed ones, or one value only. */
const isSide = ({ test: kind, allowed, when }: Filter) =>
  kind === 'equals' && allowed.length === 2 && when === undefined;
const operation = contract.operations.find(({ filters }) => filters.length > 2 && filters.some(isSide)) as Operation;
const side = operation.filters.find(isSide);
const [one, other] = operation.filters.filter((filter) => filter !== side);
if (!(side && one && other)) throw new Error('The contract has no list with three such filters.');
const three = { ...operation, filters: [one, other, side] };
const [a = '', b = ''] = side.allowed;
const first = one.allowed[0] ?? '';
const on = other.when ?? other.allowed[0] ?? '';

/** Rows that have these values of the side filter, one a letter; the first two pass both other filters. */
const rowsOf = (sides: string): Row[] =>
  [...sides].map((letter, index) => ({
    [side.field]: letter === 'a' ? a : b,
    ...(index < 2 ? { [one.field]: first, [other.field]: other.value ?? on } : {}),
  }));
const spaceOf = (sides: string) => {
  const rows = rowsOf(sides);
  return callSpace(three, inputModel(three.filters, rows));
};
const pair: Arguments = [
  { filter: one, values: [first] },
  { filter: other, values: [on] },
];
const probeOf = (args: Arguments): Probe => ({ kind: 'pair', args });
const withSide = (value: typeof a): Arguments => [...pair, { filter: side, values: [value] }];

describe('a probe of two filters goes', () => {
  test.each([
    ['with a value that all rows have', 'bbbbbbbbbb', withSide(b)],
    ['with a value that six of ten rows have', 'bbbbbbaaaa', withSide(b)],
    ['alone, where a value hides more than that', 'bbbbbaaaaa', pair],
    ['alone, where a value hides a row of the answer', 'abbbbbbbbb', pair],
    ['with the value that the rows of the answer have', 'aaaaaabbbb', withSide(a)],
  ])('%s: %s', (_, sides, args) => {
    expect(accompanied(spaceOf(sides), [probeOf(pair)])).toEqual([probeOf(args)]);
  });

  test('with what has not been asked for by any probe, before or behind it', () => {
    const alone = probeOf([{ filter: side, values: [b] }]);
    const space = spaceOf('bbbbbbbbbb');
    expect(accompanied(space, [alone, probeOf(pair)])).toEqual([alone, probeOf(pair)]);
    expect(accompanied(space, [probeOf(pair), alone])).toEqual([probeOf(pair), alone]);
  });

  test('with what none before it has taken along', () => {
    const probes = accompanied(spaceOf('bbbbbbbbbb'), [probeOf(pair), probeOf(pair)]);
    expect(probes).toEqual([probeOf(withSide(b)), probeOf(pair)]);
  });

  test('with no filter that it has already', () => {
    const args: Arguments = [
      { filter: one, values: [first] },
      { filter: side, values: [b] },
    ];
    const [probe] = accompanied(spaceOf('bbbbbbbbbb'), [probeOf(args)]);
    expect(probe?.args.slice(0, 2)).toEqual(args);
    expect(probe?.args.filter(({ filter }) => filter === one || filter === side)).toHaveLength(2);
  });
});

describe('a probe stays as it is', () => {
  test.each<[string, Arguments]>([
    ['of one filter', [{ filter: one, values: [first] }]],
    ['of none', []],
    ['that no row answers', [{ filter: one, values: [one.allowed[1] ?? ''] }, ...pair.slice(1)]],
  ])('%s', (_, args) => {
    expect(accompanied(spaceOf('bbbbbbbbbb'), [probeOf(args)])).toEqual([probeOf(args)]);
  });
});

describe('in lists as they are', () => {
  let lists: { model: ReturnType<typeof rememberedModel>; asked: readonly Probe[]; probes: readonly Probe[] }[];
  beforeAll(() => {
    const { rows } = buildWorld(contract);
    lists = contract.operations.map((each) => {
      const model = rememberedModel(each, rows[each.list.name] ?? []);
      const pairs = each.filters.flatMap((left, index) =>
        each.filters.slice(index + 1).map((right): Arguments => {
          const values = ({ allowed, field }: Filter) => allowed.slice(0, 1).concat(String(model.rows[0]?.[field]));
          return [left, right].map((filter) => ({ filter, values: values(filter).slice(0, 1) }));
        }),
      );
      const asked = pairs.map(probeOf);
      return { model, asked, probes: accompanied(callSpace(each, model), asked) };
    });
  });

  test('every probe has the answer that it had, and what it was asked stands first', () => {
    for (const { model, asked, probes } of lists)
      for (const [index, { args }] of asked.entries()) {
        const now = probes[index]?.args ?? [];
        expect(now.slice(0, args.length)).toEqual(args);
        expect(same(model.passing(now), model.passing(args))).toBe(true);
      }
  });

  test('what goes along lets six rows of ten through, asks each filter once, and is new', () => {
    const added = lists.flatMap(({ model, asked, probes }) => {
      const known = new Set(asked.flatMap(({ args }) => model.classesOf(args)));
      return probes.flatMap(({ args }, index) => {
        expect(new Set(args.map(({ filter }) => filter)).size).toBe(args.length);
        const along = args.slice(asked[index]?.args.length);
        for (const each of along) {
          const classes = model.classesOf([each]);
          expect(classes.some((name) => !known.has(name))).toBe(true);
          expect(count(model.passing([each]))).toBeGreaterThanOrEqual(0.6 * model.rows.length);
          for (const name of classes) known.add(name);
        }
        return along;
      });
    });
    expect(added.length).toBeGreaterThan(10);
  });
});
