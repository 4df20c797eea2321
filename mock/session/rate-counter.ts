// How many calls each key has made in the window of a rate limit: fixed windows on the session's clock.

/** What a counted call is told. */
type Allowance = {
  readonly allowed: boolean;
  /** Calls that are left in this window, after this one. */
  readonly remaining: number;
  /** Whole seconds until the next window begins. */
  readonly seconds: number;
};

export type RateCounter = {
  /** Counts a call of `key`, of which `limit` are allowed in `window` seconds. A refused call is not counted. */
  readonly count: (key: string, limit: number, window: number, now: number) => Allowance;
  readonly fork: () => RateCounter;
  /** A counter that has counted nothing. */
  readonly cleared: () => RateCounter;
};

type Window = { readonly begin: number; readonly used: number };

/** How many keys are counted: whoever sends a new key with every call is forgotten first. */
const MOST_KEYS = 10_000;

export function createRateCounter(known: ReadonlyMap<string, Window> = new Map()): RateCounter {
  const windows = new Map(known);
  return {
    count: (key, limit, window, now) => {
      const begin = Math.floor(now / (window * 1000)) * window * 1000;
      const last = windows.get(key);
      const used = last?.begin === begin ? last.used : 0;
      const allowed = used < limit;
      windows.delete(key);
      windows.set(key, { begin, used: allowed ? used + 1 : used });
      const [oldest] = windows.keys();
      if (windows.size > MOST_KEYS && oldest !== undefined) windows.delete(oldest);
      const seconds = Math.max(1, Math.ceil((begin + window * 1000 - now) / 1000));
      return { allowed, remaining: allowed ? limit - used - 1 : 0, seconds };
    },
    fork: () => createRateCounter(windows),
    cleared: () => createRateCounter(),
  };
}
