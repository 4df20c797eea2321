// Sends the judge's requests: counted, paced, retried where a retry is fair, and kept as evidence.
import { at, type Contracts } from '../spec/index.ts';
import { type Credentials, KEY_OF } from './credentials.ts';
import type { Exchange, Request, Shown } from './exchange.ts';
import { get, type Received } from './transport.ts';

export type ClientOptions = {
  readonly baseUrl: string;
  readonly contracts: Contracts;
  readonly credentials: Credentials;
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
  readonly send: (request: Request, askedBy: string) => Promise<Exchange | undefined>;
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
  const { credentials, contracts, sleep, now } = options;
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

  const send = async (request: Request, askedBy: string): Promise<Exchange | undefined> => {
    const url = urlOf(options.baseUrl, request);
    const headers = headersOf(request, credentials);
    for (let attempt = 0; ; attempt += 1) {
      if (sent >= options.maxRequests || silentIn(request) >= SILENCES) return undefined;
      await pace();
      sent += 1;
      options.onRequest(sent);
      const received = await get(url, headers, options);
      const exchange: Exchange = { request, url, ...received, askedBy };
      if (received.problem?.kind === 'timeout') silences.set(request.operation.id, silentIn(request) + 1);
      const wait = waitBefore(received, attempt, contracts[request.operation.api].error.message);
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
  message: string,
): number | undefined {
  const backoff = 2 ** attempt * 100;
  if (status === 429) {
    if (attempt >= RATE_LIMIT_RETRIES) return undefined;
    const asked = retryAfter(headers['retry-after'], Date.now()) ?? waitInMessage(String(at(body, message) ?? ''));
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

/** KlayrAI documents no header: how long to wait stands in the message. */
function waitInMessage(message: string): number | undefined {
  const seconds = /(\d+)\s*s/.exec(message)?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}

function urlOf(baseUrl: string, { operation, tenant, query }: Request): string {
  const path =
    operation.tenant === undefined
      ? operation.path
      : operation.path.replace(`{${operation.tenant.parameter}}`, encodeURIComponent(tenant));
  const search = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  return `${baseUrl.replace(/\/+$/, '')}${path}${search === '' ? '' : `?${search}`}`;
}

function headersOf({ operation, credential, headers }: Request, credentials: Credentials): Record<string, string> {
  const { header, prefix } = operation.security;
  const key = keyOf(credential, operation.api, credentials);
  const shown = key === undefined ? {} : { [header]: prefix === '' ? key : `${prefix} ${key}` };
  const all = { accept: 'application/json', ...exampleHeaders(operation), ...headers, ...shown };
  // An empty value leaves a header out.
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** Documented request headers, with the documented value. */
function exampleHeaders(operation: Request['operation']): Record<string, string> {
  const given = operation.parameters.filter(
    (parameter) => parameter.in === 'header' && parameter.example !== undefined,
  );
  return Object.fromEntries(given.map(({ name, example }) => [name, String(example)]));
}

function keyOf(shown: Shown, api: 'layers' | 'klayrai', credentials: Credentials): string | undefined {
  if (shown === 'none') return undefined;
  return shown === 'altered' ? altered(credentials[KEY_OF[api]] ?? '') : credentials[shown];
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
