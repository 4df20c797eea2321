import { expect, test } from 'vitest';
import { sharedContract } from '../faults/built-in.ts';
import { faultsOf } from '../faults/library/table.ts';
import { missedAtFull, missedAtStandard } from './campaign.ts';
import { testFamilies } from './families.ts';

/** Faults of a family that are tried at the full depth: more are missed than a test run has time for. */
const TRIED = 1;

testFamilies(
  [
    ['filters', 0.09, 350],
    ['paging', 0.07, 280],
    ['references', 0, 80],
  ],
  TRIED,
);

test('a deployment that remembers its latest cursor only is noticed, for other walks begin between two pages of one', async () => {
  const faults = faultsOf(sharedContract()).filter(({ id }) => id.startsWith('latest-cursor-only-'));
  expect(faults.length).toBeGreaterThan(1);
  // Where all rows fit on a page of the default size, few walks of the standard depth have a second page.
  const [many, few] = [
    faults.filter(({ list }) => list !== 'campaigns'),
    faults.filter(({ list }) => list === 'campaigns'),
  ];
  expect(await missedAtStandard(many)).toEqual([]);
  expect(await missedAtFull(few)).toEqual([]);
}, 560_000);
