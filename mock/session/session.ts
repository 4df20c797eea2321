// One caller's private view of a world: rows, clock, counters. It shares with the others whatever it has not changed.
import type { KeptAnswers } from '../answer/kept-answers.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from './clock.ts';
import type { RateCounter } from './rate-counter.ts';

/** The rows of each list, by its name. */
export type Stores = Readonly<Record<string, Store>>;

export type Session = {
  readonly name: string;
  readonly stores: Stores;
  readonly clock: Clock;
  readonly rates: RateCounter;
  /** The tier that calls are counted by; undefined where nothing is counted. */
  readonly tier: string | undefined;
  readonly kept: KeptAnswers;
};
