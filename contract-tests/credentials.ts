// What the judge may show to the accused, and the names under which evidence speaks of it.
import type { Api, Operation } from '../spec/index.ts';

/** Every credential by the name that options, environment and files use; what is missing was not given. */
export type Credentials = {
  readonly project?: string;
  readonly token?: string;
  readonly noScopeToken?: string;
  readonly foreignProject?: string;
  readonly apiKey?: string;
  readonly revokedKey?: string;
  readonly noPlanKey?: string;
};

export type CredentialName = keyof Credentials;

/** The environment variable of each credential; `curl` lines in evidence name the same. */
export const ENVIRONMENT = {
  project: 'ADS_KIT_PROJECT',
  token: 'ADS_KIT_TOKEN',
  noScopeToken: 'ADS_KIT_NO_SCOPE_TOKEN',
  foreignProject: 'ADS_KIT_FOREIGN_PROJECT',
  apiKey: 'ADS_KIT_API_KEY',
  revokedKey: 'ADS_KIT_REVOKED_KEY',
  noPlanKey: 'ADS_KIT_NO_PLAN_KEY',
} as const satisfies Record<CredentialName, string>;

/** The credentials that must never be shown. */
const SECRET: readonly CredentialName[] = ['token', 'noScopeToken', 'apiKey', 'revokedKey', 'noPlanKey'];

/** The credential that opens each vendor's lists. */
export const KEY_OF: Record<Api, CredentialName> = { layers: 'token', klayrai: 'apiKey' };

/** All secret values that were given. */
export function secretsOf(credentials: Credentials): readonly string[] {
  return SECRET.flatMap((name) => credentials[name] ?? []).filter((secret) => secret.length > 0);
}

/** The credentials that an operation cannot be read without, and that were not given. */
export function missingFor(operation: Operation, credentials: Credentials): readonly CredentialName[] {
  const needed = [KEY_OF[operation.api], ...(operation.tenant === undefined ? [] : [operation.tenant.credential])];
  return (needed as CredentialName[]).filter((name) => (credentials[name] ?? '') === '');
}
