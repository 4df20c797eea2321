// For tests: whole families of faults, in one file for each core.
import { expect, test } from 'vitest';
import type { Fault } from '../faults/fault.ts';
import { tryFamily } from './campaign.ts';

/** A family, the share of it that only the full depth notices, at most, and how many faults it has at least. */
export type Family = readonly [family: Fault['family'], missable: number, least: number];

/** A test for each family; of what the standard depth misses, so many are tried at the full depth, where each takes seconds. */
export function testFamilies(families: readonly Family[], tried = Number.POSITIVE_INFINITY): void {
  test.concurrent.each(families)(
    'the standard depth notices the faults of the family %s but a few at most, and the full depth what it misses',
    async (family, most, least) => {
      const { faults, missable, missed } = await tryFamily(family, tried);
      expect(faults).toBeGreaterThan(least);
      expect(missable).toBeLessThanOrEqual(most);
      expect(missed).toEqual([]);
    },
    560_000,
  );
}
