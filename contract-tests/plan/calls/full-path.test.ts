import { beforeAll, describe, expect, test } from 'vitest';
import { buildWorld } from '../../../fixtures/index.ts';
import type { Operation, Row } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { inputModel } from '../input-model.ts';
import { type CallSpace, callSpace } from './call-space.ts';
import { fullPath } from './full-path.ts';
import type { MadeCall } from './made-call.ts';
import { sampleSpace } from './sample-space.ts';

const STEPS = 250;

let operation: Operation;
let rows: readonly Row[];
let space: CallSpace;
let path: MadeCall[];

function take(seed: number, count: number): MadeCall[] {
  const made: MadeCall[] = [];
  for (const call of fullPath(space, [], [], [], seed)) if (made.push(call) >= count) break;
  return made;
}

beforeAll(() => {
  ({ operation, rows, space } = sampleSpace(buildWorld(ownContract()).rows));
  path = take(1, STEPS);
});

describe('a path through the space of calls', () => {
  test('has every class that there is, in calls that show it', () => {
    const seen = new Set(path.flatMap(({ classes }) => classes));
    const every = [
      ...space.ways.flatMap((byClass) => byClass.flatMap(([way]) => way?.classes ?? [])),
      ...space.absent,
      ...space.cursors.flatMap(({ classes }) => classes),
      ...space.sizesFor(rows.length).flatMap(({ classes }) => classes),
    ];
    expect(every.length).toBeGreaterThan(50);
    expect(every.filter((each) => !seen.has(each))).toEqual([]);
  });

  test('lets more than half of all classes of two filters meet', () => {
    const met = new Set(path.flatMap(({ classes }) => classes.flatMap((one) => classes.map((two) => `${one} ${two}`))));
    const [first = [], second = []] = space.ways.map((byClass) => byClass.flatMap(([way]) => way?.classes[0] ?? []));
    const pairs = first.flatMap((one) => second.map((two) => `${one} ${two}`));
    expect(pairs.length).toBeGreaterThan(40);
    expect(pairs.filter((pair) => met.has(pair)).length / pairs.length).toBeGreaterThan(0.5);
  });

  test('has neighbours that differ in one factor, for every filter and the size', () => {
    const factors = new Set(path.flatMap(({ differsIn }) => differsIn));
    for (let factor = 0; factor <= space.ways.length; factor += 1) expect(factors).toContain(factor);
  });

  test('is the same for the same seed, and another for another', () => {
    const shown = (calls: readonly MadeCall[]) => JSON.stringify(calls.map(({ classes }) => classes));
    expect(shown(take(1, 40))).toBe(shown(path.slice(0, 40)));
    expect(shown(take(2, 40))).not.toBe(shown(path.slice(0, 40)));
  });

  test('goes on from the calls that have been made', () => {
    const [begun, rest] = [path.slice(0, 40), [...path.slice(40, 60)]];
    const [next] = fullPath(space, begun, [], [], 1);
    expect(rest.length).toBe(20);
    expect(begun.some(({ choice }) => JSON.stringify(choice) === JSON.stringify(next?.choice))).toBe(false);
  });

  test('begins with what must be asked', () => {
    const [[[way] = []] = []] = space.ways;
    const first = [space.ways.map((_, place) => (place === 0 ? way : undefined))];
    const [call] = fullPath(space, [], first, [], 1);
    expect(call?.choice.ways).toEqual(first[0]);
  });
});

test('a list without rows has a path too, and it ends', () => {
  const empty = callSpace(operation, inputModel(operation.filters, []));
  expect([...fullPath(empty, [], [], [], 1)].length).toBeLessThan(2000);
});

test('a short list of few filters is asked for every documented value of one beside every one of another, whatever comes back', () => {
  const filters = operation.filters.filter(({ allowed }) => allowed.length > 1).slice(0, 2);
  const [one, other] = filters;
  if (one === undefined || other === undefined) throw new Error('The list has no two filters of listed values.');
  const short = callSpace(operation, inputModel(filters, rows.slice(0, 3)));
  const asked = new Set(
    [...fullPath(short, [], [], [], 1)].map(({ choice }) => choice.ways.map((way) => way?.values.join()).join(' ')),
  );
  const every = one.allowed.flatMap((first) => other.allowed.map((second) => `${first} ${second}`));
  expect(every.filter((each) => !asked.has(each))).toEqual([]);
});
