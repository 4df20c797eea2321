// Who calls, and whether they may: key, then the number of calls, then scope or plan, then the tenant.
import {
  type Credential,
  type Operation,
  REFUSED_ROLES,
  type Role,
  type SecurityScheme,
  type Tenant,
} from '../../spec/index.ts';
import type { Call } from './call.ts';
import { type Failure, refusal } from './failure.ts';

/** Who may call this mock. */
export type Access = {
  /** What a key of this vendor is for; undefined for one that nobody was given. */
  readonly roleOf: (api: string, key: string) => Role | undefined;
  /** Accept every key that is not empty. @default false */
  readonly anyKey?: boolean;
};

/** The access that the examples of a contract's credentials give. */
export function accessOf(credentials: readonly Credential[], anyKey: boolean): Access {
  const roles = new Map(
    credentials.flatMap(({ api, role, examples }) => examples.map((key) => [`${api} ${key}`, role] as const)),
  );
  return { roleOf: (api, key) => roles.get(`${api} ${key}`), anyKey };
}

/** The refusal of this call, or undefined where it may go on. */
export function refuseCaller(
  operation: Operation,
  call: Call,
  parameters: Readonly<Record<string, string>>,
  access: Access,
  count: CountCall = () => undefined,
): Failure | undefined {
  return refuseKey(operation, call, access, count) ?? refuseTenant(operation, call, parameters);
}

/** Counts a call with a key that is good, or lacks no more than a scope or a plan; the refusal of one too many. */
export type CountCall = (key: string) => Failure | undefined;

function refuseKey(operation: Operation, call: Call, access: Access, count: CountCall): Failure | undefined {
  const { alternatives, optional } = operation.security;
  const shown = alternatives
    .map(({ scheme, scopes }) => ({ key: keyIn(scheme, call), scopes }))
    .find(({ key }) => key !== undefined);
  if (shown?.key === undefined) return optional ? count('') : refusal(operation, 'no-credential');
  const role = access.roleOf(operation.api, shown.key) ?? (access.anyKey === true ? 'valid' : undefined);
  const refused = REFUSED_ROLES.find((each) => each === role);
  if (refused === undefined && role !== 'valid') return refusal(operation, 'wrong-credential');
  if (refused === 'revoked-credential') return refusal(operation, refused);
  const tooMany = count(shown.key);
  if (tooMany !== undefined) return tooMany;
  if (refused === 'insufficient-scope') {
    const [missing] = shown.scopes;
    if (missing === undefined) return undefined;
    return refusal(operation, refused, `The API key lacks the scope ${missing}.`, { requiredScope: missing });
  }
  return refused === undefined ? undefined : refusal(operation, refused);
}

function refuseTenant(
  operation: Operation,
  call: Call,
  parameters: Readonly<Record<string, string>>,
): Failure | undefined {
  for (const tenant of operation.tenants) {
    const value = tenantIn(tenant, call, parameters);
    if (tenant.own.examples.includes(value)) continue;
    // Where the document says how a call is refused that lacks what it needs, a tenant that is not named is no unknown one.
    if (value === '' && tenant.in !== 'path' && operation.refusals['invalid-parameter'] !== undefined)
      return refusal(operation, 'invalid-parameter', `${tenant.parameter} is required.`, {
        parameter: tenant.parameter,
      });
    // Somebody else's tenant is answered as the contract says: often like one that does not exist.
    const situation = tenant.foreign?.examples.includes(value) === true ? 'foreign-tenant' : 'unknown-tenant';
    return refusal(operation, situation, undefined, { [tenant.parameter]: value });
  }
  return undefined;
}

function tenantIn(
  { parameter, in: where }: Tenant,
  { headers, query }: Call,
  parameters: Readonly<Record<string, string>>,
): string {
  if (where === 'path') return parameters[parameter] ?? '';
  if (where === 'header') return headers[parameter.toLowerCase()] ?? '';
  return new URLSearchParams(query).get(parameter) ?? '';
}

/** The key that the call shows in this way; undefined where there is none or it has another form. */
function keyIn({ in: where, parameter, prefix, basic }: SecurityScheme, { headers, query }: Call): string | undefined {
  if (where === 'query') return new URLSearchParams(query).get(parameter) || undefined;
  if (where === 'cookie') return cookieIn(headers.cookie ?? '', parameter);
  const value = headers[parameter]?.trim();
  if (value === undefined || value === '') return undefined;
  if (prefix === '') return value;
  const [scheme = '', ...rest] = value.split(/ +/);
  const [key] = rest;
  if (scheme.toLowerCase() !== prefix.toLowerCase() || rest.length !== 1 || key === undefined) return undefined;
  return basic ? Buffer.from(key, 'base64').toString() : key;
}

function cookieIn(header: string, name: string): string | undefined {
  const pair = header.split(/; */).find((each) => each.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) || undefined;
}
