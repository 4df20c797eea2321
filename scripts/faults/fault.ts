// A fault: a deliberate misbehaviour in front of the clean mock, and the documented statement that it breaks.
import type { MockOptions, MockServer } from '../../mock/index.ts';
import type { Api, Handler, Mock } from './built-in.ts';
import type { ListName } from './lists.ts';

export const FAMILIES = ['shape', 'filters', 'paging', 'references', 'authentication', 'errors', 'transport'] as const;
export type Family = (typeof FAMILIES)[number];

/** Puts a misbehaviour in front of a handler. `mock` gives the rows and the credentials. */
export type Wrap = (handler: Handler, mock: Mock) => Handler;

/** Where a misbehaviour sits: in front of the handler, in the bytes that come back, or in a server of its own. */
export type Place =
  | { readonly wrap: Wrap }
  | { readonly tamper: (send: typeof fetch, mock: Mock) => typeof fetch }
  | { readonly serve: (mock: Mock) => Promise<MockServer> };

type Facts = {
  readonly id: string;
  readonly family: Family;
  /** The id, in the register, of a clause that it breaks. */
  readonly clause: string;
  readonly summary: string;
  readonly api: Api;
  /** The only list that it shows in; undefined where it shows in several. */
  readonly list?: ListName;
  /** The world that it needs to be seen in. @default the default world */
  readonly world?: MockOptions;
  /** Milliseconds that the judge waits for one exchange. @default the judge's own */
  readonly timeout?: number;
  /** Why nobody can see it through the documented interface. */
  readonly unobservable?: string;
  /**
   * What the report must say: WARN only where the broken clause is a should; NO_VERDICT where no list of the vendor has
   * any useful answer, so that the judge says in a sentence that it cannot judge. @default 'FAIL'
   */
  readonly expect?: 'FAIL' | 'WARN' | 'NO_VERDICT';
};

export type Fault = Facts & Place;

/** Wraps put one in front of the other; the first is the innermost. */
export const both =
  (...wraps: readonly Wrap[]): Wrap =>
  (handler, mock) =>
    wraps.reduce((inner, wrap) => wrap(inner, mock), handler);
