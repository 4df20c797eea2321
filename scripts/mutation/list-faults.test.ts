import { expect, test } from 'vitest';
import { sharedContract } from '../faults/built-in.ts';
import { faultsOf } from '../faults/library/table.ts';
import { sample, unnoticed } from './campaign.ts';

/** One fault in so many; those of filters and paging are many, and some are seen at the full depth only. */
const EVERY = [
  ['filters', 12],
  ['paging', 12],
  ['references', 6],
] as const;

test.concurrent.each(EVERY)(
  'the judge notices the faults of the family %s that can be seen',
  async (family, every) => {
    const faults = faultsOf(sharedContract()).filter(
      (fault) => fault.family === family && fault.unobservable === undefined,
    );
    const some = sample(faults, every);
    expect(some.length).toBeGreaterThan(10);
    expect(await unnoticed(some)).toEqual([]);
  },
  280_000,
);
