import { expect, test } from 'vitest';
import { sharedContract } from './built-in.ts';
import { sample, unnoticed } from './campaign.ts';
import { faultsOf } from './faults/table.ts';

test.concurrent.each(['filters', 'paging', 'references'])(
  'the judge notices the faults of the family %s that can be seen',
  async (family) => {
    const faults = faultsOf(sharedContract()).filter(
      (fault) => fault.family === family && fault.unobservable === undefined,
    );
    const some = sample(faults, 6);
    expect(some.length).toBeGreaterThan(10);
    expect(await unnoticed(some)).toEqual([]);
  },
  280_000,
);
