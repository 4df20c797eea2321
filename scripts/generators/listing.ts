// What a client must list: each list whole and through its filters, page by page, and what that is according to plain HTTP.
import type { Row } from '../../spec/index.ts';

/** Where the server is, and the credentials of a caller who may. */
export type Deployment = {
  readonly url: string;
  readonly project: string;
  readonly token: string;
  readonly apiKey: string;
};

/** The ids that a client listed: by operation, and by operation and the word `filtered`. */
export type Listing = Readonly<Record<string, readonly string[]>>;

export type Query = Readonly<Record<string, unknown>>;

/** One call of a generated client: resolves with the body of the reply. */
export type Ask = (operation: string, query: Query) => Promise<unknown>;

type List = {
  readonly operation: string;
  readonly path: string;
  readonly key: string;
  /** Small pages, so that there are several. */
  readonly pages: Query;
  readonly filters: Query;
  /** Which rows the filters keep. */
  readonly keeps: (row: Row) => boolean;
};

type Page = {
  readonly items?: readonly Row[];
  readonly nextCursor?: string | null;
  readonly data?: readonly Row[];
  readonly pagination?: { readonly page: number; readonly hasMore: boolean };
};

const PLATFORMS: readonly unknown[] = ['meta_ads', 'tiktok_ads'];
const STATUSES: readonly unknown[] = ['active', 'paused'];
const SINCE = '2026-02-01T00:00:00Z';
const TWO = { platforms: PLATFORMS, status: STATUSES };
const isOfTwo = ({ platform, status }: Row): boolean => PLATFORMS.includes(platform) && STATUSES.includes(status);
const ADS = '/v1/projects/{projectId}/ads';

const LISTS: readonly List[] = [
  {
    operation: 'listAdAccounts',
    path: `${ADS}/ad-accounts`,
    key: 'adAccountId',
    pages: {},
    filters: { platforms: PLATFORMS, healthy: true },
    keeps: ({ platform, tokenStatus }) => PLATFORMS.includes(platform) && tokenStatus === 'valid',
  },
  {
    operation: 'listCampaigns',
    path: `${ADS}/campaigns`,
    key: 'campaignId',
    pages: { limit: 15 },
    filters: { ...TWO, since: SINCE },
    keeps: (row) => isOfTwo(row) && String(row.createdAt) >= SINCE,
  },
  {
    operation: 'listAdsets',
    path: `${ADS}/adsets`,
    key: 'adsetId',
    pages: { limit: 40 },
    filters: TWO,
    keeps: isOfTwo,
  },
  { operation: 'listAds', path: `${ADS}/ads`, key: 'adId', pages: { limit: 60 }, filters: TWO, keeps: isOfTwo },
  {
    operation: 'listAccounts',
    path: '/v1/accounts',
    key: 'id',
    pages: { page_size: 10 },
    filters: { status: 'active' },
    keeps: ({ connectionStatus }) => connectionStatus === 'active',
  },
];

/** Everything, as a generated client lists it. */
export async function listingBy(ask: Ask): Promise<Listing> {
  const found: Record<string, readonly string[]> = {};
  for (const { operation, key, pages, filters } of LISTS) {
    const idsOf = (rows: readonly Row[]) => rows.map((row) => String(row[key]));
    found[operation] = idsOf(await walk(ask, operation, pages));
    found[`${operation} filtered`] = idsOf(await walk(ask, operation, { ...pages, ...filters }));
  }
  return found;
}

/** The same by plain HTTP, in large pages and without a filter: the rows are looked at here. */
export async function expectedListing({ url, project, token, apiKey }: Deployment): Promise<Listing> {
  const found: Record<string, readonly string[]> = {};
  const headers = { authorization: `Bearer ${token}`, 'x-api-key': apiKey };
  for (const { operation, path, key, keeps } of LISTS) {
    const ask: Ask = async (_operation, query) => {
      const search = new URLSearchParams(query as Record<string, string>);
      return (await fetch(`${url}${path.replace('{projectId}', project)}?${search}`, { headers })).json();
    };
    const rows = await walk(ask, operation, {});
    found[operation] = rows.map((row) => String(row[key]));
    found[`${operation} filtered`] = rows.filter(keeps).map((row) => String(row[key]));
  }
  return found;
}

async function walk(ask: Ask, operation: string, query: Query): Promise<readonly Row[]> {
  const { items, data, nextCursor, pagination } = (await ask(operation, query)) as Page;
  const rows = items ?? data ?? [];
  if (typeof nextCursor === 'string')
    return [...rows, ...(await walk(ask, operation, { ...query, cursor: nextCursor }))];
  if (pagination?.hasMore === true)
    return [...rows, ...(await walk(ask, operation, { ...query, page: pagination.page + 1 }))];
  return rows;
}
