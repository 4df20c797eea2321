// Who makes a call, and for whose rows: read from nothing but the contract's credentials.
import type { Call } from '../../../mock/index.ts';
import type { Role } from '../../../spec/index.ts';
import { type Likeness, likenessOf } from './likeness.ts';
import type { Scene } from './scene.ts';

/** The caller: by the role of the credential, or by how it misses the valid one. */
export type Who =
  | Role
  | Likeness
  | 'nobody'
  | 'an empty key'
  | 'the key in the query'
  | 'the key in another header'
  | 'the key under another scheme'
  | 'an invented key';

/** The way in which an operation is called. */
export function schemeOf({ operation }: Scene) {
  return operation.security.alternatives[0]?.scheme;
}

/** The keys that open the list. */
export function validKeys(scene: Scene): readonly string[] {
  return schemeOf(scene)?.credentials.valid?.examples ?? [];
}

export function whoAsks(scene: Scene, { headers, query }: Call): Who {
  const scheme = schemeOf(scene);
  if (scheme === undefined) return 'valid';
  const sent = new URLSearchParams(query);
  const raw = scheme.in === 'query' ? sent.get(scheme.parameter) : headers[scheme.parameter];
  const valid = validKeys(scene);
  if (raw === undefined || raw === null) {
    if ([...sent.values()].some((text) => valid.some((key) => text.includes(key)))) return 'the key in the query';
    const elsewhere = Object.values(headers).some((text) => valid.some((key) => text?.includes(key)));
    return elsewhere ? 'the key in another header' : 'nobody';
  }
  const text = raw.trim();
  if (text === '' || text.toLowerCase() === scheme.prefix.toLowerCase()) return 'an empty key';
  const isPrefixed = scheme.prefix === '' || text.toLowerCase().startsWith(`${scheme.prefix.toLowerCase()} `);
  const key = scheme.prefix === '' || !isPrefixed ? text : text.slice(scheme.prefix.length).trim();
  if (valid.some((each) => key !== each && key.endsWith(` ${each}`))) return 'the key under another scheme';
  if (!isPrefixed) return valid.includes(key) ? 'the key under another scheme' : 'an invented key';
  const role = Object.values(scheme.credentials).find(({ examples }) => examples.includes(key))?.role;
  if (role !== undefined) return role;
  return valid.map((each) => likenessOf(key, each)).find((each) => each !== undefined) ?? 'an invented key';
}

/** Whose rows are asked for; one's own where the operation knows no tenants. */
export function tenantIn({ operation }: Scene, call: Call): 'own' | 'foreign' | 'like own' | 'unlike own' {
  for (const { parameter, in: where, own, foreign } of operation.tenants) {
    const value = where === 'path' ? inPath(operation.path, call.path, parameter) : given(call, where, parameter);
    if (own.examples.includes(value)) continue;
    if (foreign?.examples.includes(value) === true) return 'foreign';
    return own.examples.some((each) => likenessOf(value, each) !== undefined) ? 'like own' : 'unlike own';
  }
  return 'own';
}

function given({ headers, query }: Call, where: 'query' | 'header', name: string): string {
  return (where === 'header' ? headers[name.toLowerCase()] : new URLSearchParams(query).get(name)) ?? '';
}

function inPath(template: string, path: string, name: string): string {
  const text = path.split('/')[template.split('/').indexOf(`{${name}}`)] ?? '';
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether a path is one of the operation's. */
export function isPathOf({ operation }: Scene, path: string): boolean {
  const [parts, wanted] = [path.split('/'), operation.path.split('/')];
  return parts.length === wanted.length && wanted.every((part, index) => part.startsWith('{') || part === parts[index]);
}
