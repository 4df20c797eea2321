import { expect, test } from 'vitest';
import { sample, unnoticed } from './campaign.ts';
import { faultsOf } from './faults/table.ts';
import { sharedContracts } from './run.ts';

test.each(['filters', 'paging', 'references'])(
  'the judge notices the faults of the family %s that can be seen',
  async (family) => {
    const faults = faultsOf(sharedContracts()).filter(
      (fault) => fault.family === family && fault.unobservable === undefined,
    );
    const some = sample(faults, 4);
    expect(some.length).toBeGreaterThan(10);
    expect(await unnoticed(some)).toEqual([]);
  },
  280_000,
);
