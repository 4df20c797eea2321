// One HTTP GET with every bound that a hostile or broken server calls for: time, size, redirects, encoding.
import { once } from 'node:events';
import type { Problem } from './exchange.ts';
import { type Extent, NOTHING } from './outline.ts';
import { readBody } from './read-body.ts';
import { readJson } from './read-json.ts';

/** What came back, or why nothing did. */
export type Received = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** How much the body is; nothing where none was kept. */
  readonly extent: Extent;
  readonly problem: Problem;
};

export type TransportOptions = {
  readonly fetch: typeof fetch;
  /** For the whole exchange, body included, in milliseconds. */
  readonly timeout: number;
  /** The longest body that is read, in bytes. */
  readonly maxBody: number;
};

const MAX_REDIRECTS = 3;
const REDIRECTS = [301, 302, 303, 307, 308];
/** The longest URL that is sent: four times what servers usually take, so that only a cursor without measure is longer. */
const MAX_URL = 64 * 1024;

/** Codes of a connection that says nothing for so long that the system or the client gives it up. */
const SILENT = /^(ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/;

/** The parts that a wait is counted in: while this process itself stands still, or sleeps, no more than one of them passes. */
const TICKS = 10;

/** Ends whatever is still under way once an exchange is over; made once, for a new one would note where it was made. */
const OVER = new Error('the exchange is over');

/** Sends a GET and reads the reply as JSON. Never throws. */
export async function get(
  url: string,
  headers: Readonly<Record<string, string>>,
  options: TransportOptions,
): Promise<Received> {
  if (url.length > MAX_URL)
    return failed('unsendable', `the URL has ${url.length} characters, and more than ${MAX_URL} are not sent`);
  const abort = new AbortController();
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
    if (ticks === TICKS) abort.abort(new Error('timeout'));
  }, options.timeout / TICKS);
  try {
    // A body that cannot be decoded may leave its stream unsettled for ever, and the process without anything to do.
    const aborted = once(abort.signal, 'abort').then(() => Promise.reject(abort.signal.reason));
    return await Promise.race([follow(url, headers, options, abort.signal, MAX_REDIRECTS), aborted]);
  } catch (error) {
    if (abort.signal.aborted || SILENT.test(innermost(error).code ?? ''))
      return failed('timeout', `no complete reply within ${options.timeout} ms`);
    return failed('unreachable', describe(error));
  } finally {
    clearInterval(timer);
    abort.abort(OVER);
  }
}

async function follow(
  url: string,
  headers: Readonly<Record<string, string>>,
  options: TransportOptions,
  signal: AbortSignal,
  redirects: number,
): Promise<Received> {
  const response = await options.fetch(url, { headers: { ...headers }, redirect: 'manual', signal });
  const { status } = response;
  // White space around a value is none of it (RFC 9110, 5.5), and not every client takes it away.
  const trimmed = [...response.headers].map(([name, value]) => [name, value.trim()] as const);
  const head = { status, headers: Object.fromEntries(trimmed) };
  const location = response.headers.get('location');
  if (REDIRECTS.includes(status)) {
    // A body that nobody reads is given up; one that is already broken has nothing more to say.
    response.body?.cancel().catch(() => undefined);
    const target = location !== null && URL.canParse(location, url) ? new URL(location, url) : undefined;
    const detail = whyNotFollowed(target, url, redirects);
    if (target === undefined || detail !== undefined) return without(head, 'redirect', detail ?? 'redirects nowhere');
    return follow(target.href, headers, options, signal, redirects - 1);
  }
  const read = await readBody(response, options.maxBody);
  if ('kind' in read) return without(head, read.kind, read.detail);
  const json = readJson(read.bytes);
  if ('kind' in json) return without(head, json.kind, json.detail);
  return { ...head, body: json.body, extent: read.extent, problem: undefined };
}

/** Why a redirect is not followed; undefined where it is. Credentials stay with the origin that they were given for. */
function whyNotFollowed(target: URL | undefined, url: string, redirects: number): string | undefined {
  if (target === undefined) return 'redirects without a usable Location';
  if (target.origin !== new URL(url).origin) return `redirects to ${target.origin}, which is not followed`;
  return redirects === 0 ? 'redirects again and again, which is not followed' : undefined;
}

function without(
  head: Pick<Received, 'status' | 'headers'>,
  kind: NonNullable<Problem>['kind'],
  detail: string,
): Received {
  return { ...head, body: undefined, extent: NOTHING, problem: { kind, detail } };
}

function failed(kind: 'timeout' | 'unreachable' | 'unsendable', detail: string): Received {
  return without({ status: 0, headers: {} }, kind, detail);
}

/** The innermost reason; `fetch failed` says nothing. */
function innermost(error: unknown): Partial<NodeJS.ErrnoException> {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof AggregateError) return innermost(cause.errors[0]);
  if (cause instanceof Error) return innermost(cause);
  return error instanceof Error ? error : { message: String(error) };
}

function describe(error: unknown): string {
  const { code, message = '' } = innermost(error);
  return code === undefined || message.includes(code) ? message : `${code} ${message}`;
}
