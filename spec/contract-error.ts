// The one way in which a contract document is refused.

/** A contract document says something that is not understood: where, and what to do about it. */
export class ContractError extends Error {
  readonly document: string;
  /** JSON Pointer into the document. */
  readonly pointer: string;

  constructor(document: string, pointer: string, advice: string, options?: ErrorOptions) {
    super(`${document}#${pointer}: ${advice}`, options);
    this.name = 'ContractError';
    this.document = document;
    this.pointer = pointer;
  }
}
