import { expect, test } from 'vitest';
import { tryFamily } from './campaign.ts';

/** The share of a family that only the full depth notices, at most, and how many faults it has at least. */
const FAMILIES = [
  ['shape', 0, 590],
  ['authentication', 0.08, 80],
  ['errors', 0, 50],
  ['transport', 0, 70],
] as const;

test.concurrent.each(FAMILIES)(
  'the standard depth notices the faults of the family %s, and the full depth one of the few that it misses',
  async (family, most, least) => {
    const { faults, missable, missed } = await tryFamily(family, 1);
    expect(faults).toBeGreaterThan(least);
    expect(missable).toBeLessThanOrEqual(most);
    expect(missed).toEqual([]);
  },
  560_000,
);
