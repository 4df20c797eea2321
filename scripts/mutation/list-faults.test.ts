import { expect, test } from 'vitest';
import { sharedContract } from '../faults/built-in.ts';
import { faultsOf } from '../faults/library/table.ts';
import { missedAtFull, tryFamily } from './campaign.ts';

/** The share of a family that only the full depth notices, at most, and how many faults it has at least. */
const FAMILIES = [
  ['filters', 0.09, 350],
  ['paging', 0.06, 280],
  ['references', 0, 80],
] as const;

test.concurrent.each(FAMILIES)(
  'the standard depth notices the faults of the family %s but a few, and the full depth one that it misses',
  async (family, most, least) => {
    const { faults, missable, missed } = await tryFamily(family, 1);
    expect(faults).toBeGreaterThan(least);
    expect(missable).toBeLessThanOrEqual(most);
    expect(missed).toEqual([]);
  },
  560_000,
);

test('a deployment that remembers its latest cursor only is noticed in a list of one page of the default size, at the full depth', async () => {
  const faults = faultsOf(sharedContract()).filter(({ id }) => id === 'latest-cursor-only-campaigns');
  expect(faults.length).toBe(1);
  expect(await missedAtFull(faults)).toEqual([]);
}, 560_000);
