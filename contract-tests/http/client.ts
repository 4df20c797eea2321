// Sends the judge's requests: counted, paced, retried where a retry is fair, and kept as evidence.
import { at, type RetryAfter } from '../../spec/index.ts';
import { addressOf } from './address.ts';
import type { Keyring } from './credentials.ts';
import type { Exchange, Request, Shown } from './exchange.ts';
import { get, type Received } from './transport.ts';

export type ClientOptions = {
  readonly baseUrl: string;
  readonly keyring: Keyring;
  readonly fetch: typeof fetch;
  readonly timeout: number;
  /** Most requests in the whole run, retries included. */
  readonly maxRequests: number;
  /** Most requests a second; 0 for no bound. */
  readonly rate: number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
  readonly onRequest: (sent: number) => void;
};

export type Client = {
  /** The exchange, or undefined where the budget is spent, or the operation does not answer at all. */
  readonly send: (request: Request) => Promise<Exchange | undefined>;
  readonly sent: () => number;
  readonly left: () => number;
  /** Every exchange so far, the replies that a retry replaced among them. */
  readonly exchanges: readonly Exchange[];
  /** What went wrong on the way and was made good by waiting or asking again. */
  readonly troubles: () => Readonly<Record<string, number>>;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
};

/** How often a 5xx or a broken connection is asked again, and a 429 waited out. */
const RETRIES = 3;
const RATE_LIMIT_RETRIES = 8;
const MAX_WAIT = 120_000;
/** An operation that has left so many calls without a complete reply is asked no more: each costs the whole timeout. */
const SILENCES = 2;

export function createClient(options: ClientOptions): Client {
  const { keyring, sleep, now } = options;
  const exchanges: Exchange[] = [];
  const troubles: Record<string, number> = {};
  const silences = new Map<string, number>();
  const silentIn = ({ operation }: Request) => silences.get(operation.id) ?? 0;
  let sent = 0;
  let earliest = 0;

  const pace = async (): Promise<void> => {
    if (options.rate <= 0) return;
    const wait = earliest - now();
    if (wait > 0) await sleep(wait);
    earliest = Math.max(earliest, now()) + 1000 / options.rate;
  };

  const send = async (request: Request): Promise<Exchange | undefined> => {
    const { url, shownUrl, headers } = addressOf(options.baseUrl, request, (shown) => valueShown(shown, keyring));
    for (let attempt = 0; ; attempt += 1) {
      if (sent >= options.maxRequests || silentIn(request) >= SILENCES) return undefined;
      await pace();
      sent += 1;
      options.onRequest(sent);
      const received = await get(url, headers, options);
      const exchange: Exchange = { request, url: shownUrl, ...received };
      if (received.problem?.kind === 'timeout') silences.set(request.operation.id, silentIn(request) + 1);
      const wait = waitBefore(received, attempt, request.operation.retryAfter);
      if (wait === undefined) {
        exchanges.push(exchange);
        return exchange;
      }
      const trouble = received.status === 0 ? 'connection broken' : `status ${received.status}`;
      troubles[trouble] = (troubles[trouble] ?? 0) + 1;
      // A refusal for too many calls is a documented reply, judged like every other.
      if (received.status === 429) exchanges.push({ ...exchange, request: { ...request, expect: 'refusal' } });
      await sleep(wait);
    }
  };

  return {
    send,
    sent: () => sent,
    left: () => options.maxRequests - sent,
    exchanges,
    troubles: () => troubles,
    sleep,
    now,
  };
}

/** Milliseconds to wait before the same request is sent again; undefined where this reply stands. */
function waitBefore(
  { status, headers, body, problem }: Received,
  attempt: number,
  told: RetryAfter | undefined,
): number | undefined {
  const backoff = 2 ** attempt * 100;
  if (status === 429) {
    if (attempt >= RATE_LIMIT_RETRIES) return undefined;
    const asked = retryAfter(headers['retry-after'], Date.now()) ?? waitInBody(body, told);
    // A server that asks for no wait at all still gets some.
    return Math.max(backoff, Math.min(asked ?? backoff * 10, MAX_WAIT));
  }
  if (attempt >= RETRIES) return undefined;
  return status >= 500 || problem?.kind === 'unreachable' ? backoff : undefined;
}

/** Milliseconds that the header asks for: seconds, or a date (RFC 9110, 10.2.3); undefined where it is neither. */
function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const milliseconds = /^\s*\d+\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(milliseconds) ? milliseconds : undefined;
}

/** Milliseconds that the body asks for, where the contract says that it does. */
function waitInBody(body: unknown, told: RetryAfter | undefined): number | undefined {
  if (told === undefined) return undefined;
  const text = String(at(body, told.pointer) ?? '');
  const seconds = Number(told.pattern === undefined ? text : new RegExp(told.pattern).exec(text)?.[1]);
  return text !== '' && Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

function valueShown(shown: Shown, keyring: Keyring): string | undefined {
  if (shown === 'none') return undefined;
  return 'altered' in shown ? altered(keyring.valueFor(shown.altered) ?? '') : keyring.valueFor(shown);
}

/** A key of the same form that nobody was given: its last ten letters and digits are others. */
function altered(key: string): string {
  const turn = (letter: string) => {
    if (/\d/.test(letter)) return String((Number(letter) + 5) % 10);
    const start = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(start + ((letter.charCodeAt(0) - start + 13) % 26));
  };
  const tail = Math.max(0, key.length - 10);
  return key.slice(0, tail) + key.slice(tail).replaceAll(/[A-Za-z0-9]/g, turn);
}
