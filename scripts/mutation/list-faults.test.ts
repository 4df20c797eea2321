import { expect, test } from 'vitest';
import { sharedContract } from '../faults/built-in.ts';
import { faultsOf } from '../faults/library/table.ts';
import { missedAtFull, missedAtStandard, sample } from './campaign.ts';

/** One fault in so many; those of filters and paging are many. */
const EVERY = [
  ['filters', 10],
  ['paging', 10],
  ['references', 6],
] as const;
/** The share that only the full depth notices, at most: a sample is coarser than the whole. */
const MOST_MISSED = 0.1;
/** Of these, so many are tried at the full depth, where each takes seconds. */
const TRIED = 1;

test.concurrent.each(EVERY)(
  'the standard depth notices the faults of the family %s, and the full depth what it misses',
  async (family, every) => {
    const faults = faultsOf(sharedContract()).filter(
      (fault) => fault.family === family && fault.unobservable === undefined,
    );
    const some = sample(faults, every);
    expect(some.length).toBeGreaterThan(10);
    const missed = await missedAtStandard(some);
    expect(missed.length / some.length).toBeLessThanOrEqual(MOST_MISSED);
    expect(await missedAtFull(missed.slice(0, TRIED))).toEqual([]);
  },
  280_000,
);

test('a deployment that remembers its latest cursor only is noticed, for other walks begin between two pages of one', async () => {
  const faults = faultsOf(sharedContract()).filter(({ id }) => id.startsWith('latest-cursor-only-'));
  expect(faults.length).toBeGreaterThan(1);
  // Where all rows fit on a page of the default size, few walks of the standard depth have a second page.
  const [many, few] = [
    faults.filter(({ list }) => list !== 'campaigns'),
    faults.filter(({ list }) => list === 'campaigns'),
  ];
  expect(await missedAtStandard(many)).toEqual([]);
  expect(await missedAtFull(few)).toEqual([]);
}, 280_000);
