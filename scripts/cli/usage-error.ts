// What a user of the command did that cannot work: one sentence that says what to do. Exit status 2.
export class UsageError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UsageError';
  }
}
