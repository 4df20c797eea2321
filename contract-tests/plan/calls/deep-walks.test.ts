import { expect, test } from 'vitest';
import { buildWorld } from '../../../fixtures/index.ts';
import { ownContract } from '../../own-contract.ts';
import { count } from '../bitset.ts';
import { deepWalks } from './deep-walks.ts';
import { makeCall, NOTHING } from './made-call.ts';
import { sampleSpace } from './sample-space.ts';

const { space } = sampleSpace(buildWorld(ownContract()).rows);
const rowsOf = (args: ReturnType<typeof deepWalks>[number]['args']) => count(space.model.passing(args));

test('filters with enough rows are walked through six pages each, by themselves', () => {
  const walks = deepWalks(space);
  expect(walks.length).toBeGreaterThan(1);
  expect(new Set(walks.map(({ args }) => args[0]?.filter)).size).toBe(walks.length);
  for (const { args, size } of walks) {
    expect(args).toHaveLength(1);
    expect(rowsOf(args)).toBeLessThan(space.model.rows.length);
    expect(Math.ceil(rowsOf(args) / size)).toBe(6);
  }
});

test('in a short list every documented value that several rows have is walked row by row, too', () => {
  const { model, smallest } = space;
  const short = { ...space, model: { ...model, rows: model.rows.slice(0, 60) } };
  const fine = deepWalks(short).filter(({ size }) => size === smallest);
  expect(fine.length).toBeGreaterThan(2);
  for (const { args } of fine) {
    const [{ filter, values } = { filter: undefined, values: [] }] = args;
    expect(filter?.allowed).toContain(values[0]);
    expect(values).toHaveLength(1);
  }
  expect(new Set(fine.map(({ args }) => JSON.stringify(args[0]?.values))).size).toBe(fine.length);
});

test('a page cannot be smaller than the smallest, nor have a size where pages have none', () => {
  expect(deepWalks({ ...space, smallest: space.model.rows.length })).toEqual([]);
  expect(deepWalks({ ...space, smallest: undefined })).toEqual([]);
});

test('a page with more rows than one of the default size is a class of its own', () => {
  const ways = space.ways.map(() => undefined);
  const usual = 20;
  const isLonger = (size: number | undefined) =>
    makeCall({ ...space, usual }, { ...NOTHING, ways, size }, () => []).classes.includes(space.longer);
  const { largest } = space;
  expect(space.model.rows.length).toBeGreaterThan(usual);
  expect([undefined, usual, usual + 1, largest].map(isLonger)).toEqual([false, false, true, true]);
});
