import { expect, test } from 'vitest';
import { half, unnoticed } from './campaign.ts';
import { faultsOf } from './faults/table.ts';
import { sharedContracts } from './run.ts';

test.each(['shape', 'authentication', 'errors', 'transport'])(
  'the judge notices the faults of the family %s that can be seen',
  async (family) => {
    const faults = faultsOf(sharedContracts()).filter(
      (fault) => fault.family === family && fault.unobservable === undefined,
    );
    const some = half(faults);
    expect(some.length).toBeGreaterThan(25);
    expect(await unnoticed(some)).toEqual([]);
  },
  280_000,
);
