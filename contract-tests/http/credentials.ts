// What the judge may show to the accused. A credential is shown to its own vendor only.
import type { Contract, Credential, Operation } from '../../spec/index.ts';

/**
 * What a user gives: values by vendor and name, as `ads-kit mock --json` prints them. A name that only one vendor has
 * may also stand without the vendor.
 */
export type Credentials = Readonly<Record<string, string | undefined | Readonly<Record<string, string | undefined>>>>;

/** Letters of a key below which a part of it tells nothing. */
const LEAST_PART = 12;

/** The credentials of one run. */
export type Keyring = {
  /** The value that was given; undefined where none, or an empty one, was. */
  readonly valueFor: (credential: Credential) => string | undefined;
  /** All secret values that were given. */
  readonly secrets: readonly string[];
};

/** Sorts what was given by the credentials that the contract knows. */
export function createKeyring({ credentials }: Pick<Contract, 'credentials'>, given: Credentials): Keyring {
  const valueFor = ({ api, name }: Pick<Credential, 'api' | 'name'>): string | undefined => {
    const own = given[api];
    const shared = credentials.some((other) => other.name === name && other.api !== api);
    const value = typeof own === 'object' ? own[name] : shared ? undefined : given[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const secrets = credentials.filter(({ secret }) => secret).flatMap((credential) => valueFor(credential) ?? []);
  // The password of a basic credential is a secret by itself.
  const passwords = secrets.flatMap((secret) => /^[^:]+:(.+)$/.exec(secret)?.[1] ?? []);
  // What near misses of a key show of it is as secret as the key.
  const parts = secrets.flatMap((secret) => {
    const middle = Math.floor(secret.length / 2);
    return [secret.slice(1), secret.slice(0, -2), secret.slice(0, middle), secret.slice(middle + 3)];
  });
  return { valueFor, secrets: [...secrets, ...passwords, ...parts.filter(({ length }) => length >= LEAST_PART)] };
}

/** The key that opens an operation's list; undefined for an operation that needs none. */
export function keyFor({ security }: Operation): Credential | undefined {
  return security.alternatives[0]?.scheme.credentials.valid;
}

/** The credentials that an operation cannot be read without, and that were not given. */
export function missingFor(operation: Operation, keyring: Keyring): readonly Credential[] {
  const key = operation.security.optional ? undefined : keyFor(operation);
  const needed = [...(key === undefined ? [] : [key]), ...operation.tenants.map(({ own }) => own)];
  return needed.filter((credential) => keyring.valueFor(credential) === undefined);
}
