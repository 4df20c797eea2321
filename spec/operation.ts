// An operation as mock and judge use it: the OpenAPI operation with its meaning read out of the x- words.
import type { Filter } from './filter.ts';
import type { ReplySchema } from './reply-schema.ts';

/** The vendors, by the name of their contract document. */
export type Api = 'layers' | 'klayrai';

/** One row of a list: a JSON object. */
export type Row = Readonly<Record<string, unknown>>;

/** How a list is cut into pages; the strings are names of query parameters and JSON Pointers into the reply. */
export type Paging =
  | { readonly style: 'none' }
  | {
      readonly style: 'cursor';
      readonly cursor: string;
      readonly limit: string;
      readonly next: string;
      readonly badCursor: 'first-page';
    }
  | { readonly style: 'page'; readonly page: string; readonly size: string; readonly meta: string };

/** The documented bounds of the page-size parameter, in rows. */
export type SizeBounds = { readonly minimum: number; readonly maximum: number; readonly default: number };

/** What a list holds and how it is read (`x-list`). */
export type ListMeaning = {
  readonly resource: string;
  /** JSON Pointer to the rows in the reply. */
  readonly items: string;
  /** The member that identifies a row. */
  readonly key: string;
  /** Members of which no two rows share a value. */
  readonly unique: readonly string[];
  readonly paging: Paging;
  /** Bounds of the page size; absent where the list is not paginated. */
  readonly size?: SizeBounds;
};

/** A member that names a row of another list (`x-ref`). */
export type Reference = {
  readonly from: string;
  readonly to: string;
  readonly field: string;
  /** Members that both rows must have alike. */
  readonly agree: readonly string[];
  readonly clauses: readonly string[];
};

/** A way in which a call is refused or fails, as the contract's `x-when` names it. */
export type Situation =
  | 'no-credential'
  | 'wrong-credential'
  | 'revoked-credential'
  | 'insufficient-scope'
  | 'insufficient-plan'
  | 'unknown-tenant'
  | 'foreign-tenant'
  | 'invalid-parameter'
  | 'rate-limited'
  | 'internal-error';

/** What a situation answers. */
export type Refusal = {
  readonly status: number;
  readonly code: string;
  /** Further codes that the documentation's contradictions allow. */
  readonly accept: readonly string[];
  readonly message: string;
  /** Documented for the vendor's other operations only: reported, never judged. */
  readonly observed: boolean;
  readonly clauses: readonly string[];
};

/** A query or header parameter that is part of the contract. */
export type Parameter = {
  readonly name: string;
  readonly in: 'query' | 'header' | 'path';
  readonly type: 'string' | 'integer' | 'boolean' | 'array';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly allowed: readonly (string | number | boolean)[];
  readonly default?: string | number | boolean;
  readonly example?: string;
  readonly clauses: readonly string[];
};

/** How a call proves who makes it. */
export type Security = {
  readonly header: string;
  /** Put before the credential in the header, with a space; empty for a bare key. */
  readonly prefix: string;
  readonly scopes: readonly string[];
  readonly clauses: readonly string[];
};

/** The path parameter that says whose rows are listed (`x-tenant`). */
export type Tenant = {
  readonly parameter: string;
  /** The credential that holds the caller's own value, and the one that holds somebody else's. */
  readonly credential: string;
  readonly foreign: string;
  readonly clauses: readonly string[];
};

export type Operation = {
  readonly id: string;
  readonly api: Api;
  readonly method: 'GET';
  readonly path: string;
  readonly summary: string;
  /** The page that documents the operation, as the register names it. */
  readonly page: string;
  readonly list: ListMeaning;
  readonly parameters: readonly Parameter[];
  readonly filters: readonly Filter[];
  readonly references: readonly Reference[];
  /** The only values that a row's member can have, where the contract lists them. */
  readonly fieldValues: ReadonlyMap<string, readonly unknown[]>;
  readonly security: Security;
  readonly tenant?: Tenant;
  readonly refusals: Readonly<Partial<Record<Situation, Refusal>>>;
  /** The schema of a reply with this status: the one documented for it, else the document's `default`. */
  readonly reply: (status: number) => ReplySchema | undefined;
  /** All statuses that the contract documents. */
  readonly statuses: readonly number[];
};
