// Different queries of the ads list, whose pages have about 100 rows each.
import { goodReply, type ServedMock } from '../servers/start-servers.ts';

/** How many there are. */
const COUNT = 1000;
/** The least and the most rows of a page. */
const [LEAST, MOST] = [90, 110];
/** Rows from one place at which pages begin to the next. */
const STEP = 20;

type Page = { readonly items: readonly Readonly<Record<string, unknown>>[]; readonly nextCursor: string | null };

/** As many paths: other filters, places and limits. Each full page is as long as its limit. */
export async function differentQueries({ url, path, headers }: ServedMock): Promise<readonly string[]> {
  const read = async (query: string) =>
    JSON.parse((await goodReply(`${url}${path}?${query}`, headers)).toString()) as Page;
  const { items } = await read('limit=200');
  const accounts = [...new Set(items.map(({ adAccountId }) => `adAccountId=${adAccountId}`))];
  const platforms = ['platforms=meta_ads', 'platforms=tiktok_ads'];
  const statuses = ['status=active', 'status=active&status=paused', 'status=active&status=in_review'];
  const pairs = platforms.flatMap((platform) => statuses.map((status) => `${platform}&${status}`));
  const filters = ['', ...platforms, ...statuses, ...accounts, platforms.join('&'), ...pairs];
  const found: string[] = [];
  for (const filter of filters)
    for (const place of await placesOf(filter, read))
      for (let limit = LEAST; limit <= MOST; limit += 1) found.push(`${path}?${join(filter, place, `limit=${limit}`)}`);
  if (found.length < COUNT) throw new Error(`There are ${found.length} different queries only.`);
  // Evenly from all of them, so that every filter is asked for.
  return Array.from({ length: COUNT }, (_, nth) => found[Math.floor((nth * found.length) / COUNT)] ?? '');
}

/** The cursors behind which a filter has at least the longest page left; the empty one for the first page. */
async function placesOf(filter: string, read: (query: string) => Promise<Page>): Promise<readonly string[]> {
  const places = [''];
  let passed = 0;
  for (let place = ''; ; ) {
    const { items, nextCursor } = await read(join(filter, place, `limit=${STEP}`));
    passed += items.length;
    if (nextCursor === null) break;
    place = `cursor=${nextCursor}`;
    places.push(place);
  }
  return places.slice(0, Math.max(0, Math.floor((passed - MOST) / STEP) + 1));
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('&');
}
