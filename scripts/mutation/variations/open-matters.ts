// What Layers leaves open, answered in other ways than the mock does.
import type { Reply } from '../../../mock/index.ts';
import { bodies, refusing, replying } from '../../faults/answer.ts';
import { type Ask, asking, turning, within, without } from '../../faults/ask.ts';
import { deploying } from '../../faults/deployment.ts';
import type { Wrap } from '../../faults/fault.ts';
import { everyRow } from '../../faults/world.ts';
import { inWorld, type Variation, wrapped } from '../variation.ts';

const layersError = (status: number, code: string): Pick<Reply, 'status' | 'body'> => ({
  status,
  body: { error: { code, message: 'Not taken.', requestId: 'req_01HXZ9G7KMV2QX8Y1S5RJW3B7T' } },
});
/** Answers the refusals of one status otherwise. */
const refusedAs = (status: number, answer: Pick<Reply, 'status' | 'body'>): Wrap =>
  refusing((reply) => (reply.status === status ? { ...reply, ...answer } : reply));

const between = (value: string, least: number, most: number): string => {
  const number = Number(value);
  return String(Number.isFinite(number) ? Math.min(most, Math.max(least, Math.trunc(number))) : most);
};

const ENUMS: Readonly<Record<string, RegExp>> = {
  platforms: /^(meta_ads|tiktok_ads|apple_ads)$/,
  status: /^(active|paused|archived|deleted|in_review|rejected)$/,
  credentialMode: /^(agency|byo)$/,
  healthy: /^(true|false)$/,
};
const isBad = ({ query }: Ask): boolean =>
  Object.entries(ENUMS).some(([name, good]) => query.getAll(name).some((value) => !good.test(value)));

const ignoringBad: Wrap = asking((query) => {
  for (const [name, good] of Object.entries(ENUMS)) {
    const kept = query.getAll(name).filter((value) => good.test(value));
    query.delete(name);
    for (const value of kept) query.append(name, value);
  }
});

/** An id that no row of the list has is refused. */
const unknownIds = (status: number, code: string): Wrap =>
  replying((reply, { query, list }, mock) => {
    const ids = list === 'accounts' ? [] : [...query].filter(([name]) => name.endsWith('Id'));
    const isUnknown = ids.some(([name, value]) => everyRow(mock, list).every((row) => row[name] !== value));
    return reply.status === 200 && isUnknown ? { ...reply, ...layersError(status, code) } : reply;
  });

const layers: readonly Variation[] = [
  wrapped(
    'limit-clamped',
    'a limit out of bounds is brought into them',
    turning('limit', ([value = '']) => [between(value, 1, 200)]),
  ),
  wrapped(
    'limit-ignored-when-bad',
    'a limit out of bounds counts as none',
    turning('limit', ([value = '']) => (between(value, 1, 200) === value ? [value] : [])),
  ),
  wrapped('invalid-400', 'invalid parameters are answered with 400', refusedAs(422, layersError(400, 'VALIDATION'))),
  wrapped(
    'bad-enum-empty',
    'a value that is not documented finds nothing',
    within(isBad, (handler, mock) => bodies((body) => ({ ...body, items: [] }))(ignoringBad(handler, mock), mock)),
  ),
  wrapped('bad-enum-ignored', 'a value that is not documented counts as none', ignoringBad),
  wrapped('unknown-id-404', 'a filter by an id that no row has is answered with 404', unknownIds(404, 'NOT_FOUND')),
  wrapped('unknown-id-422', 'a filter by an id that no row has is answered with 422', unknownIds(422, 'VALIDATION')),
  wrapped(
    'unhealthy',
    'healthy=false lists the accounts that are not valid',
    within(
      ({ query }) => query.get('healthy') === 'false',
      (handler, mock) =>
        bodies((_, __, { stores }) => ({
          items: stores.adAccount
            .select({ values: new Map(), limit: 9 })
            .filter(({ tokenStatus }) => tokenStatus !== 'valid'),
        }))(without('healthy')(handler, mock), mock),
    ),
  ),
  wrapped(
    'since-fractions-refused',
    'since with fractions of a second is refused',
    within(({ query }) => /\.\d/.test(query.get('since') ?? ''), refuse(layersError(422, 'VALIDATION'))),
  ),
  wrapped(
    'request-ids-differ',
    'the error body has another request id than the header, a UUID',
    refusing((reply) => ({
      ...reply,
      headers: { ...reply.headers, 'X-Request-Id': '3f1d7a2e-9b1c-4c55-8d0e-5f6a7b8c9d0e' },
    })),
  ),
  wrapped(
    'errors-without-details',
    'errors have no details',
    refusing((reply) => ({
      ...reply,
      body: { error: { ...(reply.body as { error: object }).error, details: undefined } },
    })),
  ),
  wrapped(
    'challenge',
    'a 401 has a WWW-Authenticate header',
    refusing((reply) => ({ ...reply, headers: { ...reply.headers, 'WWW-Authenticate': 'Bearer realm="layers"' } })),
  ),
  wrapped(
    'limit-sized-by-bytes',
    'a page of more than 120 rows is cut at 120 now and then: sizes vary',
    deploying({
      size: ({ query }) =>
        query.has('cursor') ? Math.min(120, Number(query.get('limit') ?? 100)) : Number(query.get('limit') ?? 100),
    }),
  ),
  inWorld('strict', 'unknown query parameters are refused', { strict: true }),
];

function refuse(answer: Pick<Reply, 'status' | 'body'>): Wrap {
  return replying((reply) => ({ ...reply, ...answer }));
}

export const openMatters: readonly Variation[] = layers;
