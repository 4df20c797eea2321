// What the judge may show to the accused. A credential is shown to its own vendor only.
import type { Contract, Credential, Operation } from '../../spec/index.ts';
import { CannotJudge } from '../cannot-judge.ts';

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
    // Around a header's value blanks mean nothing (RFC 9110, 5.5): a file or a variable often ends with a line break.
    const text = typeof value === 'string' ? value.trim() : '';
    return text === '' ? undefined : text;
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

/** Throws CannotJudge for a key that no header can carry (RFC 9110, 5.5), as one with a line break. */
export function checkSendable(operations: readonly Operation[], keyring: Keyring): void {
  const schemes = operations.flatMap(({ security }) => security.alternatives.map(({ scheme }) => scheme));
  const inHeaders = schemes.filter((scheme) => scheme.in !== 'query' && !scheme.basic);
  const wrong = inHeaders
    .flatMap(({ credentials }) => Object.values(credentials))
    .find((credential) => /[^\t\x20-\x7e\x80-\xff]/.test(keyring.valueFor(credential) ?? ''));
  if (wrong !== undefined)
    throw new CannotJudge(
      `The value of ${wrong.variable} (--${wrong.option}) has a line break or a letter in it that no header can carry. Give it as it was issued.`,
    );
}

/** The credentials that an operation cannot be read without. */
export function neededFor(operation: Operation): readonly Credential[] {
  const key = operation.security.optional ? undefined : keyFor(operation);
  return [...(key === undefined ? [] : [key]), ...operation.tenants.map(({ own }) => own)];
}

/** Those of them that were not given. */
export function missingFor(operation: Operation, keyring: Keyring): readonly Credential[] {
  return neededFor(operation).filter((credential) => keyring.valueFor(credential) === undefined);
}
