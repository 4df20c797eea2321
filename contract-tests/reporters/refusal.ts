// Why there is no report.

/** A run without verdicts. */
export type Refusal = {
  readonly target: string;
  readonly startedAt: string;
  /** What is wrong, and what to do. */
  readonly error: string;
};
