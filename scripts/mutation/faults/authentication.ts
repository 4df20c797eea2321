// Callers who are served although the documentation refuses them.
import type { Call, Handler, Mock } from '../../../mock/index.ts';
import { type Ask, askOf, given, on, type Where } from '../ask.ts';
import { CLAUSES } from '../clauses.ts';
import type { Fault, Wrap } from '../fault.ts';
import { LISTS, type ListName } from '../lists.ts';

type LayersList = Exclude<ListName, 'accounts'>;
const LAYERS: readonly LayersList[] = ['adAccounts', 'campaigns', 'adsets', 'ads'];

const TOKEN: Readonly<Record<LayersList, string>> = {
  adAccounts: 'ACC-03',
  campaigns: CLAUSES.campaigns.token,
  adsets: CLAUSES.adsets.token,
  ads: CLAUSES.ads.token,
};
const SCOPE: Readonly<Record<LayersList, string>> = {
  adAccounts: 'ACC-04',
  campaigns: CLAUSES.campaigns.scope,
  adsets: CLAUSES.adsets.scope,
  ads: CLAUSES.ads.scope,
};
const TENANT: Readonly<Record<LayersList, string>> = {
  adAccounts: 'ACC-10',
  campaigns: CLAUSES.campaigns.tenant,
  adsets: CLAUSES.adsets.tenant,
  ads: CLAUSES.ads.tenant,
};

/** The call, as the owner of everything would make it. */
function asOwner(call: Call, { credentials }: Mock): Call {
  const { layers, klayrai } = credentials;
  return {
    ...call,
    path: call.path.replace(/(?<=\/projects\/)[^/]+/, layers.project),
    headers: { ...call.headers, authorization: `Bearer ${layers.token}`, 'x-api-key': klayrai.apiKey },
  };
}

/** Calls that meet `who` are served as if the owner had made them. */
const serving =
  (who: (call: Call, mock: Mock) => boolean, where: Where): Wrap =>
  (handler: Handler, mock) => ({
    handle: (call) => {
      const ask = askOf(call);
      const served = ask !== undefined && where(ask) && who(call, mock);
      return handler.handle(served ? asOwner(call, mock) : call);
    },
  });

const keyOf = ({ headers, path }: Call): string =>
  path.endsWith('/v1/accounts') ? (headers['x-api-key'] ?? '') : (headers.authorization ?? '').replace(/^Bearer +/, '');

const hasNoKey = (call: Call): boolean => keyOf(call) === '';
const hasWrongKey = (call: Call, { credentials }: Mock): boolean =>
  !hasNoKey(call) &&
  ![...Object.values(credentials.layers), ...Object.values(credentials.klayrai)].includes(keyOf(call));
const hasAlteredKey = (call: Call, mock: Mock): boolean => {
  const { layers, klayrai } = mock.credentials;
  const beginsAlike = [layers.token, klayrai.apiKey].some((key) => keyOf(call).slice(0, 16) === key.slice(0, 16));
  return hasWrongKey(call, mock) && beginsAlike;
};
const lacksScope = (call: Call, { credentials }: Mock): boolean => keyOf(call) === credentials.layers.noScopeToken;
const isForeign = ({ path }: Call, { credentials }: Mock): boolean => path.includes(credentials.layers.foreignProject);
const isUnknown = ({ path }: Call, { credentials }: Mock): boolean =>
  !path.includes(credentials.layers.foreignProject) && !path.includes(credentials.layers.project);

type Kind = readonly [
  name: string,
  summary: string,
  clauses: Readonly<Record<LayersList, string>>,
  who: (call: Call, mock: Mock) => boolean,
];

const KINDS: readonly Kind[] = [
  ['no-key-served', 'calls without a key are served', TOKEN, hasNoKey],
  ['any-key-served', 'any key is taken', TOKEN, hasWrongKey],
  ['altered-key-served', 'only the beginning of a key is compared', TOKEN, hasAlteredKey],
  ['no-scope-served', 'a key without ads:read is served', SCOPE, lacksScope],
  ['foreign-project-served', 'another organization’s project shows the caller’s own rows', TENANT, isForeign],
  ['unknown-project-served', 'a project that does not exist shows the caller’s own rows', TENANT, isUnknown],
];

const oneList: readonly Fault[] = LAYERS.flatMap((list) =>
  KINDS.map(
    ([name, summary, clauses, who]): Fault => ({
      id: `${name}-${list}`,
      family: 'authentication',
      clause: clauses[list],
      summary: `${list}: ${summary}`,
      api: 'layers',
      list,
      wrap: serving(who, on(list)),
    }),
  ),
);

const allLists: readonly Fault[] = KINDS.map(
  ([name, summary, clauses, who]): Fault => ({
    id: `${name}-everywhere`,
    family: 'authentication',
    clause: clauses.adAccounts,
    summary: `all lists: ${summary}`,
    api: 'layers',
    wrap: serving(who, on(...LAYERS)),
  }),
);

/** Callers who are served in a corner only. */
const CORNERS: readonly (readonly [string, string, Where])[] = [
  ['behind-first-page', 'with a cursor', given('cursor')],
  ['with-status', 'with a filter', given('status')],
  ['with-limit', 'with limit', given('limit')],
];

const corners: readonly Fault[] = CORNERS.map(
  ([name, when, where]): Fault => ({
    id: `no-key-served-${name}-ads`,
    family: 'authentication',
    clause: TOKEN.ads,
    summary: `ads: calls ${when} need no key`,
    api: 'layers',
    list: 'ads',
    wrap: serving(hasNoKey, (ask: Ask) => ask.list === 'ads' && where(ask)),
  }),
);

const klayrai = (id: string, clause: string, summary: string, who: Kind[3], expect?: 'WARN'): Fault => ({
  id: `${id}-accounts`,
  family: 'authentication',
  clause,
  summary: `accounts: ${summary}`,
  api: LISTS.accounts.api,
  list: 'accounts',
  wrap: serving(who, on('accounts')),
  ...(expect === undefined ? {} : { expect }),
});

const accounts: readonly Fault[] = [
  klayrai('no-key-served', 'KLY-51', 'calls without a key are served', hasNoKey),
  klayrai('any-key-served', 'KLY-51', 'any key is taken', hasWrongKey),
  klayrai('altered-key-served', 'KLY-51', 'only the beginning of a key is compared', hasAlteredKey),
  klayrai(
    'revoked-key-served',
    'KAP-07',
    'a revoked key is served',
    (call, { credentials }) => keyOf(call) === credentials.klayrai.revokedKey,
    'WARN',
  ),
  klayrai(
    'no-plan-served',
    'KLY-52',
    'a key of a plan without API access is served',
    (call, { credentials }) => keyOf(call) === credentials.klayrai.noPlanKey,
  ),
];

export const authentication: readonly Fault[] = [...oneList, ...allLists, ...corners, ...accounts];
