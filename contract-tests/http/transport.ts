// One HTTP GET with every bound that a hostile or broken server calls for: time, size, redirects, encoding.
import type { Problem } from './exchange.ts';

/** What came back, or why nothing did. */
export type Received = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly problem: Problem;
};

export type TransportOptions = {
  readonly fetch: typeof fetch;
  /** For the whole exchange, body included, in milliseconds. */
  readonly timeout: number;
};

/** The longest body that is read, in bytes: ten times what 200 rows with long names need. */
const MAX_BYTES = 8 * 1024 * 1024;
const MAX_REDIRECTS = 3;

/** Sends a GET and reads the reply as JSON. Never throws. */
export async function get(
  url: string,
  headers: Readonly<Record<string, string>>,
  options: TransportOptions,
): Promise<Received> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(new Error('timeout')), options.timeout);
  try {
    // A body that cannot be decoded may leave its stream unsettled for ever, and the process without anything to do.
    return await Promise.race([
      follow(url, headers, options.fetch, abort.signal, MAX_REDIRECTS),
      whenAborted(abort.signal),
    ]);
  } catch (error) {
    if (abort.signal.aborted) return failed('timeout', `no complete reply within ${options.timeout} ms`);
    return failed('unreachable', describe(error));
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}

/** Rejects when the signal is aborted. */
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

async function follow(
  url: string,
  headers: Readonly<Record<string, string>>,
  send: typeof fetch,
  signal: AbortSignal,
  redirects: number,
): Promise<Received> {
  const response = await send(url, { headers, redirect: 'manual', signal });
  const received = { status: response.status, headers: Object.fromEntries(response.headers) };
  if (response.status >= 300 && response.status < 400) {
    const target = new URL(response.headers.get('location') ?? '', url);
    // Credentials stay with the origin that they were given for.
    if (target.origin !== new URL(url).origin || redirects === 0) {
      return {
        ...received,
        body: undefined,
        problem: { kind: 'redirect', detail: `redirects to ${target.origin}, which is not followed` },
      };
    }
    await response.body?.cancel();
    return follow(target.href, headers, send, signal, redirects - 1);
  }
  let bytes: Uint8Array | undefined;
  try {
    bytes = await readBounded(response);
  } catch (error) {
    const code = decodingCode(error);
    if (code === undefined || !response.headers.has('content-encoding')) throw error;
    return {
      ...received,
      body: undefined,
      problem: { kind: 'undecodable', detail: `the body is not ${response.headers.get('content-encoding')} (${code})` },
    };
  }
  if (bytes === undefined) {
    return {
      ...received,
      body: undefined,
      problem: { kind: 'too-large', detail: `the body is longer than ${MAX_BYTES} bytes` },
    };
  }
  return { ...received, ...parse(bytes) };
}

/** The code with which zlib refuses a body: `Z_…` of gzip and deflate, `ERR_…_ERROR_FORMAT_…` of Brotli. */
function decodingCode(error: unknown): string | undefined {
  const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
  return /^(Z_|ERR_.*_ERROR_|ERR_BROTLI|ERR_ZSTD)/.exec(cause?.code ?? '') === null ? undefined : cause?.code;
}

async function readBounded(response: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > MAX_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

function parse(bytes: Uint8Array): Pick<Received, 'body' | 'problem'> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { body: undefined, problem: { kind: 'not-utf8', detail: 'the body is not valid UTF-8' } };
  }
  try {
    return { body: JSON.parse(text), problem: undefined };
  } catch {
    const detail = text === '' ? 'the body is empty' : `the body begins ${JSON.stringify(text.slice(0, 60))}`;
    return { body: undefined, problem: { kind: 'not-json', detail } };
  }
}

function failed(kind: 'timeout' | 'unreachable', detail: string): Received {
  return { status: 0, headers: {}, body: undefined, problem: { kind, detail } };
}

/** The innermost reason; `fetch failed` says nothing. */
function describe(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof AggregateError) return describe(cause.errors[0]);
  if (cause instanceof Error) return describe(cause);
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined ? message : `${code} ${message}`;
}
