// What a world of one size says of itself, and what came of measuring it by turns with the smallest one.
import type { MeasuredQuery } from './queries.ts';
import type { Timing } from './timed.ts';

/** A query of a world, without its spellings. */
export type NamedQuery = Pick<MeasuredQuery, 'name' | 'kind' | 'limit'>;

/** A world that is ready. */
export type About = {
  readonly rows: number;
  /** From the start of the process to the first reply, in seconds: by the clock, and on all cores together. */
  readonly ready: { readonly wall: number; readonly cores: number };
  /** Megabytes after the first reply, and at most until then. */
  readonly memory: { readonly started: number; readonly most: number };
  readonly queries: readonly NamedQuery[];
};

/** One query in a world and in the smallest one: the medians of rounds, and of what the rounds have for a ratio. */
export type Compared = NamedQuery & {
  readonly here: Timing;
  readonly smallest: Timing;
  readonly ratio: { readonly p50: number; readonly p99: number };
};

export type Sessions = Readonly<Record<string, Timing>>;

export type Measured = {
  readonly about: About;
  readonly compared: readonly Compared[];
  readonly sessions: Sessions;
};
