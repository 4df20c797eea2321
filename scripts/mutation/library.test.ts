import { expect, test } from 'vitest';
import { sharedContract } from '../faults/built-in.ts';
import { faultsOf } from '../faults/library/table.ts';
import { falseAlarms } from './campaign.ts';
import { liveVariations } from './variations/live.ts';
import { steadyVariations } from './variations.ts';

test('the library has many faults, each with an id of its own and a clause of the register', () => {
  const contract = sharedContract();
  const faults = faultsOf(contract);
  expect(faults.filter(({ unobservable }) => unobservable === undefined).length).toBeGreaterThan(1000);
  expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
  expect(faults.filter(({ clause }) => !contract.register.has(clause)).map(({ id }) => id)).toEqual([]);
});

test('the judge raises no alarm about a deployment that is right and different', async () => {
  expect(steadyVariations.length).toBeGreaterThan(140);
  expect(await falseAlarms(steadyVariations)).toEqual([]);
}, 560_000);

test('the judge raises no alarm about a deployment whose rows change all the time', async () => {
  expect(await falseAlarms(liveVariations(12))).toEqual([]);
}, 560_000);
