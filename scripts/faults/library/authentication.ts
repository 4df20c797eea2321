// Callers who are served although the documentation refuses them.
import type { Call } from '../../../mock/index.ts';
import { on } from '../ask.ts';
import type { Mock } from '../built-in.ts';
import {
  hasAlteredKey,
  hasNoKey,
  hasNoPlan,
  hasWrongKey,
  isForeign,
  isUnknown,
  keyOf,
  LAYERS_LISTS,
  type LayersList,
  lacksScope,
  SCOPE,
  serving,
  TENANT,
  TOKEN,
} from '../callers.ts';
import type { Fault } from '../fault.ts';
import { LISTS } from '../lists.ts';

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

const oneList: readonly Fault[] = LAYERS_LISTS.flatMap((list) =>
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
    wrap: serving(who, on(...LAYERS_LISTS)),
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
  klayrai('no-plan-served', 'KLY-52', 'a key of a plan without API access is served', hasNoPlan),
];

export const authentication: readonly Fault[] = [...oneList, ...allLists, ...accounts];
