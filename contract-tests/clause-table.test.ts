// Green means exercised: what is broken throughout shows next to nothing, and the table of clauses claims no more than that.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createFetch, createMock } from '../mock/index.ts';
import type { Situation } from '../spec/index.ts';
import { CannotJudge } from './cannot-judge.ts';
import { checks } from './checks/table.ts';
import { judge } from './judge.ts';
import type { JudgeOptions } from './judge-options.ts';
import { ownContract } from './own-contract.ts';

const contract = ownContract();
const TIMEOUT = 10_000;

// Waiting between attempts is not what is tested: every wait but that for a reply is over at once.
const wait = setTimeout;
beforeAll(() => {
  vi.stubGlobal('setTimeout', (work: () => void, delay = 0) => wait(work, delay < TIMEOUT ? 0 : delay));
});
afterAll(() => {
  vi.unstubAllGlobals();
});

type Server = {
  /** What answers, in front of the clean mock. */
  readonly answer: (clean: typeof fetch) => typeof fetch;
  /** The clauses that can be seen to hold all the same. */
  readonly holds: (id: string) => boolean;
  /** The checks that may pass: what they look at is so. */
  readonly passes?: readonly string[];
  readonly timeout?: number;
};

const always = (make: () => Response) => () => async () => make();
const json = (body: unknown, status = 200) => always(() => Response.json(body, { status }));
const among =
  (...ids: readonly string[]) =>
  (id: string): boolean =>
    ids.includes(id);

/** Every call is answered 200 with JSON, whatever is sent and left out: so much is seen. */
const SERVED = [
  ...['ACC-01', 'CMP-01', 'SET-01', 'ADS-01', 'KLY-01', 'LAY-60', 'KAP-01'],
  ...['ACC-11', 'CMP-10', 'SET-12', 'ADS-15', 'KLY-04', 'KAP-11', 'KLY-16', 'KAP-13'],
  ...['ACC-13', 'ACC-16', 'ACC-19', 'CMP-12', 'CMP-16', 'SET-15', 'SET-19', 'ADS-20', 'ADS-24', 'KLY-06'],
];
/** Headers that are not sent are seen not to be. */
const ABSENT_HEADERS = ['KAP-23', 'KAP-24'];
const LISTS = ['ACC-22', 'CMP-31', 'SET-32', 'ADS-37', 'KLY-17'];
const NOT_PAGINATED = 'ACC-23';
/** A forged cursor is answered with the first page where there is no other. */
const FORGED_CURSORS = ['CMP-25', 'SET-26', 'ADS-31'];

const nothing = () => false;
const emptyPage = { total: 0, page: 1, page_size: 20, hasMore: false };
const twoTeas = [
  { sku: 'tea-1', price: 5 },
  { sku: 'tea-2', price: 7 },
];

/** Shows the first, good key of each vendor with every call. */
function openToAll(clean: typeof fetch): typeof fetch {
  const good = new Map<string, RequestInit>();
  return (url, init = {}) => {
    const vendor = new URL(String(url)).pathname.split('/').slice(0, 3).join('/');
    if (!good.has(vendor)) good.set(vendor, init);
    return clean(url, { ...init, headers: good.get(vendor)?.headers ?? {} });
  };
}

const OF_KEYS = ['no-credential', 'wrong-credential', 'revoked-credential', 'insufficient-scope', 'insufficient-plan'];
const aboutKeys = new Set(
  contract.operations.flatMap(({ security, refusals }) => [
    ...security.clauses,
    ...OF_KEYS.flatMap((situation) => refusals[situation as Situation]?.clauses ?? []),
  ]),
);

