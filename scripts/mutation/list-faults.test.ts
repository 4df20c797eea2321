import { expect, test } from 'vitest';
import { sharedContract } from '../faults/built-in.ts';
import { faultsOf } from '../faults/library/table.ts';
import { missedAtFull, missedAtStandard } from './campaign.ts';

/** The share of a family that only the full depth notices, at most, and faults of it. */
const FAMILIES = [
  ['filters', 0.09, 350],
  ['paging', 0.06, 280],
  ['references', 0, 80],
] as const;
/** Of what the standard depth misses, so many are tried at the full depth, where each takes seconds. */
const TRIED = 1;

test.concurrent.each(FAMILIES)(
  'the standard depth notices the faults of the family %s but a few, and the full depth what it misses',
  async (family, missable, least) => {
    const faults = faultsOf(sharedContract()).filter(
      (fault) => fault.family === family && fault.unobservable === undefined,
    );
    expect(faults.length).toBeGreaterThan(least);
    const missed = await missedAtStandard(faults);
    expect(missed.length / faults.length).toBeLessThanOrEqual(missable);
    expect(await missedAtFull(missed.slice(0, TRIED))).toEqual([]);
  },
  280_000,
);

test('a deployment that remembers its latest cursor only is noticed in a list of one page of the default size, at the full depth', async () => {
  const faults = faultsOf(sharedContract()).filter(({ id }) => id === 'latest-cursor-only-campaigns');
  expect(faults.length).toBe(1);
  expect(await missedAtFull(faults)).toEqual([]);
}, 280_000);
