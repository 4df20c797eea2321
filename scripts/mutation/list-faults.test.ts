import { expect, test } from 'vitest';
import { sample, unnoticed } from './campaign.ts';
import { faultsOf } from './faults/table.ts';
import { sharedContracts } from './run.ts';

test.each(['filters', 'paging', 'references'])(
  'the judge notices faults of the family %s',
  async (family) => {
    const faults = faultsOf(sharedContracts()).filter(
      (fault) => fault.family === family && fault.unobservable === undefined,
    );
    const some = sample(faults, 9);
    expect(some.length).toBeGreaterThan(5);
    expect(await unnoticed(some)).toEqual([]);
  },
  240_000,
);
