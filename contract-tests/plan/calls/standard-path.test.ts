import { beforeAll, describe, expect, test } from 'vitest';
import { buildWorld } from '../../../fixtures/index.ts';
import type { Row } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { count } from '../bitset.ts';
import { createRandom } from '../random.ts';
import { callPool } from './call-pool.ts';
import type { CallSpace } from './call-space.ts';
import { argumentsOf, type MadeCall } from './made-call.ts';
import { sampleSpace } from './sample-space.ts';
import { standardPath } from './standard-path.ts';

let rows: readonly Row[];
let space: CallSpace;

beforeAll(() => {
  ({ rows, space } = sampleSpace(buildWorld(ownContract()).rows));
});

const pathFor = (budget: number, revealing: Parameters<typeof standardPath>[1] = () => []): MadeCall[] =>
  standardPath(space, revealing, budget);
const requestsOf = (calls: readonly MadeCall[]): number => calls.reduce((sum, { read }) => sum + read, 0);

describe('the calls of the standard depth', () => {
  test.each([0, 1, 5, 20])('take at most the %i requests that there are', (budget) => {
    expect(requestsOf(pathFor(budget))).toBeLessThanOrEqual(budget);
    expect(pathFor(budget).length > 0).toBe(budget > 0);
  });

  test('begin with the same filters, however many follow', () => {
    // Which of their values are asked for depends on what the others ask for.
    const told = (calls: readonly MadeCall[]) =>
      calls.map(({ choice }) => argumentsOf(choice.ways).map(({ filter }) => filter.name));
    expect(told(pathFor(20)).slice(0, 5)).toEqual(told(pathFor(40)).slice(0, 5));
  });

  test('have nearly every class of filters that rows have, in calls where it decides', () => {
    const decided = new Set(pathFor(20).flatMap(({ deciding }) => deciding));
    const some = space.ways.flatMap((byClass) =>
      byClass.flatMap(([way]) =>
        way === undefined || count(way.mask) === 0 || count(way.mask) === rows.length ? [] : way.classes.slice(0, 1),
      ),
    );
    expect(some.length).toBeGreaterThan(20);
    expect(some.filter((each) => !decided.has(each)).length).toBeLessThanOrEqual(some.length / 6);
  });

  test('carry bad cursors of nearly every class, where rows are due, and some of several pages', () => {
    const carriers = pathFor(20).filter(({ choice }) => choice.cursor !== undefined);
    const certain = space.cursors.filter(({ isCertain }) => isCertain);
    expect(new Set(carriers.map(({ choice }) => choice.cursor)).size).toBeGreaterThanOrEqual(certain.length - 2);
    expect(carriers.every(({ rows: found }) => found > 0)).toBe(true);
    expect(carriers.some(({ pages }) => pages > 1)).toBe(true);
  });

  test('begin with what few calls reveal', () => {
    const rare = callPool(space, createRandom(1)).at(-1);
    const wanted = JSON.stringify(argumentsOf(rare ?? []));
    const mutants = Array.from({ length: 400 }, (_, index) => index);
    const revealing: Parameters<typeof standardPath>[1] = (args) => (JSON.stringify(args) === wanted ? mutants : []);
    const [first] = pathFor(5, revealing);
    expect(JSON.stringify(first && argumentsOf(first.choice.ways))).toBe(wanted);
  });
});

describe('the calls that are chosen from', () => {
  test('have every way by itself, rows that pass several filters, and near misses that one filter keeps out', () => {
    const made = callPool(space, createRandom(1)).map((ways) => ways.filter((way) => way !== undefined));
    const alone = new Set(made.filter(({ length }) => length === 1).flatMap(([way]) => way?.classes ?? []));
    const first = space.ways.flatMap((byClass) => byClass.flatMap(([way]) => way?.classes[0] ?? []));
    expect(first.filter((each) => !alone.has(each))).toEqual([]);
    expect(made.some(({ length }) => length === space.ways.length)).toBe(true);
    const unknown = made.filter((ways) => ways.length > 1 && ways.some(({ isUnknown }) => isUnknown));
    expect(unknown.length).toBeGreaterThan(4);
  });
});
