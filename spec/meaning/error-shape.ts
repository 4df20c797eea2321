// What every error body of a document looks like, and what is answered where no page says.

/** Where the parts of an error stand in every error body (`x-error`). */
export type ErrorPointers = {
  readonly code?: string;
  readonly message?: string;
  /** Structured context, an object. */
  readonly details?: string;
};

/** The failures that belong to no operation, and so to no page. */
export const UNDOCUMENTED = ['unknown-path', 'wrong-method', 'malformed-request', 'internal-error'] as const;

export type UndocumentedSituation = (typeof UNDOCUMENTED)[number];

/** The id of a request, told twice (`x-request-id`). */
export type RequestId = {
  readonly header: string;
  /** Where an error body repeats it. */
  readonly body?: string;
  /** What one looks like. */
  readonly example: string;
};

/** What is said of a failure. */
export type ErrorParts = {
  readonly code: string | undefined;
  readonly message: string;
  /** Where the message stands, null for nowhere. @default where it does in every error */
  readonly messageAt?: string | null | undefined;
  readonly requestId: string;
  readonly details?: Readonly<Record<string, unknown>>;
};

/** How one document says no. */
export type ErrorShape = ErrorPointers & {
  /** The body of an error, built from the least body of its own response, or else from the document's error schema. */
  readonly body: (parts: ErrorParts, least?: unknown) => unknown;
  readonly requestId?: RequestId;
  /** The code of each failure that no page documents. */
  readonly undocumented: Readonly<Record<UndocumentedSituation, string | undefined>>;
};
