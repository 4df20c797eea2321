// The queries of a list whose cost is compared between sizes: every filter, every pair, what contradicts itself, far pages.
import { at, memberOf, type Row } from '../../../spec/index.ts';
import type { World } from './world.ts';

type QueryKind = 'alone' | 'pair' | 'contradiction' | 'page';

/** One kind of query, in some spellings that find the same number of rows. */
export type MeasuredQuery = {
  readonly name: string;
  readonly kind: QueryKind;
  readonly limit: number;
  /** Asked for by turns. */
  readonly queries: readonly string[];
};

/** Rows a page, at every size: no page has more, so that pages are as long where there are more rows. */
const MOST_LIMIT = 10;
/** How many rows values are taken from, and how many spellings each query has. */
const [SAMPLE, SPELLINGS] = [120, 8];
/** The page that is far back. */
const FAR = 10_000;
const LONGEST_PAGE = 200;
const ALL = 'all filters at once';

/** Filters by name, and the member that each looks at. */
type Filters = readonly { readonly name: string; readonly field: string }[];

/** The queries in a world; `limits` are those of the smallest world, by name. */
export function queriesOf(world: World, limits: Readonly<Record<string, number>>): readonly MeasuredQuery[] {
  const { filters } = world.operation;
  const sample = sampleOf(world);
  const pairs = filters.flatMap((one, place) => filters.slice(place + 1).map((other) => [one, other]));
  const found = (kind: QueryKind) => (asked: Filters) => {
    const name = asked.map((each) => each.name).join(' + ');
    return withRows(world, { name, kind, limit: limits[name], asked }, sample);
  };
  const contradictions = pairs.map((asked) => contradicting(world, asked, sample));
  const far = [[], ...['status', 'platforms', 'adAccountId'].map((name) => [name]), ['platforms', 'status']];
  return [
    { name: 'no filter', kind: 'page' as const, limit: MOST_LIMIT, queries: [`limit=${MOST_LIMIT}`] },
    ...far.map((names) =>
      farPage(
        world,
        filters.filter(({ name }) => names.includes(name)),
        sample,
      ),
    ),
    ...filters.map((filter) => [filter]).map(found('alone')),
    ...pairs.map(found('pair')),
    withRows(world, { name: ALL, kind: 'pair', limit: limits[ALL], asked: filters }, sample),
    ...contradictions,
  ].filter(({ queries }) => queries.length > 0);
}

/** Rows from everywhere in the list. */
function sampleOf({ mock, operation }: World): readonly Row[] {
  const store = mock.stores[operation.list.name];
  const values = new Map();
  const size = store?.count(values) ?? 0;
  return Array.from({ length: Math.min(SAMPLE, size) }, (_, nth) => Math.floor((nth * size) / SAMPLE)).flatMap(
    (skip) => store?.select({ values, skip, limit: 1 }) ?? [],
  );
}

function spelling(asked: Filters, row: Row): string | undefined {
  const values = asked.map(({ field }) => memberOf(row, field));
  if (values.some((value) => value === null || value === undefined)) return undefined;
  return asked.map(({ name }, place) => `${name}=${encodeURIComponent(String(values[place]))}`).join('&');
}

type Wanted = Pick<MeasuredQuery, 'name' | 'kind'> & { readonly asked: Filters; readonly limit: number | undefined };

/** Spellings that find more rows than a page holds. In the smallest world the limit follows from what there is. */
function withRows(world: World, { name, kind, asked, limit }: Wanted, sample: readonly Row[]): MeasuredQuery {
  const spellings = [...new Set(sample.map((row) => spelling(asked, row)))].filter((text) => text !== undefined);
  const counted = spellings.map((text) => ({ text, rows: world.rows(`${text}&limit=${MOST_LIMIT + 1}`).length }));
  const best = counted
    .toSorted((one, other) => other.rows - one.rows)
    .slice(0, SPELLINGS)
    .filter(({ rows }, _, all) => rows === all[0]?.rows);
  const own = Math.min(MOST_LIMIT, Math.max(1, (best[0]?.rows ?? 0) - 1));
  const chosen = limit === undefined ? best : counted.filter(({ rows }) => rows > limit).slice(0, SPELLINGS);
  const size = limit ?? own;
  const texts = (chosen.length > 0 ? chosen : best).map(({ text }) => `${text}&limit=${size}`);
  return { name, kind, limit: size, queries: texts };
}

/** Values of two rows that no row has together. */
function contradicting(world: World, asked: Filters, sample: readonly Row[]): MeasuredQuery {
  const name = `${asked.map((each) => each.name).join(' + another ')}`;
  const queries = new Set<string>();
  for (const [place, one] of sample.entries())
    for (const step of [1, 7, 31]) {
      const other = sample[(place + step) % sample.length] ?? one;
      const parts = asked.map((filter, nth) => spelling([filter], nth === 0 ? one : other));
      const text = `${parts.join('&')}&limit=${MOST_LIMIT}`;
      if (queries.size === SPELLINGS || parts.includes(undefined) || queries.has(text)) continue;
      if (world.rows(text).length === 0) queries.add(text);
    }
  return { name, kind: 'contradiction', limit: MOST_LIMIT, queries: [...queries] };
}

/** The ten-thousandth page, or the last full one where there are fewer. A cursor does not depend on the limit. */
function farPage(world: World, asked: Filters, sample: readonly Row[]): MeasuredQuery {
  const [filter = ''] = sample.map((row) => spelling(asked, row)).filter((text) => text !== undefined);
  const places: string[] = [''];
  const pages = (FAR * MOST_LIMIT) / LONGEST_PAGE;
  while (places.length <= pages) {
    const body = world.read(`${filter}&limit=${LONGEST_PAGE}${places.at(-1)}`);
    const next = at(body, '/nextCursor');
    if (typeof next !== 'string') break;
    places.push(`&cursor=${next}`);
  }
  // The last place may have few rows behind it.
  const place = places.length > pages ? places.at(-1) : places.at(-2);
  const name = `${['page 10,000', ...asked.map((each) => each.name)].join(', ')}`;
  return { name, kind: 'page', limit: MOST_LIMIT, queries: [`${filter}&limit=${MOST_LIMIT}${place ?? ''}`] };
}
