// The one way in which a contract is refused: every mistake at once, each with its place and what to do.

/** One thing that a document says and that is not understood. */
export type Mistake = {
  /** The file, as the user named it. */
  readonly file: string;
  /** JSON Pointer into the document. */
  readonly pointer: string;
  /** The line in the file, from 1; undefined where the document did not come from a file. */
  readonly line?: number | undefined;
  readonly advice: string;
};

/** A contract says something that is not understood. The message has a line for each mistake. */
export class ContractError extends Error {
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[], options?: ErrorOptions) {
    super(mistakes.map(inOneLine).join('\n'), options);
    this.name = 'ContractError';
    this.mistakes = mistakes;
  }
}

/** `layers.yaml:12 #/paths: what to do`. */
function inOneLine({ file, pointer, line, advice }: Mistake): string {
  return `${file}${line === undefined ? '' : `:${line}`} #${pointer}: ${advice}`.replaceAll(/\s*\n\s*/g, ' ');
}
