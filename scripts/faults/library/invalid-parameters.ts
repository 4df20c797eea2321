// KlayrAI's answers to invalid parameters and to its version header; server failures on invalid input.
import type { Reply } from '../../../mock/index.ts';
import { replying } from '../answer.ts';
import { type Ask, within, without } from '../ask.ts';
import type { Fault, Wrap } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import type { ListName } from '../lists.ts';

const fault = faultOf('errors');

const isInvalid = (reply: Reply): boolean => reply.status === 400;
const about =
  (parameter: string) =>
  ({ query }: Ask): boolean =>
    query.has(parameter);

const at400 = (answer: (reply: Reply) => Partial<Reply>): Wrap =>
  replying((reply) => (isInvalid(reply) ? { ...reply, ...answer(reply) } : reply));
const refusedAs = (status: number, type: string) => ({ status, body: { error: { type, message: 'No.' } } });
const emptyPage = { status: 200, body: { data: [], pagination: { total: 0, page: 1, page_size: 20, hasMore: false } } };

const STATUSES = ['active', 'disconnected', 'token_expired'];

type Kind = {
  readonly name: string;
  readonly summary: string;
  readonly wrap: Wrap;
  readonly clause?: string;
  readonly expect?: 'WARN';
};

const KINDS: readonly Kind[] = [
  {
    name: 'invalid-status-ignored',
    summary: 'a status that is none is ignored',
    wrap: within(({ query }) => !STATUSES.includes(query.get('status') ?? 'active'), without('status')),
  },
  {
    name: 'invalid-status-empty',
    summary: 'a status that is none finds nothing',
    // An empty list keeps what the filter means, and hides the mistake.
    expect: 'WARN',
    wrap: within(
      about('status'),
      at400(() => emptyPage),
    ),
  },
  {
    name: 'invalid-status-422',
    summary: 'a status that is none is answered with 422',
    wrap: within(
      about('status'),
      at400(() => refusedAs(422, 'invalid_request')),
    ),
  },
  {
    name: 'invalid-parameters-422',
    summary: 'invalid parameters are answered with 422',
    wrap: at400(() => refusedAs(422, 'invalid_request')),
  },
  {
    name: 'invalid-parameters-404',
    summary: 'invalid parameters are answered with 404',
    wrap: at400(() => refusedAs(404, 'not_found')),
  },
  {
    name: 'invalid-parameters-other-type',
    summary: 'invalid parameters have the type validation_error',
    wrap: at400(() => refusedAs(400, 'validation_error')),
  },
  {
    name: 'invalid-parameters-500',
    summary: 'invalid parameters break the server',
    wrap: at400(() => refusedAs(500, 'api_error')),
  },
];

const klayrai = KINDS.map(({ clause = 'KLY-50', ...kind }) => fault({ list: 'accounts', clause, ...kind }));

const VERSION = '2026-03-01';
const byVersion =
  (refuses: (version: string | undefined) => boolean): Wrap =>
  (handler) => ({
    handle: (call) => {
      const reply = handler.handle(call);
      const refused = reply.status === 200 && refuses(call.headers['klayrai-version']);
      return refused ? { ...reply, ...refusedAs(400, 'invalid_request') } : reply;
    },
  });

const versions = [
  fault({
    list: 'accounts',
    name: 'version-refused',
    clause: 'KLY-16',
    summary: 'the documented klayrai-version is refused',
    wrap: byVersion((version) => version === VERSION),
  }),
  fault({
    list: 'accounts',
    name: 'version-required',
    clause: 'KAP-13',
    summary: 'calls without klayrai-version are refused',
    expect: 'WARN',
    wrap: byVersion((version) => version === undefined),
  }),
];

/** Input that the documentation leaves open may be refused or not; it must not break the server. */
const BREAKING: readonly (readonly [ListName, string, string, (value: string) => boolean, string])[] = [
  ['campaigns', 'limit', 'limit that is no number', (value) => !/^-?[\d.]+$/.test(value), 'CMP-01'],
  ['adsets', 'limit', 'limit below 1', (value) => Number(value) < 1, 'SET-01'],
  ['ads', 'limit', 'limit above 200', (value) => Number(value) > 200, 'ADS-01'],
  ['ads', 'limit', 'limit with a fraction', (value) => value.includes('.'), 'ADS-01'],
  ['campaigns', 'since', 'since that is no time', (value) => Number.isNaN(Date.parse(value)), 'CMP-01'],
  [
    'campaigns',
    'status',
    'status that is none',
    (value) => !/^(active|paused|archived|deleted|in_review|rejected)$/.test(value),
    'CMP-01',
  ],
  ['ads', 'platforms', 'platform that is none', (value) => !value.endsWith('_ads'), 'ADS-01'],
  ['adAccounts', 'healthy', 'healthy that is no boolean', (value) => !/^(true|false)$/.test(value), 'ACC-01'],
  ['adAccounts', 'credentialMode', 'credentialMode that is none', (value) => !/^(agency|byo)$/.test(value), 'ACC-01'],
  ['accounts', 'page', 'page behind the last', (value) => Number(value) > 47, 'KLY-01'],
  ['accounts', 'page_size', 'page_size over 100', (value) => Number(value) > 100, 'KLY-01'],
  ['accounts', 'page', 'page of 0 or less', (value) => Number(value) < 1, 'KLY-01'],
];

const broken = (reply: Reply): Reply => ({
  ...reply,
  status: 500,
  body: { error: { code: 'INTERNAL', type: 'api_error', message: 'Oops.', requestId: 'req_0' } },
});

const breaking = BREAKING.map(([list, parameter, what, breaks, clause], index) =>
  fault({
    list,
    name: `${parameter}-breaks-server-${index + 1}`,
    clause,
    summary: `a ${what} breaks the server`,
    wrap: replying((reply, { query }) => (query.getAll(parameter).some(breaks) ? broken(reply) : reply)),
  }),
);

const unknownId = fault({
  list: 'ads',
  name: 'unknown-id-breaks-server',
  clause: 'ADS-27',
  summary: 'an adsetId that no row has breaks the server',
  wrap: replying((reply, { query }, { stores }) =>
    query.has('adsetId') && stores.adset.get(query.get('adsetId') ?? '') === undefined ? broken(reply) : reply,
  ),
});

export const invalidParameters: readonly Fault[] = [...klayrai, ...versions, ...breaking, unknownId];
