// Who calls, and whether they may: credential, then scope or plan, then the tenant.
import type { Api, Operation } from '../spec/index.ts';
import type { Call } from './call.ts';
import { type Failure, refusal } from './failure.ts';

/** What a key may do. */
export type Grant = {
  /** The scope `*` stands for all of them. */
  readonly scopes: readonly string[];
  readonly state: 'active' | 'revoked' | 'no-plan';
};

/** Who may call this mock. */
export type Access = {
  /** The keys of each vendor, with what they were granted. */
  readonly keys: Readonly<Record<Api, ReadonlyMap<string, Grant>>>;
  /** The tenants that the keys belong to. */
  readonly tenants: ReadonlySet<string>;
  /** Tenants of somebody else. */
  readonly foreign: ReadonlySet<string>;
  /** Accept every credential that is not empty. @default false */
  readonly anyKey?: boolean;
};

/** The refusal of this call, or undefined where it may go on. */
export function refuseCaller(
  operation: Operation,
  call: Call,
  parameters: Readonly<Record<string, string>>,
  access: Access,
): Failure | undefined {
  const key = credentialOf(operation, call);
  if (key === undefined) return refusal(operation, 'no-credential');
  const grant =
    access.keys[operation.api].get(key) ??
    (access.anyKey === true ? { scopes: operation.security.scopes, state: 'active' } : undefined);
  if (grant === undefined) return refusal(operation, 'wrong-credential');
  if (grant.state === 'revoked') return refusal(operation, 'revoked-credential');
  if (grant.state === 'no-plan') return refusal(operation, 'insufficient-plan');
  const missing = operation.security.scopes.find(
    (scope) => !grant.scopes.includes(scope) && !grant.scopes.includes('*'),
  );
  if (missing !== undefined) {
    return refusal(operation, 'insufficient-scope', `The API key lacks the scope ${missing}.`, {
      requiredScope: missing,
    });
  }
  return refuseTenant(operation, parameters, access);
}

function refuseTenant(
  operation: Operation,
  parameters: Readonly<Record<string, string>>,
  access: Access,
): Failure | undefined {
  if (operation.tenant === undefined) return undefined;
  const tenant = parameters[operation.tenant.parameter] ?? '';
  if (access.tenants.has(tenant)) return undefined;
  // Somebody else's tenant is answered like one that does not exist, so that existence is not leaked.
  const situation = access.foreign.has(tenant) ? 'foreign-tenant' : 'unknown-tenant';
  return refusal(operation, situation, undefined, { [operation.tenant.parameter]: tenant });
}

/** The credential in the call's header; undefined where there is none or it has another form. */
function credentialOf(operation: Operation, call: Call): string | undefined {
  const { header, prefix } = operation.security;
  const value = call.headers[header]?.trim();
  if (value === undefined || value === '') return undefined;
  if (prefix === '') return value;
  const [scheme = '', ...rest] = value.split(/ +/);
  return scheme.toLowerCase() === prefix.toLowerCase() && rest.length === 1 ? rest[0] : undefined;
}
