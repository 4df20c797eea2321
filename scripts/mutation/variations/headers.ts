// Other headers, which the documentation allows or does not speak of.
import type { Reply } from '../../../mock/index.ts';
import { listing, replying } from '../../faults/answer.ts';
import { BOTH, LAYERS, type Variation, wrapped } from '../variation.ts';

const withHeaders = (headers: Readonly<Record<string, string>>) => (reply: Reply) => ({
  ...reply,
  headers: { ...reply.headers, ...headers },
});

export const headers: readonly Variation[] = [
  wrapped(
    'charset-none',
    'the content type has no charset',
    replying(withHeaders({ 'Content-Type': 'application/json' })),
    BOTH,
  ),
  wrapped(
    'charset-quoted',
    'the content type is written in capitals, with a quoted charset',
    replying(withHeaders({ 'Content-Type': 'Application/JSON; Charset="UTF-8"' })),
    BOTH,
  ),
  wrapped(
    'further-headers',
    'replies have headers of a gateway',
    replying(
      withHeaders({
        ETag: 'W/"1"',
        'Cache-Control': 'private, max-age=0',
        'Set-Cookie': 'session=1; HttpOnly',
        'Access-Control-Allow-Origin': '*',
        Server: 'cloudflare',
        Vary: 'Accept-Encoding',
        Link: '<https://example.com>; rel="next"',
      }),
    ),
    BOTH,
  ),
  wrapped(
    'bucket-headers',
    'Layers sends the state of the bucket',
    replying(withHeaders({ 'X-RateLimit-Limit': '120', 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '12' })),
    LAYERS,
  ),
  wrapped(
    'retry-after-on-lists',
    'Layers sends Retry-After with lists',
    listing(withHeaders({ 'Retry-After': '30' })),
    LAYERS,
  ),
];
