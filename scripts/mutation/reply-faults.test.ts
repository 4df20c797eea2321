import { expect, test } from 'vitest';
import { sharedContract } from '../faults/built-in.ts';
import { faultsOf } from '../faults/library/table.ts';
import { sample, unnoticed } from './campaign.ts';

test.concurrent.each(['shape', 'authentication', 'errors', 'transport'])(
  'the judge notices the faults of the family %s that can be seen',
  async (family) => {
    const faults = faultsOf(sharedContract()).filter(
      (fault) => fault.family === family && fault.unobservable === undefined,
    );
    const some = sample(faults, 4);
    expect(some.length).toBeGreaterThan(10);
    expect(await unnoticed(some)).toEqual([]);
  },
  280_000,
);
