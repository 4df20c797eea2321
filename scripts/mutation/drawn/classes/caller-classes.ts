// The classes of callers and tenants: the valid ones, near misses of them, and every other credential of the contract.
import { schemeOf, validKeys, type Who } from '../caller.ts';
import { type Draft, type Setting, showKey, showTenant, showText } from '../draft.ts';
import type { Class, Factor } from '../factor.ts';
import { LIKENESSES, likeTo } from '../likeness.ts';
import type { Scene } from '../scene.ts';

export const CALLER = 'caller';
export const TENANT = 'tenant';

/** The factor of the caller. */
export function callerFactor(scene: Scene): Factor {
  const scheme = schemeOf(scene);
  const [valid = ''] = validKeys(scene);
  const of = (who: Who, says: string, settings: readonly Setting[]): Class => ({
    factor: CALLER,
    says,
    holds: (asked) => asked.who === who,
    settings,
  });
  const showing =
    (key: string): Setting =>
    (draft, at) =>
      showKey(draft, at, key);
  const writing =
    (text: string | undefined): Setting =>
    (draft, at) =>
      showText(draft, at, text);
  /** Takes the key from its place and puts it into another. */
  const moving =
    (put: (draft: Draft) => void): Setting =>
    (draft, at) => {
      showText(draft, at, undefined);
      put(draft);
    };
  const elsewhere = scheme?.parameter === 'authorization' ? 'x-api-key' : 'authorization';
  const refused = Object.values(scheme?.credentials ?? {}).filter(({ role }) => role !== 'valid');
  return {
    name: CALLER,
    classes: [
      of('valid', 'has the valid key', [showing(valid)]),
      of('nobody', 'has no key', [writing(undefined)]),
      of('an empty key', 'has an empty key', [writing(''), writing(scheme?.prefix ?? '')]),
      ...LIKENESSES.map((likeness) =>
        of(likeness, `has the valid key ${likeness}`, likeTo(valid, likeness).map(showing)),
      ),
      of('the key under another scheme', 'has the valid key under another scheme', [
        writing(`${scheme?.prefix === '' ? 'Bearer' : 'Basic'} ${valid}`),
        writing(scheme?.prefix === '' ? `Token ${valid}` : valid),
      ]),
      of('the key in the query', 'has the valid key in the query', [
        moving(({ query }) => query.set('access_token', valid)),
        moving(({ query }) => query.set('api_key', valid)),
      ]),
      of('the key in another header', 'has the valid key in another header', [
        moving(({ headers }) => {
          headers[elsewhere] = elsewhere === 'authorization' ? `Bearer ${valid}` : valid;
        }),
      ]),
      // The judge shows no vendor's key to another: a class of such calls could never be asked for.
      of('an invented key', 'has an invented key', [showing('nobody-was-given-this')]),
      ...refused.map(({ role, description, examples }) => of(role, `has a ${description}`, examples.map(showing))),
    ],
  };
}

/** The factor of the tenant; undefined where the operation knows none. */
export function tenantFactor({ operation }: Scene): Factor | undefined {
  const [tenant] = operation.tenants;
  if (tenant === undefined) return undefined;
  const { parameter, own, foreign } = tenant;
  const showing =
    (value: string): Setting =>
    (draft, at) =>
      showTenant(draft, at, parameter, value);
  const of = (kind: string, says: string, values: readonly string[]): Class => ({
    factor: TENANT,
    says,
    holds: (asked) => asked.tenant === kind,
    settings: values.map(showing),
  });
  const unknown = own.examples.flatMap((value) => likeTo(value, 'changed at its end'));
  return {
    name: TENANT,
    classes: [
      of('own', "is the caller's own", own.examples),
      of('foreign', "is somebody else's", foreign?.examples ?? []),
      of('like own', 'does not exist, and its id is like an existing one', unknown),
    ],
  };
}
