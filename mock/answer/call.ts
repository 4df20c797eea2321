// What comes in and what goes out, free of sockets.
import type { CallFinding } from './exchange-finding.ts';
import type { JsonBody } from './json-body.ts';

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

/** A response whose body is not written yet, and what the contract says against the call. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: JsonBody;
  readonly findings: readonly CallFinding[];
};
