import { expect, test } from 'vitest';
import { unnoticed } from './campaign.ts';
import { faultsOf } from './faults/table.ts';
import { sharedContracts } from './run.ts';

test.each(['filters', 'paging', 'references'])(
  'the judge notices every fault of the family %s that can be seen',
  async (family) => {
    const faults = faultsOf(sharedContracts()).filter(
      (fault) => fault.family === family && fault.unobservable === undefined,
    );
    expect(faults.length).toBeGreaterThan(50);
    expect(await unnoticed(faults)).toEqual([]);
  },
  280_000,
);
