// Callers who are refused, but for one corner of the API that forgot to ask.
import type { Call } from '../../../mock/index.ts';
import { all, asks, given, on, type Where } from '../ask.ts';
import type { Mock } from '../built-in.ts';
import { hasNoKey, hasNoPlan, hasWrongKey, isForeign, lacksScope, SCOPE, serving, TENANT, TOKEN } from '../callers.ts';
import type { Fault } from '../fault.ts';
import { LISTS, type ListName } from '../lists.ts';

const CORNERS: readonly (readonly [
  ListName,
  string,
  string,
  string,
  (call: Call, mock: Mock) => boolean,
  Where,
  string,
])[] = [
  [
    'ads',
    'no-key-served',
    'behind-first-page',
    'calls with a cursor need no key',
    hasNoKey,
    given('cursor'),
    TOKEN.ads,
  ],
  ['ads', 'no-key-served', 'with-status', 'calls with status need no key', hasNoKey, given('status'), TOKEN.ads],
  ['ads', 'no-key-served', 'with-limit', 'calls with limit need no key', hasNoKey, given('limit'), TOKEN.ads],
  [
    'adsets',
    'any-key-served',
    'with-cursor',
    'calls with a cursor take any key',
    hasWrongKey,
    given('cursor'),
    TOKEN.adsets,
  ],
  [
    'campaigns',
    'no-scope-served',
    'with-limit',
    'calls with limit need no scope',
    lacksScope,
    given('limit'),
    SCOPE.campaigns,
  ],
  ['ads', 'no-scope-served', 'with-status', 'calls with status need no scope', lacksScope, given('status'), SCOPE.ads],
  [
    'ads',
    'foreign-project-served',
    'with-account',
    'calls with adAccountId may name any project',
    isForeign,
    given('adAccountId'),
    TENANT.ads,
  ],
  [
    'adsets',
    'foreign-project-served',
    'with-cursor',
    'calls with a cursor may name any project',
    isForeign,
    given('cursor'),
    TENANT.adsets,
  ],
  ['accounts', 'no-key-served', 'on-page-2', 'page=2 needs no key', hasNoKey, asks('page', '2'), 'KLY-51'],
  ['accounts', 'no-plan-served', 'with-status', 'calls with status need no plan', hasNoPlan, given('status'), 'KLY-52'],
];

export const authenticationCorners: readonly Fault[] = CORNERS.map(
  ([list, name, corner, summary, who, where, clause]): Fault => ({
    id: `${name}-${corner}-${list}`,
    family: 'authentication',
    clause,
    summary: `${list}: ${summary}`,
    api: LISTS[list].api,
    list,
    wrap: serving(who, all(on(list), where)),
  }),
);
