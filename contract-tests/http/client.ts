// Sends the judge's requests: counted, paced, retried where a retry is fair, and kept as evidence.
import type { Operation } from '../../spec/index.ts';
import { cached } from '../../spec/index.ts';
import { addressOf } from './address.ts';
import type { Clock } from './clock.ts';
import type { Keyring } from './credentials.ts';
import type { Exchange, Request } from './exchange.ts';
import { type Bounds, readable } from './readable.ts';
import {
  giveUpWhereNothingGetsThrough,
  isAskedNoMore,
  newStanding,
  type Standing,
  troublePasses,
  whySilenced,
} from './standing.ts';
import { get } from './transport.ts';
import { createWaits } from './waits.ts';

export type ClientOptions = Bounds & {
  readonly baseUrl: string;
  readonly keyring: Keyring;
  readonly fetch: typeof fetch;
  /** Further headers of every request. */
  readonly headers: Readonly<Record<string, string>>;
  readonly timeout: number;
  /** Most requests in the whole run, retries included. */
  readonly maxRequests: number;
  /** Most requests a second; 0 for no bound. */
  readonly rate: number;
  readonly clock: Clock;
  readonly onRequest: (sent: number) => void;
  /** Called before a wait that is worth a word, with its milliseconds and its reason. */
  readonly onWait: (milliseconds: number, why: string) => void;
};

/** How many requests of one operation were sent, how many connections broke, and how many calls were answered with 5xx at first. */
export type Traffic = { readonly sent: number; readonly broken: number; readonly failed: number };

export type Client = {
  /** The exchange, or undefined where the budget is spent, or the operation does not answer at all. */
  readonly send: (request: Request) => Promise<Exchange | undefined>;
  readonly sent: () => number;
  readonly left: () => number;
  /** Keeps so many requests back: until less is kept, nothing is sent that would touch them. */
  readonly keep: (requests: number) => void;
  /** Every exchange so far, the replies that a retry replaced among them. */
  readonly exchanges: readonly Exchange[];
  /** What went wrong on the way and was made good by waiting or asking again. */
  readonly troubles: () => Readonly<Record<string, number>>;
  /** Why a call to the operation was not sent. */
  readonly whyUnsent: (operation: Operation) => string;
  /** Requests of an operation, and connections among them that broke and were asked again. */
  readonly traffic: (operation: Operation) => Traffic;
  readonly clock: Clock;
};

/** After so many calls in a row that found nobody listening, each asked again, the server is taken to be gone. */
const REFUSED_CONNECTIONS = 2;
/** Milliseconds of a wait that is worth a word. */
const LONG = 1000;

export function createClient(options: ClientOptions): Client {
  const { keyring, clock } = options;
  const { sleep, now } = clock;
  const exchanges: Exchange[] = [];
  const troubles: { [trouble: string]: number } = {};
  const records = new Map<Operation, Standing>();
  let sent = 0;
  let earliest = 0;
  let memory = 0;
  let refusedInARow = 0;
  const waits = createWaits();
  let kept = 0;

  const recordOf = (operation: Operation): Standing => cached(records, operation, newStanding);

  /** Every caller takes its turn when it asks, so that those who wait together are not sent together. */
  const pace = async (): Promise<void> => {
    if (options.rate <= 0) return;
    const turn = Math.max(earliest, now());
    earliest = turn + 1000 / options.rate;
    if (turn > now()) await sleep(turn - now());
  };

  const isGone = (): boolean => refusedInARow >= REFUSED_CONNECTIONS;

  const receive = async (request: Request, record: Standing): Promise<Exchange> => {
    const { url, shownUrl, headers } = addressOf(options, request, keyring);
    const received = readable(await get(url, headers, options), request.operation, memory, options);
    memory += received.extent.weight;
    const { kind } = received.problem ?? {};
    if (kind === 'too-large' || kind === 'too-many-rows' || kind === 'too-deep') record.unreadable += 1;
    if (received.status !== 429 && received.status !== 0) record.through = true;
    if (received.status !== 0) record.answered = true;
    const { status, headers: names, body, problem } = received;
    return { request, gateway: Object.keys(options.headers), url: shownUrl, status, headers: names, body, problem };
  };

  const send = async (request: Request): Promise<Exchange | undefined> => {
    const record = recordOf(request.operation);
    for (let attempt = 0; ; attempt += 1) {
      if (sent >= options.maxRequests - kept || isGone() || isAskedNoMore(request, record)) return undefined;
      await pace();
      sent += 1;
      record.sent += 1;
      options.onRequest(sent);
      const exchange = await receive(request, record);
      const isSlow = exchange.problem?.kind === 'timeout';
      // Whoever has answered before may be slow once; what has never answered is not waited for twice.
      const isSilent = isSlow && !record.answered;
      const wait = isSilent
        ? undefined
        : waits.before(exchange, attempt, request.operation.retryAfter, troublePasses(record));
      if (exchange.status === 429) giveUpWhereNothingGetsThrough(request.operation, record, wait);
      if (wait === undefined) {
        if (isSlow) record.silences += 1;
        if (attempt > 0 && exchange.status > 0 && exchange.status < 500) record.recovered += 1;
        refusedInARow = exchange.problem?.detail.includes('ECONNREFUSED') === true ? refusedInARow + 1 : 0;
        exchanges.push(exchange);
        return exchange;
      }
      const trouble = isSlow
        ? 'no reply in time'
        : exchange.status === 0
          ? 'connection broken'
          : `status ${exchange.status}`;
      troubles[trouble] = (troubles[trouble] ?? 0) + 1;
      // A request that is sent again and again meets the same trouble once.
      if (exchange.status === 0 && !isSlow && attempt === 0) record.broken += 1;
      // Who says when to come again is under load, or is being started.
      if (exchange.status >= 500 && exchange.headers['retry-after'] === undefined && attempt === 0) record.failed += 1;
      // A refusal for too many calls is a documented reply, judged like every other.
      if (exchange.status === 429) {
        exchanges.push({ ...exchange, request: { ...request, expect: 'refusal' } });
        record.waited += wait;
        options.onWait(wait, 'too many requests (429)');
      } else if (wait >= LONG)
        options.onWait(wait, exchange.status === 0 ? 'no connection' : `status ${exchange.status}`);
      await sleep(wait);
    }
  };

  return {
    send,
    sent: () => sent,
    left: () => options.maxRequests - sent,
    keep: (requests) => {
      kept = requests;
    },
    exchanges,
    troubles: () => troubles,
    whyUnsent: (operation) => {
      if (isGone()) return 'the server took no more connections';
      const silenced = whySilenced(recordOf(operation));
      if (silenced !== undefined) return silenced;
      return 'the budget of requests was spent (--max-requests raises it)';
    },
    traffic: recordOf,
    clock,
  };
}
