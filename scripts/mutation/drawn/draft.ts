// A call that is being written: it begins as the plainest call that is served, and classes give it their values.
import type { Call, Reply } from '../../../mock/index.ts';
import { shownKey } from '../../../spec/index.ts';
import { schemeOf, validKeys } from './caller.ts';
import type { Scene } from './scene.ts';

export type Draft = {
  path: string;
  readonly query: URLSearchParams;
  readonly headers: Record<string, string | undefined>;
};

/** Gives a draft a value; `ask` makes other calls first, for what only a deployment can tell. */
export type Setting = (draft: Draft, scene: Scene, ask: (call: Call) => Reply) => void;

/** The call of a caller who may, for one's own tenant, without any parameter that could be left out. */
export function plainDraft(scene: Scene): Draft {
  const { operation } = scene;
  const draft: Draft = { path: operation.path, query: new URLSearchParams(), headers: {} };
  for (const { name, in: where, example } of operation.parameters)
    if (where === 'path') draft.path = draft.path.replace(`{${name}}`, encodeURIComponent(example ?? ''));
  for (const { parameter, own } of operation.tenants) showTenant(draft, scene, parameter, own.examples[0] ?? '');
  showKey(draft, scene, validKeys(scene)[0] ?? '');
  return draft;
}

/** Puts a key where the contract wants it. */
export function showKey(draft: Draft, scene: Scene, key: string): void {
  const scheme = schemeOf(scene);
  if (scheme !== undefined) showText(draft, scene, shownKey(scheme, key));
}

/** Puts a text where the contract wants the key; undefined takes the key away. */
export function showText(draft: Draft, scene: Scene, text: string | undefined): void {
  const scheme = schemeOf(scene);
  if (scheme === undefined) return;
  if (scheme.in !== 'query') draft.headers[scheme.parameter] = text;
  else if (text === undefined) draft.query.delete(scheme.parameter);
  else draft.query.set(scheme.parameter, text);
}

/** Asks for the rows of a tenant. */
export function showTenant(draft: Draft, { operation }: Scene, name: string, value: string): void {
  const tenant = operation.tenants.find(({ parameter }) => parameter === name);
  if (tenant?.in === 'query') draft.query.set(name, value);
  if (tenant?.in === 'header') draft.headers[name.toLowerCase()] = value;
  if (tenant?.in !== 'path') return;
  const index = operation.path.split('/').indexOf(`{${name}}`);
  draft.path = draft.path
    .split('/')
    .map((part, place) => (place === index ? encodeURIComponent(value) : part))
    .join('/');
}

export function callOf({ path, query, headers }: Draft): Call {
  return { method: 'GET', path, query: query.toString(), headers: { ...headers } };
}

/** The draft again, to be changed on its own. */
export function copyOf({ path, query, headers }: Draft): Draft {
  return { path, query: new URLSearchParams(query), headers: { ...headers } };
}
