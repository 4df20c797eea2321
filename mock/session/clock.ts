// The clock of a session: every time that the mock tells or counts by. It begins at a documented instant and then runs.

/** What the clock says and whether it runs. Instants and times are in milliseconds. */
export type Clock = {
  readonly now: () => number;
  readonly frozen: () => boolean;
  /** Stops the clock, or lets it run on. */
  readonly freeze: (frozen: boolean) => void;
  readonly set: (instant: number) => void;
  readonly advance: (time: number) => void;
  /** Another clock that says the same, and runs as this one does. */
  readonly fork: () => Clock;
  /** A clock that stands still at this time, and whose forks run if this one does. */
  readonly held: () => Clock;
};

/** A clock that says `start` now. `elapsed` is real time; `runsOn` is whether the forks of a frozen clock run. */
export function createClock(
  start: number,
  frozen = false,
  elapsed: () => number = () => performance.now(),
  runsOn = false,
): Clock {
  let [base, since] = [start, frozen ? undefined : elapsed()];
  const now = (): number => (since === undefined ? base : base + Math.floor(elapsed() - since));
  const set = (instant: number): void => {
    base = instant;
    if (since !== undefined) since = elapsed();
  };
  return {
    now,
    frozen: () => since === undefined,
    freeze: (stop) => {
      base = now();
      since = stop ? undefined : elapsed();
    },
    set,
    advance: (time) => set(now() + time),
    fork: () => createClock(now(), since === undefined && !runsOn, elapsed),
    held: () => createClock(now(), true, elapsed, since !== undefined || runsOn),
  };
}
