// A credential: what it opens or fails to open, and under which names a user gives it.

/**
 * What a credential is for: `valid` opens the lists; a key that is named after a situation is refused for that reason;
 * `tenant` is one's own value of a tenant parameter, and `foreign-tenant` somebody else's.
 */
export type Role =
  | 'valid'
  | 'revoked-credential'
  | 'insufficient-scope'
  | 'insufficient-plan'
  | 'tenant'
  | 'foreign-tenant';

/** The roles of keys that are refused. */
export const REFUSED_ROLES = [
  'revoked-credential',
  'insufficient-scope',
  'insufficient-plan',
] as const satisfies readonly Role[];

export type Credential = {
  /** The vendor that it is for; it is never shown to another. */
  readonly api: string;
  /** Its member in a credentials file, under the name of the vendor. */
  readonly name: string;
  readonly role: Role;
  /** Whether it must never be shown. */
  readonly secret: boolean;
  /** The option without its dashes: `no-scope-token`. */
  readonly option: string;
  /** The environment variable: `ADS_KIT_NO_SCOPE_TOKEN`. */
  readonly variable: string;
  /** What the option's help calls the value: `token`. */
  readonly placeholder: string;
  /** For lists of credentials: `without scope`. */
  readonly label: string;
  /** For the option's help: `Layers key without the scope ads:read`. */
  readonly description: string;
  /** What the mock accepts; the first is the one that it prints. */
  readonly examples: readonly string[];
};

/** What a document says of a credential; the rest follows from its name. */
export type StatedCredential = {
  readonly name: string;
  readonly label?: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly examples?: readonly string[];
};

/** The names of a credential follow from its member: `noScopeToken` is --no-scope-token and ADS_KIT_NO_SCOPE_TOKEN. */
export function credentialOf(
  api: { readonly name: string; readonly title: string },
  role: Role,
  stated: StatedCredential,
): Credential {
  const { name, label = wordsOf(name), placeholder = 'value' } = stated;
  const isKey = role !== 'tenant' && role !== 'foreign-tenant';
  const option = kebab(name);
  return {
    api: api.name,
    name,
    role,
    secret: isKey,
    option,
    variable: variableOf(option),
    placeholder,
    label,
    description: stated.description ?? `${api.title} ${wordsOf(name)}`,
    examples: stated.examples ?? [`${isKey ? 'mock-key' : 'mock'}-${api.name}-${option}`],
  };
}

/**
 * All credentials, each once. Where two vendors have a credential of one name, or where its option is taken, the
 * vendor's name is put before option and variable.
 */
export function distinctCredentials(all: readonly Credential[], taken: readonly string[] = []): readonly Credential[] {
  const once = [...new Map(all.map((each) => [`${each.api} ${each.name}`, each])).values()];
  return once.map((credential) => {
    const { api, name } = credential;
    const own = kebab(name);
    const shared = once.some((other) => other.api !== api && kebab(other.name) === own);
    const option = shared || taken.includes(own) ? `${kebab(api)}-${own}` : own;
    return { ...credential, option, variable: variableOf(option) };
  });
}

function variableOf(option: string): string {
  return `ADS_KIT_${option.replaceAll('-', '_').toUpperCase()}`;
}

function kebab(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();
}

function wordsOf(name: string): string {
  return kebab(name).replaceAll('-', ' ');
}