const servers: Readonly<Record<string, Server>> = {
  'never answers': { answer: () => () => new Promise(() => undefined), holds: nothing, timeout: 10 },
  'never ends a reply': {
    answer: always(() => new Response(new ReadableStream({ start: (body) => body.enqueue(new Uint8Array([123])) }))),
    holds: nothing,
    timeout: 10,
  },
  'answers {}': {
    answer: json({}),
    holds: among(...SERVED, ...ABSENT_HEADERS, NOT_PAGINATED),
    passes: ['version-header'],
  },
  'answers []': { answer: json([]), holds: among(...SERVED, ...ABSENT_HEADERS), passes: ['version-header'] },
  'lists nothing': {
    answer: json({ items: [], data: [], nextCursor: null, pagination: emptyPage }),
    holds: among(
      ...[...SERVED, ...ABSENT_HEADERS, ...LISTS],
      ...['CMP-32', 'SET-33', 'ADS-38', 'KLY-18', 'KLY-19', 'KLY-20', 'KLY-21', 'KLY-22'],
    ),
    passes: ['version-header'],
  },
  'answers 503': { answer: json({ error: { code: 'DOWN', message: 'Later.', requestId: 'r' } }, 503), holds: nothing },
  'answers 404': { answer: json({ error: { code: 'NONE', message: 'No.', requestId: 'r' } }, 404), holds: nothing },
  'answers 418': { answer: json({ message: 'A teapot.' }, 418), holds: nothing },
  'redirects elsewhere': {
    answer: always(() => new Response(null, { status: 302, headers: { location: 'https://elsewhere.example/' } })),
    holds: nothing,
  },
  'redirects to its login': {
    answer: always(() => new Response(null, { status: 302, headers: { location: '/login' } })),
    holds: nothing,
  },
  'answers HTML': {
    answer: always(() => new Response('<title>Welcome</title>', { headers: { 'content-type': 'text/html' } })),
    holds: among(...ABSENT_HEADERS),
  },
  'is another API': {
    answer: json({ items: twoTeas, data: twoTeas, total: 2 }),
    holds: among(...SERVED, ...ABSENT_HEADERS, ...LISTS, ...FORGED_CURSORS, NOT_PAGINATED),
    passes: ['version-header', 'bad-cursor'],
  },
  'is open to all': {
    answer: openToAll,
    holds: (id) => !aboutKeys.has(id),
    passes: checks.map(({ id }) => id).filter((id) => !['authentication', 'scope', 'revoked-key', 'plan'].includes(id)),
  },
};

/** The report on a server, or undefined where it cannot be judged. */
async function reportOn({ answer, timeout = TIMEOUT * 2 }: Server, more: Partial<JudgeOptions> = {}) {
  const mock = createMock({ contract });
  const { credentials } = mock;
  try {
    return await judge({
      baseUrl: 'http://mock',
      contract,
      credentials,
      timeout,
      fetch: answer(createFetch(mock)),
      ...more,
    });
  } catch (error) {
    if (error instanceof CannotJudge) return undefined;
    throw error;
  }
}

describe.each(Object.entries(servers))('of a server that %s', (_name, server) => {
  test('no clause is PASS that was not seen to hold', { timeout: 60_000 }, async ({ annotate }) => {
    const report = await reportOn(server);
    const passed = Object.entries(report?.clauses ?? {}).filter(([, { status }]) => status === 'PASS');
    await annotate(report === undefined ? 'cannot be judged' : `PASS: ${passed.map(([id]) => id).join(' ')}`);
    const claims = passed.filter(([id]) => !server.holds(id));
    expect(claims.map(([id, { holder, statement }]) => `${id} ${holder}: ${statement}`)).toEqual([]);
  });

  test('no check passes alone that has seen nothing', { timeout: 60_000 }, async () => {
    const green: string[] = [];
    for (const { id } of checks) {
      const verdicts = (await reportOn(server, { only: [id] }))?.results.map(({ verdict }) => verdict) ?? [];
      const isGreen = verdicts.every((verdict) => verdict === 'PASS' || verdict === 'NOT_APPLICABLE');
      if (isGreen && verdicts.includes('PASS')) green.push(id);
    }
    expect(green.filter((id) => server.passes?.includes(id) !== true)).toEqual([]);
  });
});

test('what the clean mock keeps is not taken for unexercised', async () => {
  const report = await reportOn({ answer: (clean) => clean, holds: () => true });
  const untried = Object.entries(report?.clauses ?? {}).filter(([, { status }]) => status === 'NOT_EXERCISED');
  expect(untried).toEqual([]);
});
