// The one way in which a run ends without verdicts.

/** No verdict is possible: the sentence says what to do. Exit status 2. */
export class CannotJudge extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CannotJudge';
  }
}
