// What was sent and what came.
import { at, type Credential, type Operation, type Situation } from '../../spec/index.ts';
import type { Alteration } from './altered-key.ts';

/** What a request shows: a credential that was given, the same with something wrong, or none. */
export type Shown = Credential | 'none' | { readonly altered: Credential; readonly alteration: Alteration };

/** One GET. */
export type Request = {
  readonly operation: Operation;
  /** Query parameters in order; repeated for several values. */
  readonly query: readonly (readonly [string, string])[];
  readonly credential: Shown;
  /** The values of the tenant parameters, by their names. */
  readonly tenants: Readonly<Record<string, string>>;
  /** Headers beside the credential, names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * What the documentation promises: `list` a 200 with rows; `refusal` an error of a known kind; `either` one of the two;
   * `open` nothing, so that the reply is only observed.
   */
  readonly expect: 'list' | 'refusal' | 'either' | 'open';
  /** The situation that the call brings about, where it is to be refused for one. */
  readonly situation?: Situation;
};

/**
 * Why a reply has no JSON body: `unsendable` was never asked for, `too-large` is longer than is read, and neither is a
 * breach; `too-many-rows` and `too-deep` are what no documented reply can be.
 */
type ProblemKind =
  | 'unreachable'
  | 'timeout'
  | 'unsendable'
  | 'too-large'
  | 'too-many-rows'
  | 'too-deep'
  | 'undecodable'
  | 'not-utf8'
  | 'not-json'
  | 'redirect';

export type Problem = { readonly kind: ProblemKind; readonly detail: string } | undefined;

/** One request and its last reply, after retries. */
export type Exchange = {
  readonly request: Request;
  /** The names of further headers, that a gateway asks for. */
  readonly gateway?: readonly string[];
  /** What was asked, a key in the query left out. */
  readonly url: string;
  /** 0 where no reply came. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly problem: Problem;
};

/** The exchanges of one operation, in their order. */
export function exchangesOf(operation: Operation, all: readonly Exchange[]): readonly Exchange[] {
  return all.filter(({ request }) => request.operation === operation);
}

/** Whether the exchange brought a JSON body with status 200. */
export function isList(exchange: Exchange): boolean {
  return exchange.status === 200 && exchange.problem === undefined;
}

/** Whether the exchange brought rows, or an array without any, where the list has them. */
export function holdsRows(exchange: Exchange): boolean {
  return isList(exchange) && Array.isArray(at(exchange.body, exchange.request.operation.list.items));
}
