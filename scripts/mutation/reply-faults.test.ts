import { expect, test } from 'vitest';
import { sharedContract } from '../faults/built-in.ts';
import { faultsOf } from '../faults/library/table.ts';
import { missedAtFull, missedAtStandard } from './campaign.ts';

/** The share of a family that only the full depth notices, at most, and faults of it. */
const FAMILIES = [
  ['shape', 0, 590],
  ['authentication', 0.08, 80],
  ['errors', 0, 50],
  ['transport', 0, 70],
] as const;
/** Of what the standard depth misses, so many are tried at the full depth, where each takes seconds. */
const TRIED = 1;

test.concurrent.each(FAMILIES)(
  'the standard depth notices the faults of the family %s, and the full depth the few that it misses',
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
