// The state in which sessions of a world begin.
import { buildWorld, NOW, type WorldOptions } from '../../fixtures/index.ts';
import { type Contract, didYouMean } from '../../spec/index.ts';
import type { Fault } from '../faults/fault.ts';
import { createStore } from '../store/store.ts';
import { createClock } from './clock.ts';
import { createRateCounter } from './rate-counter.ts';
import type { State, Stores } from './session.ts';

/** What a world begins with, beside its rows. */
export type Beginning = {
  readonly faults: readonly Fault[];
  readonly tier: string | undefined;
  readonly frozen: boolean;
};

/** Builds the world, and the state of whoever enters it. */
export function beginWorld(contract: Contract, options: WorldOptions, beginning: Beginning): State {
  const { sources, scenario, seed } = buildWorld(contract, options);
  const stores: Stores = Object.fromEntries(
    contract.operations.flatMap((operation) => {
      const source = sources[operation.list.name];
      return source === undefined ? [] : [[operation.list.name, createStore(operation, source)]];
    }),
  );
  return {
    stores,
    sources,
    clock: createClock(NOW, beginning.frozen),
    rates: createRateCounter(),
    tier: beginning.tier,
    faults: [...beginning.faults],
    left: [],
    made: new Map(),
    scheduled: [],
    scenario,
    seed,
  };
}

/** Throws a RangeError where no document has the tier. */
export function checkTier({ documents }: Contract, tier: string | undefined): void {
  const names = [...new Set(documents.flatMap(({ rateLimit }) => Object.keys(rateLimit?.tiers ?? {})))];
  if (tier === undefined || names.includes(tier)) return;
  const known = names.length === 0 ? 'The contract has no x-rate-limit.' : `The contract has ${names.join(', ')}.`;
  throw new RangeError(`There is no tier ${tier}. ${known}${didYouMean(tier, names)}`);
}
