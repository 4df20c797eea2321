// Callers that are let in or kept out against the documents, and refusals that say something else.
import { asking, type Fault, type Misbehaviour, reading, refusing, replying, showing } from './misbehaviour.ts';

const [authentication, refused, tenant] = ['authentication', 'error-body', 'foreign-project'];

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const decoded = (header = '') => Buffer.from(header.replace('Basic ', ''), 'base64').toString();
const opened: Misbehaviour = asking((query) => query.set('api_key', 'mock-key-bookshop-shop-key'));
const status = (from: number, to: number): Misbehaviour => refusing(from, () => ({ status: to }));

export const callerFaults: readonly Fault[] = [
  [
    'basic',
    'listOrders',
    'every password opens',
    authentication,
    showing((headers) => ({
      ...headers,
      authorization: headers.authorization === undefined ? undefined : basic('ada:mock-password'),
    })),
  ],
  [
    'basic',
    'listOrders',
    'nothing is asked for',
    authentication,
    showing((headers) => ({ ...headers, authorization: basic('ada:mock-password') })),
  ],
  [
    'basic',
    'listOrders',
    'a closed account opens',
    'revoked-key',
    showing((headers) => ({
      ...headers,
      authorization: headers.authorization?.replace(basic('bob:mock-password'), basic('ada:mock-password')),
    })),
  ],
  [
    'basic',
    'listOrders',
    'the user name is enough',
    authentication,
    showing((headers) =>
      decoded(headers.authorization).startsWith('ada')
        ? { ...headers, authorization: basic('ada:mock-password') }
        : headers,
    ),
  ],
  ['key in query', 'listBooks', 'nothing is asked for', authentication, opened],
  [
    'key in query',
    'listBooks',
    'every key opens',
    authentication,
    asking((query) => {
      if (query.has('api_key')) query.set('api_key', 'mock-key-bookshop-shop-key');
    }),
  ],
  [
    'key in query',
    'listReviews',
    'a key of the free plan opens',
    'plan',
    asking((query) => {
      if (query.get('api_key')?.includes('free') === true) query.set('api_key', 'mock-key-bookshop-shop-key');
    }),
  ],
  [
    'key in query',
    'listCopies',
    'a call without a key finds nothing',
    authentication,
    replying((reply) => (reply.status === 401 ? { ...reply, status: 200, body: { copies: [], next: null } } : reply)),
  ],
  [
    'x-tenant',
    'listBooks',
    'the header is ignored',
    tenant,
    showing((headers) => ({ ...headers, 'x-shop': 'shop_1' })),
  ],
  [
    'x-tenant',
    'listOrders',
    'the other shop shows its rows',
    tenant,
    showing((headers) => ({ ...headers, 'x-shop': headers['x-shop'] === 'shop_2' ? 'shop_1' : headers['x-shop'] })),
  ],
  ['x-tenant', 'listPublishers', 'is refused with another status', tenant, status(404, 403)],
  ['x-tenant', 'listReviews', 'every shop is refused as without a key', tenant, status(404, 401)],
  ['x-when', 'listBooks', 'no key: another status', authentication, status(401, 403)],
  [
    'x-when',
    'listBooks',
    'no key: another code',
    authentication,
    reading('#/components/responses/Unauthorized/x-when/no-credential/code', 'bad_key'),
  ],
  ['x-when', 'listReviews', 'a bad value: another status', 'invalid-parameters', status(400, 422)],
  [
    'x-when',
    'listCopies',
    'a value that is not listed is ignored',
    'invalid-parameters',
    asking((query) => {
      if (query.get('condition') === 'no-such-value') query.delete('condition');
    }),
  ],
  [
    'x-error',
    'listBooks',
    'the code is missing',
    refused,
    refusing(400, ({ body }) => ({ body: { message: (body as { message: string }).message } })),
  ],
  [
    'x-error',
    'listBooks',
    'the message is missing',
    refused,
    refusing(401, ({ body }) => ({ body: { code: (body as { code: string }).code } })),
  ],
  ['x-error', 'listCopies', 'the body is a text', refused, refusing(422, () => ({ body: 'invalid' }))],
];
