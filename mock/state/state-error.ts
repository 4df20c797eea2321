// A change that cannot be made: which member is wrong, and what it may be.

export class StateError extends Error {
  /** 400 for a change that breaks the contract, 404 for a row or list that is not there. */
  readonly status: 400 | 404;
  /** The member that is wrong, where there is one. */
  readonly member: string | undefined;

  constructor(message: string, status: 400 | 404 = 400, member?: string) {
    super(message);
    this.name = 'StateError';
    this.status = status;
    this.member = member;
  }
}
