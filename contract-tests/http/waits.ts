// How long to wait before a request is sent again, and when its reply stands.
import { at, type RetryAfter } from '../../spec/index.ts';
import type { Exchange } from './exchange.ts';

/** How often a 5xx or a broken connection is asked again, and a 429 waited out. */
const RETRIES = 3;
const RATE_LIMIT_RETRIES = 8;
const MAX_WAIT = 120_000;

/**
 * Milliseconds to wait before the same request is sent again; undefined where this reply stands. `patience` is how many a
 * server that is unavailable may still ask for.
 */
export function waitBefore(
  { status, headers, body, problem }: Pick<Exchange, 'status' | 'headers' | 'body' | 'problem'>,
  attempt: number,
  told: RetryAfter | undefined,
  patience: number,
): number | undefined {
  const backoff = 2 ** attempt * 100;
  if (status === 429) {
    if (attempt >= RATE_LIMIT_RETRIES) return undefined;
    const asked = retryAfter(headers['retry-after'], Date.now()) ?? waitInBody(body, told);
    // A server that asks for no wait at all still gets some.
    return Math.max(backoff, Math.min(asked ?? backoff * 10, MAX_WAIT));
  }
  if (attempt >= RETRIES) return undefined;
  if (problem?.kind === 'unreachable' && isLasting(problem.detail)) return undefined;
  const asked = status === 503 ? (retryAfter(headers['retry-after'], Date.now()) ?? 0) : 0;
  if (asked > backoff && asked <= patience) return asked;
  return status >= 500 || problem?.kind === 'unreachable' ? backoff : undefined;
}

/** Whether a connection fails for a reason that asking again does not change: a certificate, a name, another protocol. */
function isLasting(detail: string): boolean {
  return /^(\S*CERT\S*|\S*SIGNATURE\S*|ERR_TLS\S*|ERR_SSL\S*|EPROTO|HPE_\S+|ENOTFOUND)/.test(detail);
}

/** Milliseconds that the header asks for: seconds, or a date (RFC 9110, 10.2.3); undefined where it is neither. */
function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const milliseconds = /^\s*\d+\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
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
