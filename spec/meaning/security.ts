// How a call proves who makes it, and whose rows it asks for.
import type { Credential, Role } from './credential.ts';

/** One way to show a key. */
export type SecurityScheme = {
  readonly name: string;
  /** Where the key stands. */
  readonly in: 'header' | 'query' | 'cookie';
  /** The header (lower case), query parameter or cookie. */
  readonly parameter: string;
  /** Put before the key, with a space: `Bearer`; empty for a bare key. */
  readonly prefix: string;
  /** Whether the key, `user:password`, is sent as base64 (RFC 7617). */
  readonly basic: boolean;
  readonly credentials: Readonly<Partial<Record<Role, Credential>>>;
  readonly clauses: readonly string[];
};

/** One of the ways in which an operation may be called, and the scopes that it then asks for. */
type SecurityRequirement = { readonly scheme: SecurityScheme; readonly scopes: readonly string[] };

/** The ways in which an operation may be called, the one that the judge uses first; none for an open operation. */
export type Security = {
  readonly alternatives: readonly SecurityRequirement[];
  /** Whether a call without a key is served too. */
  readonly optional: boolean;
  readonly clauses: readonly string[];
};

/** The parameter that says whose rows are listed (`x-tenant`). */
export type Tenant = {
  readonly parameter: string;
  readonly in: 'path' | 'query' | 'header';
  /** The caller's own value, and somebody else's. */
  readonly own: Credential;
  readonly foreign?: Credential;
  readonly clauses: readonly string[];
};

/** The key as it stands behind the name of its header, query parameter or cookie. */
export function shownKey({ prefix, basic }: Pick<SecurityScheme, 'prefix' | 'basic'>, key: string): string {
  const text = basic ? Buffer.from(key).toString('base64') : key;
  return prefix === '' ? text : `${prefix} ${text}`;
}

/** The credential of this role, in whichever of the ways of calling has one. */
export function credentialFor(operation: { readonly security: Security }, role: Role): Credential | undefined {
  return operation.security.alternatives
    .map(({ scheme }) => scheme.credentials[role])
    .find((each) => each !== undefined);
}
