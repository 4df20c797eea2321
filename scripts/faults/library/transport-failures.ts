// A server that fails, again and again, on some of the documented calls.
import type { Reply } from '../../../mock/index.ts';
import { instead } from '../answer.ts';
import { all, asks, filtered, given, type Where, within } from '../ask.ts';
import { CLAUSES } from '../clauses.ts';
import type { Fault } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { LIST_NAMES, type ListName } from '../lists.ts';
import { hashOf } from '../randomness.ts';

const fault = faultOf('transport');

const ANSWERS: Readonly<Record<ListName, string>> = {
  adAccounts: 'ACC-01',
  campaigns: CLAUSES.campaigns.answers,
  adsets: CLAUSES.adsets.answers,
  ads: CLAUSES.ads.answers,
  accounts: 'KLY-01',
};

const failing = (status: number): Reply => ({
  status,
  headers: { 'X-Request-Id': 'req_0', 'X-RateLimit-Endpoint-Class': 'read-light' },
  body: { error: { code: 'INTERNAL', type: 'api_error', message: 'Something broke.', requestId: 'req_0' } },
});

const always = LIST_NAMES.map((list, index) =>
  fault({
    list,
    name: 'always-5xx',
    clause: ANSWERS[list],
    summary: `every call is answered with ${[500, 502, 503, 504, 500][index]}`,
    wrap: instead(() => failing([500, 502, 503, 504, 500][index] ?? 500)),
    // It is the only list of its vendor.
    ...(list === 'accounts' ? { expect: 'NO_VERDICT' as const } : {}),
  }),
);

/** Calls that the documentation allows, and that break the server. */
const CALLS: readonly (readonly [ListName, string, string, Where])[] = [
  ['adAccounts', 'healthy', 'healthy=true', asks('healthy', 'true')],
  ['adAccounts', 'apple', 'platforms=apple_ads', asks('platforms', 'apple_ads')],
  ['campaigns', 'rejected', 'status=rejected', asks('status', 'rejected')],
  ['campaigns', 'since', 'since', given('since')],
  ['campaigns', 'page-2', 'a cursor', given('cursor')],
  ['campaigns', 'limit-200', 'limit=200', asks('limit', '200')],
  ['adsets', 'in-review', 'status=in_review', asks('status', 'in_review')],
  ['adsets', 'account', 'adAccountId', given('adAccountId')],
  ['adsets', 'page-2', 'a cursor', given('cursor')],
  ['adsets', 'two-filters', 'campaignId and status', given('campaignId', 'status')],
  ['ads', 'content', 'adsContentId', given('adsContentId')],
  ['ads', 'tiktok', 'platforms=tiktok_ads', asks('platforms', 'tiktok_ads')],
  ['ads', 'page-2', 'a cursor', given('cursor')],
  ['ads', 'limit-200', 'limit=200', asks('limit', '200')],
  ['ads', 'limit-1', 'limit=1', asks('limit', '1')],
  ['ads', 'several', 'several values of status', ({ query }) => query.getAll('status').length > 1],
  ['ads', 'filter-and-cursor', 'a filter and a cursor', all(filtered, given('cursor'))],
  ['accounts', 'page-2', 'page=2', asks('page', '2')],
  ['accounts', 'expired', 'status=token_expired', asks('status', 'token_expired')],
  ['accounts', 'size-100', 'page_size=100', asks('page_size', '100')],
];

const sometimes = CALLS.map(([list, name, what, where]) =>
  fault({
    list,
    name: `5xx-on-${name}`,
    clause: ANSWERS[list],
    summary: `calls with ${what} are answered with 500`,
    wrap: within(
      where,
      instead(() => failing(500)),
    ),
  }),
);

const byUrl = fault({
  list: 'ads',
  name: '5xx-on-some-queries',
  clause: ANSWERS.ads,
  summary: 'one query in five is answered with 500, always the same ones',
  wrap: within(
    ({ call }) => hashOf(call.query) % 5 === 1,
    instead(() => failing(500)),
  ),
});

export const transportFailures: readonly Fault[] = [...always, ...sometimes, byUrl];
