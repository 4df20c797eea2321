// Errors in another shape than the documented one, and headers that should be there or not.
import type { Reply } from '../../../mock/index.ts';
import { listing, refusing, replying } from '../answer.ts';
import type { Api } from '../built-in.ts';
import type { Fault, Wrap } from '../fault.ts';

type Member = Readonly<Record<string, unknown>>;
const errorOf = (reply: Reply): Member => (reply.body as { error: Member }).error;

/** Changes the object `error` of every refusal. */
const erring = (change: (error: Member) => unknown): Wrap =>
  refusing((reply) => ({ ...reply, body: { error: change(errorOf(reply)) } }));
const without = (member: string): Wrap =>
  erring((error) => Object.fromEntries(Object.entries(error).filter(([name]) => name !== member)));
const withStatus =
  (status: number, wrap: Wrap): Wrap =>
  (handler, mock) => {
    const changed = wrap(handler, mock);
    return {
      handle: (call) => {
        const reply = handler.handle(call);
        return reply.status === status ? changed.handle(call) : reply;
      },
    };
  };

type Kind = readonly [api: Api, id: string, clause: string, summary: string, wrap: Wrap];

const bare: Wrap = refusing((reply) => ({ ...reply, body: errorOf(reply) }));
const text: Wrap = refusing((reply) => ({ ...reply, body: { error: errorOf(reply).message } }));
const list: Wrap = refusing((reply) => ({ ...reply, body: { errors: [errorOf(reply)] } }));
const nothing: Wrap = refusing((reply) => ({ ...reply, body: {} }));
const onlyMessage: Wrap = refusing((reply) => ({ ...reply, body: { message: 'Unauthorized' } }));

const BODIES: readonly Kind[] = [
  ['layers', 'error-bare', 'LAY-01', 'the members of error stand at the top', bare],
  ['layers', 'error-text', 'LAY-01', 'error is a string', text],
  ['layers', 'error-list', 'LAY-01', 'errors is a list', list],
  ['layers', 'error-empty', 'LAY-01', 'the body is an empty object', nothing],
  ['layers', 'error-gateway', 'LAY-01', 'the body is that of a gateway: message only', onlyMessage],
  ['layers', 'error-no-code', 'LAY-02', 'error.code is missing', without('code')],
  [
    'layers',
    'error-code-small',
    'LAY-02',
    'error.code is written in small letters',
    erring((error) => ({ ...error, code: String(error.code).toLowerCase() })),
  ],
  ['layers', 'error-code-number', 'LAY-02', 'error.code is the status', erring((error) => ({ ...error, code: 401 }))],
  ['layers', 'error-no-message', 'LAY-03', 'error.message is missing', without('message')],
  [
    'layers',
    'error-message-object',
    'LAY-03',
    'error.message is an object',
    erring((error) => ({ ...error, message: { en: error.message } })),
  ],
  ['layers', 'error-no-request-id', 'LAY-04', 'error.requestId is missing', without('requestId')],
  [
    'layers',
    'error-request-id-null',
    'LAY-04',
    'error.requestId is null',
    erring((error) => ({ ...error, requestId: null })),
  ],
  [
    'layers',
    'error-details-text',
    'LAY-05',
    'error.details is a string',
    erring((error) => ({ ...error, details: 'see the manual' })),
  ],
  ['layers', 'error-details-null', 'LAY-05', 'error.details is null', erring((error) => ({ ...error, details: null }))],
  ...([401, 403, 404] as const).map(
    (status): Kind => [
      'layers',
      `error-gateway-at-${status}`,
      'LAY-01',
      `a ${status} has the body of a gateway`,
      withStatus(status, onlyMessage),
    ],
  ),
  ['klayrai', 'error-bare-accounts', 'KAP-17', 'the members of error stand at the top', bare],
  ['klayrai', 'error-text-accounts', 'KAP-17', 'error is a string', text],
  ['klayrai', 'error-no-message-accounts', 'KAP-19', 'error.message is missing', without('message')],
  [
    'klayrai',
    'error-message-null-accounts',
    'KAP-19',
    'error.message is null',
    erring((error) => ({ ...error, message: null })),
  ],
  [
    'klayrai',
    'error-message-null-at-400-accounts',
    'KAP-19',
    'a 400 has no message',
    withStatus(400, without('message')),
  ],
  [
    'klayrai',
    'error-message-null-at-403-accounts',
    'KAP-19',
    'a 403 has no message',
    withStatus(403, without('message')),
  ],
];

const header = (name: string, value: string): Wrap =>
  replying((reply) => ({ ...reply, headers: { ...reply.headers, [name]: value } }));
const headerless = (name: string, where: (reply: Reply) => boolean): Wrap =>
  replying((reply) => {
    const { [name]: _, ...headers } = reply.headers;
    return where(reply) ? { ...reply, headers } : reply;
  });
const isList = ({ status }: Reply): boolean => status === 200;

const HEADERS: readonly Kind[] = [
  ['layers', 'no-request-id', 'LAY-08', 'no reply has X-Request-Id', headerless('X-Request-Id', () => true)],
  ['layers', 'no-request-id-on-lists', 'LAY-08', 'lists have no X-Request-Id', headerless('X-Request-Id', isList)],
  [
    'layers',
    'no-request-id-on-errors',
    'LAY-08',
    'errors have no X-Request-Id',
    headerless('X-Request-Id', (reply) => !isList(reply)),
  ],
  ['layers', 'request-id-shared', 'LAY-10', 'all replies have one request id', header('X-Request-Id', 'req_1')],
  [
    'layers',
    'request-id-apart',
    'LAY-10',
    'the request id of an error is another in the body than in the header',
    erring((error) => ({ ...error, requestId: `${String(error.requestId)}x` })),
  ],
  ['layers', 'request-id-empty', 'LAY-08', 'X-Request-Id is empty', header('X-Request-Id', '')],
  [
    'layers',
    'no-class',
    'LAY-38',
    'no reply has X-RateLimit-Endpoint-Class',
    headerless('X-RateLimit-Endpoint-Class', () => true),
  ],
  [
    'layers',
    'no-class-on-errors',
    'LAY-38',
    'errors have no X-RateLimit-Endpoint-Class',
    headerless('X-RateLimit-Endpoint-Class', (reply) => !isList(reply)),
  ],
  [
    'layers',
    'class-other',
    'LAY-38',
    'X-RateLimit-Endpoint-Class is long-running',
    header('X-RateLimit-Endpoint-Class', 'long-running'),
  ],
  ['klayrai', 'limit-header-accounts', 'KAP-23', 'replies have X-RateLimit-Limit', header('X-RateLimit-Limit', '120')],
  [
    'klayrai',
    'remaining-header-accounts',
    'KAP-23',
    'replies have X-RateLimit-Remaining',
    header('X-RateLimit-Remaining', '87'),
  ],
  ['klayrai', 'reset-header-accounts', 'KAP-23', 'replies have X-RateLimit-Reset', header('X-RateLimit-Reset', '60')],
  [
    'klayrai',
    'retry-after-accounts',
    'KAP-24',
    'lists have Retry-After',
    listing((reply) => ({ ...reply, headers: { ...reply.headers, 'Retry-After': '1' } })),
  ],
];

export const errors: readonly Fault[] = [...BODIES, ...HEADERS].map(
  ([api, id, clause, summary, wrap]): Fault => ({
    id,
    family: 'errors',
    clause,
    summary: `${api}: ${summary}`,
    api,
    expect: 'WARN',
    wrap,
  }),
);
