// What comes in and what goes out, free of sockets.

/** A request as the mock sees it. */
export type Call = {
  readonly method: string;
  /** The path, still percent-encoded. */
  readonly path: string;
  /** The query, without its question mark, still percent-encoded. */
  readonly query: string;
  /** Header values by name in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
};

/** A response; the body is JSON. */
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
};
