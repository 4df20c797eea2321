// Other values for filters whose value is asked for in another call as well.
import { beforeAll, expect, test } from 'vitest';
import { buildWorld } from '../../../fixtures/index.ts';
import { ownContract } from '../../own-contract.ts';
import type { CallSpace, Way } from './call-space.ts';
import { argumentsOf, type MadeCall, makeCall, NOTHING } from './made-call.ts';
import { sampleSpace } from './sample-space.ts';
import { variedCalls } from './varied-calls.ts';

let space: CallSpace;
/** The first two values of each filter that rows have, each in the same call twice. */
let calls: readonly MadeCall[];

beforeAll(() => {
  ({ space } = sampleSpace(buildWorld(ownContract()).rows));
  const none = space.ways.map((): Way | undefined => undefined);
  const ways = space.ways.flatMap((byClass, place) => {
    const known = byClass.flatMap((some) => some.filter(({ values, isUnknown }) => values.length === 1 && !isUnknown));
    return known.slice(0, 2).map((way) => none.with(place, way));
  });
  const twice = ways.flatMap((each) => [each, each]);
  calls = twice.map((each) => makeCall(space, { ...NOTHING, ways: each }, () => []));
});

const metBy = (some: readonly MadeCall[]) => new Set(some.flatMap(({ classes }) => classes));
const filtersOf = ({ choice }: MadeCall) => argumentsOf(choice.ways).map(({ filter }) => filter);

test('calls ask for more values of the same filters, in as many requests, and prove what they proved', () => {
  const varied = variedCalls(space, calls);
  expect(varied.map(filtersOf)).toEqual(calls.map(filtersOf));
  expect([...metBy(calls)].filter((each) => !metBy(varied).has(each))).toEqual([]);
  expect(metBy(varied).size).toBeGreaterThan(metBy(calls).size + 2);
  for (const [index, call] of varied.entries()) {
    const before = calls[index] ?? call;
    expect([call.read, call.pages > 1]).toEqual([before.read, before.pages > 1]);
    expect(before.proven.filter((each) => !call.proven.includes(each))).toEqual([]);
    expect(call.rows).toBeGreaterThan(0);
  }
});

test('a value that no other call asks for stays', () => {
  const [first] = calls;
  if (first === undefined) throw new Error('There is no call.');
  expect(variedCalls(space, [first])).toEqual([first]);
});
