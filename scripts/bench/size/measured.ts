// What a world of one size says of itself, as the process that measures it prints it.
import type { QueryKind } from './queries.ts';
import type { Timing } from './timed.ts';

export type MeasuredTiming = Timing & { readonly name: string; readonly kind: QueryKind; readonly limit: number };

export type Measured = {
  readonly rows: number;
  /** From the start of the process to the first reply, in seconds: by the clock, and on all cores together. */
  readonly ready: { readonly wall: number; readonly cores: number };
  /** Megabytes after the first reply, and at most until then. */
  readonly memory: { readonly started: number; readonly most: number };
  readonly queries: readonly MeasuredTiming[];
  readonly sessions: Readonly<Record<string, Timing>>;
};
