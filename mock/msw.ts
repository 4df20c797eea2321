// The mock behind Mock Service Worker: clients call the vendors' own hosts, and the mock answers. This is a door of its own.
import { type HttpHandler, HttpResponse, http } from 'msw';
import type { Mock } from './mock.ts';

/** What answers: a mock, one session of it, or anything with a `fetch` that leads to one. */
export type Answering = { readonly fetch: typeof fetch } & Partial<Pick<Mock, 'contract'>>;

export type HandlerOptions = {
  /** The origins that are answered: `https://api.example`. @default those of the servers that the contract names */
  readonly origins?: readonly string[];
};

/** MSW handlers for Node and browsers. Throws a TypeError where no origin is known. */
export function mswHandlers(mock: Answering, { origins = originsOf(mock) }: HandlerOptions = {}): HttpHandler[] {
  if (origins.length === 0) throw new TypeError('Give origins: neither the options nor the contract name a server.');
  return origins.map((origin) =>
    http.all(`${origin}/*`, async ({ request }) => {
      try {
        return await mock.fetch(request);
      } catch {
        // A fault that breaks the connection is a network error to the client.
        return HttpResponse.error();
      }
    }),
  );
}

/** A `fetch` that leads every call to a mock that listens somewhere: for browsers, where the mock itself cannot run. */
export function forwardTo(url: string, headers: Readonly<Record<string, string>> = {}): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const sent = new Headers(request.headers);
    for (const [name, value] of Object.entries(headers)) sent.set(name, value);
    const body = request.method === 'GET' || request.method === 'HEAD' ? {} : { body: await request.arrayBuffer() };
    return fetch(`${url}${pathname}${search}`, { method: request.method, headers: sent, ...body });
  };
}

function originsOf({ contract }: Answering): string[] {
  const urls = (contract?.documents ?? []).flatMap(({ document }) => {
    const [first] = Array.isArray(document.servers) ? document.servers : [];
    const url = (first as { url?: unknown } | undefined)?.url;
    return typeof url === 'string' && URL.canParse(url) ? [new URL(url).origin] : [];
  });
  return [...new Set(urls)];
}
