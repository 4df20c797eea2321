// What the contract says against a call that was answered all the same.

/** What a consumer should mend. */
export type CallFinding = {
  readonly kind:
    | 'unknown-path'
    | 'wrong-method'
    | 'refused-caller'
    | 'rate-limited'
    | 'invalid-parameter'
    | 'unknown-parameter'
    | 'joined-values'
    | 'loose-timestamp';
  /** The parameter that it is about, where there is one. */
  readonly parameter?: string;
  readonly message: string;
};
