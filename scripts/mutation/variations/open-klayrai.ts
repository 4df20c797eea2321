// What KlayrAI leaves open, answered in other ways than the mock does.
import type { Reply } from '../../../mock/index.ts';
import { bodies, refusing, replying } from '../../faults/answer.ts';
import { turning } from '../../faults/ask.ts';
import { both } from '../../faults/fault.ts';
import { numbering } from '../../faults/numbering.ts';
import { KLAYRAI, type Variation, wrapped } from '../variation.ts';

const klayraiError = (status: number, type: string): Pick<Reply, 'status' | 'body'> => ({
  status,
  body: { error: { type, message: 'Not taken.' } },
});

const isBehind = (reply: Reply): boolean => {
  const { data, pagination } = reply.body as { data?: readonly unknown[]; pagination?: { page: number } };
  return data?.length === 0 && (pagination?.page ?? 1) > 1;
};

export const openKlayrai: readonly Variation[] = [
  wrapped(
    'revoked-as-authentication-error',
    'a revoked key is answered like a wrong one',
    refusing((reply) =>
      JSON.stringify(reply.body).includes('key_revoked')
        ? { ...reply, ...klayraiError(401, 'authentication_error') }
        : reply,
    ),
    KLAYRAI,
  ),
  wrapped(
    'remaining-requests',
    'replies have meta.remaining_requests',
    bodies((body) => ({ ...body, meta: { remaining_requests: 87 } })),
    KLAYRAI,
  ),
  wrapped(
    'page-behind-400',
    'a page behind the last is answered with 400',
    replying((reply) => (isBehind(reply) ? { ...reply, ...klayraiError(400, 'invalid_request') } : reply)),
    KLAYRAI,
  ),
  wrapped(
    'page-behind-404',
    'a page behind the last is answered with 404',
    replying((reply) => (isBehind(reply) ? { ...reply, ...klayraiError(404, 'not_found') } : reply)),
    KLAYRAI,
  ),
  wrapped(
    'page-behind-clamped',
    'a page behind the last gives the last',
    numbering({
      range: ({ kept, page, size }) => {
        const last = Math.min(page, Math.max(1, Math.ceil(kept.length / size)));
        return [(last - 1) * size, last * size];
      },
      shownPage: ({ kept, page, size }) => Math.min(page, Math.max(1, Math.ceil(kept.length / size))),
    }),
    KLAYRAI,
  ),
  wrapped(
    'page-size-clamped',
    'a page_size over 100 counts as 100',
    turning('page_size', (values) => values.map((value) => (Number(value) > 100 ? '100' : value))),
    KLAYRAI,
  ),
  wrapped(
    'page-zero',
    'page=0 and page_size=0 count as 1',
    turning('page', (values) => values.map((value) => (Number(value) < 1 ? '1' : value))),
    KLAYRAI,
  ),
  wrapped(
    'other-versions-refused',
    'any klayrai-version but the documented one is refused',
    (handler) => ({
      handle: (call) => {
        const version = call.headers['klayrai-version'] ?? '2026-03-01';
        const reply = handler.handle(call);
        return version === '2026-03-01' ? reply : { ...reply, ...klayraiError(400, 'invalid_request') };
      },
    }),
    KLAYRAI,
  ),
  wrapped(
    'status-any-case',
    'status may be written in capitals',
    turning('status', (values) => values.map((value) => value.toLowerCase())),
    KLAYRAI,
  ),
  wrapped(
    'error-request-id',
    'errors have a requestId',
    refusing((reply) => ({ ...reply, body: { ...(reply.body as object), requestId: 'req_1' } })),
    KLAYRAI,
  ),
  wrapped(
    'page-text-ignored',
    'a page or page_size that is no whole number counts as none, or is cut to one',
    both(
      turning('page', (values) => values.map((value) => String(Number.parseInt(value, 10) || 1))),
      turning('page_size', (values) => values.map((value) => String(Number.parseInt(value, 10) || 20))),
    ),
    KLAYRAI,
  ),
];
