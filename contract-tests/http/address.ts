// Where a request goes and what it carries: the one place that knows how a key, a tenant and a header are sent.
import type { SecurityScheme } from '../../spec/index.ts';
import { alteredKey, type SentKey, sentKey } from './altered-key.ts';
import type { Keyring } from './credentials.ts';
import type { Request, Shown } from './exchange.ts';

/** A request as it is sent. */
type Address = {
  readonly url: string;
  /** The URL without a key that stands in its query. */
  readonly shownUrl: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** What every request of a run has: where it goes, and the headers that a gateway asks for. */
type Base = { readonly baseUrl: string; readonly headers: Readonly<Record<string, string>> };

/** The address of a request; `keyring` has the values of what it shows. */
export function addressOf(
  { baseUrl, headers: gateway }: Base,
  request: Request,
  keyring: Pick<Keyring, 'valueFor'>,
): Address {
  const { operation, tenants, query } = request;
  const schemes = operation.security.alternatives.map(({ scheme }) => scheme);
  const key = keyOf(request.credential, schemes, keyring);
  let path = operation.path;
  const values = { ...fixedIn(request, 'path'), ...tenants };
  for (const [name, each] of Object.entries(values)) path = path.replace(`{${name}}`, encode(each));
  const ofTenants = operation.tenants
    .filter((tenant) => tenant.in === 'query')
    .map(({ parameter }) => [parameter, tenants[parameter] ?? ''] as const);
  const asked = [...Object.entries(fixedIn(request, 'query')), ...ofTenants, ...query];
  const withKey = key?.in === 'query' ? [...asked, [key.name, key.value] as const] : asked;
  const base = `${baseUrl.replace(/\/+$/, '')}${path}`;
  return {
    url: base + searchOf(withKey),
    shownUrl: base + searchOf(asked),
    headers: headersOf(request, schemes[0], key, gateway),
  };
}

/** The key as it is sent; undefined for none. */
function keyOf(
  shown: Shown,
  schemes: readonly SecurityScheme[],
  { valueFor }: Pick<Keyring, 'valueFor'>,
): SentKey | undefined {
  const [scheme] = schemes;
  if (scheme === undefined || shown === 'none') return undefined;
  if ('altered' in shown) return alteredKey(schemes, valueFor(shown.altered) ?? '', shown.alteration);
  const value = valueFor(shown);
  return value === undefined ? undefined : sentKey(scheme, value);
}

/** Percent-encodes any text, one with half a surrogate pair too: a reply may hold one. */
function encode(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}

function searchOf(query: readonly (readonly [string, string])[]): string {
  const search = query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  return search === '' ? '' : `?${search}`;
}

/** Parameters of the path, and required ones of the query, that have one value only: their example. */
function fixedIn({ operation }: Request, where: 'path' | 'query'): Record<string, string> {
  const tenants = new Set(operation.tenants.map(({ parameter }) => parameter));
  return Object.fromEntries(
    operation.parameters
      .filter(
        ({ name, in: place, required, unmodelled }) =>
          place === where && required && (where === 'path' || unmodelled) && !tenants.has(name),
      )
      .map(({ name, example, default: usual }) => [name, example ?? String(usual ?? '')]),
  );
}

/** All headers; an empty value leaves a header out, but for the credential's, which may be empty. */
function headersOf(
  { operation, headers, tenants }: Request,
  scheme: SecurityScheme | undefined,
  key: SentKey | undefined,
  gateway: Base['headers'],
): Record<string, string> {
  const shown =
    key === undefined || key.in === 'query'
      ? {}
      : key.in === 'cookie'
        ? { cookie: `${key.name}=${key.value}` }
        : { [key.name]: key.value };
  const ofTenants = operation.tenants
    .filter((tenant) => tenant.in === 'header')
    .map(({ parameter }) => [parameter.toLowerCase(), tenants[parameter] ?? ''] as const);
  const own = {
    accept: 'application/json',
    ...exampleHeaders(operation),
    ...Object.fromEntries(ofTenants),
    ...headers,
  };
  // A gateway's header replaces none of the judge's own: not those left out, and no credential that is not shown.
  const taken = new Set(
    [...Object.keys(own), ...Object.keys(shown), headerOf(scheme)].map((name) => name.toLowerCase()),
  );
  const more = Object.entries(gateway).filter(([name]) => !taken.has(name.toLowerCase()));
  const given = [...more, ...Object.entries(own)].filter(([, value]) => value !== '');
  return { ...Object.fromEntries(given), ...shown };
}

/** The header that carries the credential; empty where none does. */
function headerOf(scheme: SecurityScheme | undefined): string {
  if (scheme === undefined || scheme.in === 'query') return '';
  return scheme.in === 'cookie' ? 'cookie' : scheme.parameter;
}

/** The headers that are sent with every call, and that may be left out. */
export function optionalHeaders(operation: Request['operation']): string[] {
  const required = new Set(operation.parameters.filter((parameter) => parameter.required).map(({ name }) => name));
  return Object.keys(exampleHeaders(operation)).filter((name) => !required.has(name));
}

/** Documented request headers, with the documented value. */
export function exampleHeaders({ parameters, tenants }: Request['operation']): Record<string, string> {
  const ofTenants = new Set(tenants.map(({ parameter }) => parameter));
  const given = parameters.filter(
    ({ in: where, example, name }) => where === 'header' && example !== undefined && !ofTenants.has(name),
  );
  return Object.fromEntries(given.map(({ name, example }) => [name, String(example)]));
}
