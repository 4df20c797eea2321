// The network as it is: proxies, and certificates of authorities that Node does not know.
import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import type { JudgeOptions } from '../../contract-tests/index.ts';
import { UsageError } from './usage-error.ts';

type NetworkOptions = {
  readonly proxy?: string;
  /** A file of certificates in PEM. */
  readonly ca?: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** A `fetch` that goes through the proxy and trusts the authority; nothing where neither is asked for, which starts sooner. */
export async function createNetworkFetch(
  baseUrl: string,
  { proxy: given, ca: file, environment }: NetworkOptions,
): Promise<Pick<JudgeOptions, 'fetch'>> {
  const variable = (name: string) => environment[name.toLowerCase()] || environment[name] || undefined;
  const name = baseUrl.startsWith('https:') ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const asked = given ?? variable(name);
  const proxy = asked === undefined ? undefined : readProxy(asked, given === undefined ? name : '--proxy');
  if (proxy === undefined && file === undefined) return {};
  const tls = file === undefined ? {} : { ca: [...rootCertificates, ...extraCertificates(environment), readCa(file)] };
  const { EnvHttpProxyAgent, fetch: send } = await import('undici');
  const dispatcher = new EnvHttpProxyAgent({
    // What is not given is empty, so that nothing is read from the environment a second time.
    httpProxy: proxy?.href ?? '',
    httpsProxy: proxy?.href ?? '',
    noProxy: variable('NO_PROXY') ?? '',
    // As proxies expect it: a tunnel for https, the whole URL for http.
    proxyTunnel: false,
    connect: tls,
    requestTls: tls,
    proxyTls: tls,
  });
  const through: typeof fetch = (url, init) =>
    send(String(url), { ...(init as Parameters<typeof send>[1]), dispatcher }) as unknown as Promise<Response>;
  return { fetch: proxy === undefined ? through : tellingOf(proxy, through) };
}

/** The same, where an error names the proxy: what cannot be reached may be the one or the other. */
function tellingOf(proxy: URL, send: typeof fetch): typeof fetch {
  return async (url, init) => {
    try {
      return await send(url, init);
    } catch (error) {
      if (!(error instanceof Error) || !(error.cause instanceof Error)) throw error;
      const { code, message } = error.cause as NodeJS.ErrnoException;
      const told = `${code ?? 'error'} through the proxy ${proxy.origin}: ${message}`;
      throw new TypeError(error.message, { cause: Object.assign(new Error(told), { code }) });
    }
  };
}

function readProxy(text: string, name: string): URL {
  const url = text.includes('://') ? text : `http://${text}`;
  if (!URL.canParse(url) || !/^(https?|socks5):$/.test(new URL(url).protocol))
    throw new UsageError(`${name} is no URL of a proxy. Give one such as http://proxy.example:3128.`);
  return new URL(url);
}

function readCa(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UsageError(
      `The certificates ${file} cannot be read (${(cause as NodeJS.ErrnoException).code}). Check the path.`,
      { cause },
    );
  }
  if (!text.includes('-----BEGIN CERTIFICATE-----'))
    throw new UsageError(`${file} holds no certificate in PEM, which begins -----BEGIN CERTIFICATE-----.`);
  return text;
}

/** Node reads this variable for its own list, which `--ca` takes the place of. */
function extraCertificates({ NODE_EXTRA_CA_CERTS: file }: NetworkOptions['environment']): string[] {
  try {
    return file === undefined || file === '' ? [] : [readFileSync(file, 'utf8')];
  } catch {
    // Node has already warned.
    return [];
  }
}
