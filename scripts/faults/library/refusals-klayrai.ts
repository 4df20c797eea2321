// KlayrAI refuses a caller, with another status or type than documented, or with an empty list.
import type { Fault } from '../fault.ts';
import { type Refusal, refusalFault } from '../refusal.ts';

const klayraiError = (status: number, type: string) => ({ status, body: { error: { type, message: 'Refused.' } } });
const emptyPage = { status: 200, body: { data: [], pagination: { total: 0, page: 1, page_size: 20, hasMore: false } } };

const REFUSALS: readonly Refusal[] = [
  [
    'accounts',
    'no-key-403',
    'KLY-51',
    'a missing key is answered with 403',
    'no-key',
    klayraiError(403, 'authentication_error'),
  ],
  [
    'accounts',
    'no-key-400',
    'KLY-51',
    'a missing key is answered with 400',
    'no-key',
    klayraiError(400, 'invalid_request'),
  ],
  [
    'accounts',
    'no-key-other-type',
    'KLY-51',
    'a missing key has the type missing_key',
    'no-key',
    klayraiError(401, 'missing_key'),
  ],
  ['accounts', 'no-key-empty', 'KLY-51', 'a call without a key is served an empty list', 'no-key', emptyPage],
  [
    'accounts',
    'wrong-key-404',
    'KLY-51',
    'a wrong key is answered with 404',
    'wrong-key',
    klayraiError(404, 'not_found'),
  ],
  [
    'accounts',
    'wrong-key-other-type',
    'KLY-51',
    'a wrong key has the type permission_error',
    'wrong-key',
    klayraiError(401, 'permission_error'),
  ],
  [
    'accounts',
    'revoked-key-403',
    'KAP-07',
    'a revoked key is answered with 403',
    'revoked-key',
    klayraiError(403, 'key_revoked'),
    'WARN',
  ],
  [
    'accounts',
    'revoked-key-other-type',
    'KAP-07',
    'a revoked key has the type permission_error',
    'revoked-key',
    klayraiError(401, 'permission_error'),
    'WARN',
  ],
  [
    'accounts',
    'no-plan-401',
    'KLY-52',
    'a plan without access is answered with 401',
    'no-plan',
    klayraiError(401, 'authentication_error'),
  ],
  [
    'accounts',
    'no-plan-402',
    'KLY-52',
    'a plan without access is answered with 402',
    'no-plan',
    klayraiError(402, 'plan_insufficient'),
  ],
  [
    'accounts',
    'no-plan-other-type',
    'KLY-52',
    'a plan without access has the type permission_error',
    'no-plan',
    klayraiError(403, 'permission_error'),
  ],
  ['accounts', 'no-plan-empty', 'KLY-52', 'a plan without access is served an empty list', 'no-plan', emptyPage],
];

export const refusalsKlayrai: readonly Fault[] = REFUSALS.map(refusalFault);
