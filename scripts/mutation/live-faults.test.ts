import { expect, test } from 'vitest';
import { sharedContract } from '../faults/built-in.ts';
import { faultsOf } from '../faults/library/table.ts';
import { unnoticed } from './campaign.ts';
import { onLiveData } from './variations/live.ts';

/** Plain faults, one for each way in which lists go wrong. */
const FAULTS = [
  'status-ignored-campaigns',
  'status-first-value-only-adsets',
  'status-join-1-ads',
  'since-exclusive-campaigns',
  'platforms-ignored-beside-status-ads',
  'boundary-row-lost-adsets',
  'boundary-row-twice-adsets',
  'cursor-forgets-filters-ads',
  'same-cursor-for-ever-campaigns',
  'limit-one-more-ads',
  'default-50-ads',
  'bad-cursor-422-ads',
  'total-of-page-accounts',
  'page-shown-always-1-accounts',
  'adset-dangling-middle-ads',
  'two-on-meta_ads-adAccounts',
  'no-key-served-ads',
  'no-scope-served-campaigns',
  'foreign-project-served-adsets',
  'invalid-status-ignored-accounts',
  'created-at-null-ads',
  'error-bare',
];

test('a fault is noticed although rows change all the time', async () => {
  const faults = faultsOf(sharedContract()).filter(({ id }) => FAULTS.includes(id));
  expect(faults.length).toBe(FAULTS.length);
  const live = faults.flatMap((fault, index) => onLiveData(fault, 200 + index) ?? []);
  expect(live.length).toBe(FAULTS.length);
  expect(await unnoticed(live)).toEqual([]);
}, 240_000);
