// An operation as mock and judge use it: the OpenAPI operation with its meaning read out of the x- words.
import type { ReplySchema } from '../schema/reply-schema.ts';
import type { ErrorShape } from './error-shape.ts';
import type { Filter } from './filter.ts';
import type { Paging, SizeBounds } from './paging.ts';
import type { Parameter } from './parameter.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Rule } from './rule.ts';
import type { Security, Tenant } from './security.ts';
import type { ListOrder, Sorting } from './sorting.ts';

/** What a list holds and how it is read (`x-list`). */
export type ListMeaning = {
  /** What a row is. The name belongs to its document: two documents may both have campaigns. */
  readonly resource: string;
  /** The resource, with the vendor's name before it where two documents share it: what stores and data are called by. */
  readonly name: string;
  /** JSON Pointer to the rows in the reply; empty where the reply is the array of rows itself. */
  readonly items: string;
  /** The member that identifies a row. */
  readonly key: string;
  /** Members of which no two rows share a value. */
  readonly unique: readonly string[];
  readonly paging: Paging;
  /** Bounds of the page size; absent where a page has no size that one can ask for. */
  readonly size?: SizeBounds;
  readonly order?: ListOrder;
  readonly sorting?: Sorting;
  readonly clauses: readonly string[];
};

/** A member that names a row of another list of the same document (`x-ref`). */
export type Reference = {
  readonly from: string;
  readonly to: string;
  readonly field: string;
  /** Members that both rows must have alike. */
  readonly agree: readonly string[];
  /** The member whose own reference may lead nowhere: where it does, this one may too. */
  readonly missingWith?: string;
  readonly clauses: readonly string[];
};

/** The ways in which a call is refused or fails, as the contract's `x-when` names them. */
export const SITUATIONS = [
  'no-credential',
  'wrong-credential',
  'revoked-credential',
  'insufficient-scope',
  'insufficient-plan',
  'unknown-tenant',
  'foreign-tenant',
  'invalid-parameter',
  'rate-limited',
  'internal-error',
] as const;

export type Situation = (typeof SITUATIONS)[number];

/** What a situation answers. */
export type Refusal = {
  readonly status: number;
  /** Undefined where errors of this document have no code. */
  readonly code: string | undefined;
  /** Further codes that the documentation's contradictions allow. */
  readonly accept: readonly string[];
  readonly message: string;
  /** The least body that its response allows; undefined where no schema describes one. */
  readonly least: unknown;
  /** Where its own response has a text of any kind for the message; null for nowhere, undefined where no schema describes one. */
  readonly messageAt?: string | null;
  /** Documented for the vendor's other operations only: reported, never judged. */
  readonly observed: boolean;
  readonly clauses: readonly string[];
};

/** Where the body of a refusal for too many calls says how many seconds to wait (`x-retry-after`); the header says it by itself. */
export type RetryAfter = { readonly pointer: string; readonly pattern?: string };

export type Operation = {
  /** The `operationId`; with the vendor's name before it where two documents share it. */
  readonly id: string;
  readonly api: string;
  /** The name of the document that holds it. */
  readonly document: string;
  /** JSON Pointer to the operation in its document. */
  readonly pointer: string;
  readonly method: 'GET';
  /** The path behind the host, the path of the document's server before it. */
  readonly path: string;
  readonly summary: string;
  /** The page that documents the operation, as the register names it. */
  readonly page: string;
  /** The page of the register whose clauses concern every operation of the vendor. */
  readonly facts: string | undefined;
  /** Clauses of that page that are about filters of the vendor's other operations only. */
  readonly elsewhere: ReadonlySet<string>;
  /** Whether every word of the document is a must of its own: it has no register. */
  readonly binding: boolean;
  /** The clauses that allow replies to have more members than documented. */
  readonly additive: readonly string[];
  readonly list: ListMeaning;
  readonly parameters: readonly Parameter[];
  readonly filters: readonly Filter[];
  readonly references: readonly Reference[];
  readonly rules: readonly Rule[];
  /** The least reply that keeps the schema of the 200: what stands around the rows, where no page follows. */
  readonly envelope: unknown;
  /** JSON Pointer to the schema of a row. */
  readonly rowSchema: string;
  /** The only values that a row's member can have, where the contract lists them. */
  readonly fieldValues: ReadonlyMap<string, readonly unknown[]>;
  readonly security: Security;
  readonly tenants: readonly Tenant[];
  readonly error: ErrorShape;
  readonly refusals: Readonly<Partial<Record<Situation, Refusal>>>;
  readonly retryAfter?: RetryAfter;
  /** How many calls a key may make to the document's operations together, where that is documented. */
  readonly rateLimit?: RateLimit;
  /** The schema of a reply with this status: the one documented for it, else the document's `default`. */
  readonly reply: (status: number) => ReplySchema | undefined;
  /** All statuses that the contract documents. */
  readonly statuses: readonly number[];
};
