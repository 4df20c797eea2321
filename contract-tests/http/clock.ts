// The clock that the judge measures time and waits by.

/** Times in milliseconds. */
export type Clock = {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
};

/** The clock of the machine. */
export const machineClock: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
