// Who calls: without a key, with a wrong one, or for somebody else's project; and serving them all the same.
import type { Call } from '../../mock/index.ts';
import { askOf, type Where } from './ask.ts';
import type { Handler, Mock } from './built-in.ts';
import { CLAUSES } from './clauses.ts';
import type { Wrap } from './fault.ts';
import type { ListName } from './lists.ts';

export type LayersList = Exclude<ListName, 'accounts'>;
export const LAYERS_LISTS: readonly LayersList[] = ['adAccounts', 'campaigns', 'adsets', 'ads'];

export const TOKEN: Readonly<Record<LayersList, string>> = {
  adAccounts: 'ACC-03',
  campaigns: CLAUSES.campaigns.token,
  adsets: CLAUSES.adsets.token,
  ads: CLAUSES.ads.token,
};
export const SCOPE: Readonly<Record<LayersList, string>> = {
  adAccounts: 'ACC-04',
  campaigns: CLAUSES.campaigns.scope,
  adsets: CLAUSES.adsets.scope,
  ads: CLAUSES.ads.scope,
};
export const TENANT: Readonly<Record<LayersList, string>> = {
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
export const serving =
  (who: (call: Call, mock: Mock) => boolean, where: Where): Wrap =>
  (handler: Handler, mock) => ({
    handle: (call) => {
      const ask = askOf(call);
      const served = ask !== undefined && where(ask) && who(call, mock);
      return handler.handle(served ? asOwner(call, mock) : call);
    },
  });

export const keyOf = ({ headers, path }: Call): string =>
  path.endsWith('/v1/accounts') ? (headers['x-api-key'] ?? '') : (headers.authorization ?? '').replace(/^Bearer +/, '');

export const hasNoKey = (call: Call): boolean => keyOf(call) === '';
export const hasWrongKey = (call: Call, { credentials }: Mock): boolean =>
  !hasNoKey(call) &&
  ![...Object.values(credentials.layers), ...Object.values(credentials.klayrai)].includes(keyOf(call));
export const hasAlteredKey = (call: Call, mock: Mock): boolean => {
  const { layers, klayrai } = mock.credentials;
  const beginsAlike = [layers.token, klayrai.apiKey].some((key) => keyOf(call).slice(0, 16) === key.slice(0, 16));
  return hasWrongKey(call, mock) && beginsAlike;
};
export const lacksScope = (call: Call, { credentials }: Mock): boolean =>
  keyOf(call) === credentials.layers.noScopeToken;
export const isForeign = ({ path }: Call, { credentials }: Mock): boolean =>
  path.includes(credentials.layers.foreignProject);
export const isUnknown = ({ path }: Call, { credentials }: Mock): boolean =>
  !path.includes(credentials.layers.foreignProject) && !path.includes(credentials.layers.project);

export const hasNoPlan = (call: Call, { credentials }: Mock): boolean => keyOf(call) === credentials.klayrai.noPlanKey;
