// How long to wait before a request is sent again, and when its reply stands.
import { at, type RetryAfter } from '../../spec/index.ts';
import type { Exchange } from './exchange.ts';

/** How often a 5xx, a 408 or a broken connection is asked again, and a 429 waited out. */
const RETRIES = 3;
/** The same where calls were answered when they were asked again, and passing trouble is to be expected. */
const PATIENT_RETRIES = 6;
const RATE_LIMIT_RETRIES = 8;
const MAX_WAIT = 120_000;

/** Milliseconds that a server may ask for in the whole run with 503 and Retry-After: what a deployment takes to come up again. */
const UNAVAILABLE = 30_000;

type Reply = Pick<Exchange, 'status' | 'headers' | 'body' | 'problem'>;

/** How long each request of one run waits before it is sent again. */
export type Waits = {
  /** Milliseconds; undefined where this reply stands. Where it does not, they are waited; longer where trouble was seen to pass. */
  readonly before: (
    reply: Reply,
    attempt: number,
    told: RetryAfter | undefined,
    isPassingTrouble?: boolean,
  ) => number | undefined;
};

export function createWaits(): Waits {
  let unavailable = UNAVAILABLE;
  return {
    before: (reply, attempt, told, isPassingTrouble = false) => {
      const { status, headers, body } = reply;
      if (status === 429) return rateLimitWait(attempt, retryAfter(headers['retry-after']) ?? waitInBody(body, told));
      // One slow reply is no breach, and each costs the whole timeout.
      if (reply.problem?.kind === 'timeout') return attempt === 0 ? 0 : undefined;
      if (attempt >= (isPassingTrouble ? PATIENT_RETRIES : RETRIES) || !isPassing(reply)) return undefined;
      const backoff = 2 ** attempt * 100;
      const asked = status === 503 ? (retryAfter(headers['retry-after']) ?? 0) : 0;
      const wait = asked > backoff && asked <= unavailable ? asked : backoff;
      if (status === 503) unavailable -= wait;
      return wait;
    },
  };
}

function rateLimitWait(attempt: number, asked: number | undefined): number | undefined {
  if (attempt >= RATE_LIMIT_RETRIES) return undefined;
  const backoff = 2 ** attempt * 100;
  // A server that asks for no wait at all still gets some.
  return Math.max(backoff, Math.min(asked ?? backoff * 10, MAX_WAIT));
}

/** Whether asking again may help: 408 only closes a connection that was idle for too long (RFC 9110, 15.5.9). */
function isPassing({ status, problem }: Reply): boolean {
  if (problem?.kind === 'unreachable') return !isLasting(problem.detail);
  return status >= 500 || status === 408;
}

/** Whether a connection fails for a reason that asking again does not change: a certificate, a name, another protocol. */
function isLasting(detail: string): boolean {
  return /^(\S*CERT\S*|\S*SIGNATURE\S*|ERR_TLS\S*|ERR_SSL\S*|EPROTO|HPE_\S+|ENOTFOUND)/.test(detail);
}

/** Milliseconds that the header asks for: seconds, or a date (RFC 9110, 10.2.3); undefined where it is neither. */
function retryAfter(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const milliseconds = /^\s*\d+\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(milliseconds) ? milliseconds : undefined;
}

/** Milliseconds that the body asks for, where the contract says that it does. */
function waitInBody(body: unknown, told: RetryAfter | undefined): number | undefined {
  const value = told === undefined ? undefined : at(body, told.pointer);
  if (told === undefined || (typeof value !== 'string' && typeof value !== 'number')) return undefined;
  const text = String(value);
  const seconds = Number(told.pattern === undefined ? text : new RegExp(told.pattern).exec(text)?.[1]);
  return text !== '' && Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
