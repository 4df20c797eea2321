import { beforeAll, describe, expect, test } from 'vitest';
import { buildWorld } from '../../../fixtures/index.ts';
import { ownContract } from '../../own-contract.ts';
import type { CallSpace, Way } from './call-space.ts';
import { fullerCalls } from './fuller-calls.ts';
import { argumentsOf, type MadeCall, makeCall, NOTHING } from './made-call.ts';
import { sampleSpace } from './sample-space.ts';

let space: CallSpace;
let calls: readonly MadeCall[];

beforeAll(() => {
  ({ space } = sampleSpace(buildWorld(ownContract()).rows));
  const none = space.ways.map((): Way | undefined => undefined);
  // Each documented value of a filter, all of them one after the other, and two filters at once.
  const ways = space.ways.flatMap((byClass, place) =>
    byClass.flatMap(([way]) => (way === undefined ? [] : [none.with(place, way)])),
  );
  const pairs = ways.map((one, index) => one.map((way, place) => way ?? ways[(index * 7) % ways.length]?.[place]));
  calls = [...ways, ...pairs].map((each) => makeCall(space, { ...NOTHING, ways: each }, () => []));
});

const metBy = (some: readonly MadeCall[]) => new Set(some.flatMap(({ classes }) => classes));
const rowsRead = ({ rows, read, choice }: MadeCall) => Math.min(rows, read * (choice.size ?? space.usual ?? rows));

describe('calls with other sizes and bad cursors', () => {
  test('meet more classes with the same filters, in as many requests', () => {
    const fuller = fullerCalls(space, calls);
    expect(fuller.map(({ choice }) => argumentsOf(choice.ways))).toEqual(
      calls.map(({ choice }) => argumentsOf(choice.ways)),
    );
    expect([...metBy(calls)].filter((each) => !metBy(fuller).has(each))).toEqual([]);
    expect(metBy(fuller).size).toBeGreaterThan(metBy(calls).size + space.cursors.length);
    for (const [index, { read }] of fuller.entries()) expect(read).toBe(calls[index]?.read);
  });

  test('leave the answer of one filter whole, and elsewhere all rows but one', () => {
    const fuller = fullerCalls(space, calls);
    const lost = fuller.map((call, index) => rowsRead(calls[index] ?? call) - rowsRead(call));
    expect(Math.max(...lost)).toBe(1);
    expect(lost.filter((_, index) => (calls[index]?.proven.length ?? 0) < 2).every((each) => each <= 0)).toBe(true);
  });

  test('leave the size to the deployment in one call with filters and many rows, where a page holds them', () => {
    const { usual = 0, largest } = space;
    const alike = calls
      .filter(({ rows, proven }) => rows * 2 > usual && rows <= usual && proven.length > 0)
      .slice(0, 3);
    expect(alike.length).toBe(3);
    const large = alike.map(({ choice }) => makeCall(space, { ...choice, size: largest }, () => []));
    // Answers that are shorter than any size show nothing of it.
    const short = calls.filter(({ rows }) => rows > 0 && rows * 4 < usual);
    const left = fullerCalls(space, [...short, ...large]).filter(({ choice }) => choice.size === undefined);
    expect(left.filter(({ rows }) => rows * 2 > usual).length).toBe(1);
    expect(left.length).toBeGreaterThan(1);
  });

  test('carry no cursor that the deployment may have issued, and none where no row is due', () => {
    const carriers = fullerCalls(space, calls).filter(({ choice }) => choice.cursor !== undefined);
    const certain = space.cursors.filter(({ isCertain }) => isCertain).map(({ name }) => name);
    expect(certain.length).toBe(space.cursors.length - 1);
    expect(carriers.every(({ choice, rows }) => certain.some((name) => name === choice.cursor) && rows > 0)).toBe(true);
  });
});
