// Reads how a call proves who makes it, and whose rows it asks for.

import type { Node, OperationSource } from '../load/document-source.ts';
import { type Credential, credentialOf, type Role, type StatedCredential } from '../meaning/credential.ts';
import type { Security, SecurityScheme, Tenant } from '../meaning/security.ts';
import { at, escapeToken, isRecord } from '../schema/pointer.ts';
import { follow } from '../schema/schema-tree.ts';
import { didYouMean } from '../words/nearest-name.ts';
import type { ReadParameter } from './read-parameters.ts';
import { callerHolders } from './statements.ts';

/** The ways in which the operation may be called. */
export function readSecurity(source: OperationSource, node: Node): Security {
  const { document, pointer, mistakes } = source;
  const stated = node.security ?? document.security ?? [];
  const place = node.security === undefined ? '/security' : `${pointer}/security`;
  if (!Array.isArray(stated)) return mistakes.stop(place, 'security must be a list of requirements.');
  const requirements = stated as readonly Record<string, readonly string[]>[];
  const alternatives = requirements.flatMap((requirement, index) => {
    const [first, second] = Object.entries(requirement);
    if (first === undefined) return [];
    if (second !== undefined) {
      mistakes.add(
        `${place}/${index}`,
        `${first[0]} and ${second[0]} at once are not understood. Name one scheme in each requirement.`,
      );
      return [];
    }
    const [name, scopes] = first;
    const scheme = mistakes.attempt(() => readScheme(source, name, `${place}/${index}`));
    return scheme === undefined ? [] : [{ scheme, scopes: Array.isArray(scopes) ? scopes.map(String) : [] }];
  });
  const optional =
    alternatives.length === 0 || requirements.some((requirement) => Object.keys(requirement).length === 0);
  return { alternatives, optional, clauses: alternatives.flatMap(({ scheme }) => scheme.clauses) };
}

const PREFIXES: Readonly<Record<string, string>> = { bearer: 'Bearer', basic: 'Basic' };

function readScheme(source: OperationSource, name: string, place: string): SecurityScheme {
  const { document, api, mistakes, cite, pointer } = source;
  const target = follow(document, `/components/securitySchemes/${escapeToken(name)}`);
  const node = at(document, target);
  if (!isRecord(node)) {
    const known = Object.keys((at(document, '/components/securitySchemes') ?? {}) as Node);
    return mistakes.stop(place, `There is no security scheme ${name}.${didYouMean(name, known)}`);
  }
  const scheme = String(node.scheme ?? '').toLowerCase();
  const where = node.type === 'apiKey' ? String(node.in) : 'header';
  if (node.type === 'mutualTLS' || (node.type === 'http' && PREFIXES[scheme] === undefined))
    return mistakes.stop(
      target,
      `A scheme of the type ${String(node.type)} ${scheme} is not understood. Use http with bearer or basic, or apiKey.`,
    );
  if (node.type === 'apiKey' && (typeof node.name !== 'string' || !['header', 'query', 'cookie'].includes(where)))
    return mistakes.stop(target, 'An apiKey scheme needs a name, and in: header, query or cookie.');
  const stated = (node['x-credentials'] ?? { valid: { name } }) as Readonly<Record<string, StatedCredential>>;
  const own = {
    place: `${pointer}/security`,
    holder: callerHolders.security,
    statement: 'A call without a valid key is refused.',
  };
  return {
    name,
    in: where as SecurityScheme['in'],
    parameter:
      node.type === 'apiKey'
        ? where === 'header'
          ? String(node.name).toLowerCase()
          : String(node.name)
        : 'authorization',
    prefix: node.type === 'apiKey' ? '' : (PREFIXES[scheme] ?? 'Bearer'),
    basic: scheme === 'basic' && node.type === 'http',
    credentials: Object.fromEntries(
      Object.entries(stated).map(([role, each]) => [role, withForm(credentialOf(api, role as Role, each), scheme)]),
    ),
    clauses: cite.of(node, own),
  };
}

/** A user name and a password, where the mock's own key has no form yet. */
function withForm(credential: Credential, scheme: string): Credential {
  if (scheme !== 'basic' || credential.examples.every((example) => example.includes(':'))) return credential;
  return { ...credential, examples: credential.examples.map((example) => `${example}:mock-password`) };
}

/** The parameters that say whose rows are listed. */
export function readTenants(
  { api, cite, mistakes }: OperationSource,
  parameters: readonly ReadParameter[],
): readonly Tenant[] {
  return parameters.flatMap(({ parameter, node, place }): Tenant[] => {
    const stated = node['x-tenant'] as
      | { readonly own: StatedCredential; readonly foreign?: StatedCredential }
      | undefined;
    if (stated === undefined) return [];
    if (parameter.in === 'cookie')
      return mistakes.stop(place, 'A tenant stands in the path, the query or a header; not in a cookie.');
    const { own, foreign } = stated;
    return [
      {
        parameter: parameter.name,
        in: parameter.in,
        own: credentialOf(api, 'tenant', own),
        ...(foreign === undefined ? {} : { foreign: credentialOf(api, 'foreign-tenant', foreign) }),
        clauses: cite.of(node, {
          place: `${place}/x-tenant`,
          holder: callerHolders.tenant,
          statement: `Only the rows of one's own ${parameter.name} are shown.`,
        }),
      },
    ];
  });
}
