// A good deployment with a bad day: too many calls, failures that pass, replies that come late.
import type { Reply } from '../../../mock/index.ts';
import { eachRow } from '../../faults/answer.ts';
import type { Handler } from '../../faults/built-in.ts';
import type { Wrap } from '../../faults/fault.ts';
import { createRandom } from '../../faults/randomness.ts';
import { BOTH, KLAYRAI, type Variation, wrapped } from '../variation.ts';

const HEADERS = { 'X-Request-Id': 'req_01HXZ9G7KMV2QX8Y1S5RJW3B7T', 'X-RateLimit-Endpoint-Class': 'read-light' };
const layersError = (status: number, code: string, headers = {}): Reply => ({
  status,
  headers: { ...HEADERS, ...headers },
  body: { error: { code, message: 'Not now.', requestId: HEADERS['X-Request-Id'] } },
});
const klayraiError = (status: number, type: string, message: string): Reply => ({
  status,
  headers: {},
  body: { error: { type, message } },
});

/** Answers some calls with a trouble; the same call may be lucky the next time. */
const troubling =
  (trouble: Reply, isDue: (count: number) => boolean): Wrap =>
  (handler): Handler => {
    let count = 0;
    return {
      handle: (call) => {
        count += 1;
        return isDue(count) ? trouble : handler.handle(call);
      },
    };
  };

const every = (turn: number) => (count: number) => count % turn === 3;
const atRandom = (seed: number, share: number) => {
  const random = createRandom(seed);
  return () => random() < share;
};

const limited: readonly Variation[] = [
  wrapped(
    'rate-limit-now-and-then',
    'every seventh call is one too many, with Retry-After: 0',
    troubling(layersError(429, 'RATE_LIMITED', { 'Retry-After': '0' }), every(7)),
  ),
  wrapped(
    'rate-limit-a-second',
    'every sixtieth call is one too many, with Retry-After: 1',
    troubling(layersError(429, 'RATE_LIMITED', { 'Retry-After': '1' }), every(60)),
  ),
  wrapped(
    'rate-limit-from-the-start',
    'the first three calls are too many',
    troubling(layersError(429, 'RATE_LIMITED', { 'Retry-After': '0' }), (count) => count <= 3),
  ),
  wrapped(
    'rate-limit-in-words',
    'every twelfth call is one too many, and the message says how long to wait',
    troubling(klayraiError(429, 'rate_limit_error', 'Rate limit exceeded. Please retry after 1 seconds.'), every(12)),
    KLAYRAI,
  ),
  wrapped(
    'rate-limit-no-wait',
    'every fifth call is one too many, with no wait',
    troubling(klayraiError(429, 'rate_limit_error', 'Rate limit exceeded. Please retry after 0 seconds.'), every(5)),
    KLAYRAI,
  ),
];

const failing: readonly Variation[] = [
  wrapped(
    'a-503-now-and-then',
    'every ninth call is answered with 503',
    troubling(layersError(503, 'UNAVAILABLE'), every(9)),
  ),
  wrapped(
    'a-500-now-and-then',
    'every eighth call is answered with 500',
    troubling(klayraiError(500, 'api_error', 'Something broke.'), every(8)),
    KLAYRAI,
  ),
  wrapped(
    'a-502-at-random',
    'one call in twenty is answered by the gateway, in words of its own',
    troubling(
      { status: 502, headers: { 'Content-Type': 'text/html' }, body: '<html>Bad Gateway</html>' },
      atRandom(41, 0.05),
    ),
    BOTH,
  ),
  wrapped(
    'two-failures-in-a-row',
    'twice in a row a call is answered with 503',
    troubling(layersError(503, 'UNAVAILABLE'), (count) => count % 40 < 2 && count > 40),
  ),
];

const slow: Variation = {
  id: 'slow-replies',
  summary: 'replies take up to 12 milliseconds',
  apis: BOTH,
  tamper: (send) => {
    const random = createRandom(43);
    return async (input, init) => {
      await new Promise((resolve) => setTimeout(resolve, 12 * random()));
      return send(input, init);
    };
  },
};

/** Two servers take turns, of which one has no names of ads. */
const inTurns: readonly Variation[] = [
  wrapped('names-in-turns', 'every other reply shows the externalId as the name of each ad', (handler, mock) => {
    let turn = 0;
    const counted: Handler = {
      handle: (call) => {
        turn += 1;
        return handler.handle(call);
      },
    };
    return eachRow((row, { list }) => (list === 'ads' && turn % 2 === 0 ? { ...row, name: row.externalId } : row))(
      counted,
      mock,
    );
  }),
];

export const troubles: readonly Variation[] = [...limited, ...failing, ...inTurns, slow];
