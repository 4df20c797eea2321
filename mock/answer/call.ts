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
  /** The path under which the mock is mounted, before its own paths. @default none */
  readonly prefix?: string;
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
  /** How it is sent. @default at once, and whole */
  readonly delivery?: Delivery;
  /** The names of the faults that met this call. */
  readonly faults?: readonly string[];
};

/** How an answer is sent: late, in pieces, or not to its end. Times are in milliseconds. */
export type Delivery = {
  readonly delay?: number;
  /** From the first piece of the body to its last. */
  readonly pace?: number;
  /** The connection is broken off before the answer, or within the body. */
  readonly ending?: 'reset' | 'cut';
  /** How much of the body comes, where it is cut: from 0 to 1. */
  readonly share?: number;
};
