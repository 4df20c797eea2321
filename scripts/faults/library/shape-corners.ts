// Defects of rows that show in one row, or in one corner of a list.
import type { Row } from '../../../spec/index.ts';
import { bodies, eachRow, pages, rowsOf } from '../answer.ts';
import { asks, filtered, given, not, type Where, within } from '../ask.ts';
import { CLAUSES } from '../clauses.ts';
import type { Fault } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { CURSOR_LISTS, type CursorList, LISTS } from '../lists.ts';
import { hashOf } from '../randomness.ts';

const fault = faultOf('shape');

/** A defect that is easy to see once one looks. */
const NAMES: Readonly<Record<CursorList, string>> = { campaigns: 'CMP-37', adsets: 'SET-39', ads: 'ADS-46' };
const broken = (row: Row): Row => ({ ...row, name: 7 });

const PLACES: readonly (readonly [string, string, Where])[] = [
  ['under-filters', 'under a filter', filtered],
  ['behind-first-page', 'behind the first page', given('cursor')],
  ['without-limit', 'where limit is not given', not(given('limit'))],
  ['at-limit-200', 'where limit is 200', asks('limit', '200')],
  ['at-limit-1', 'where limit is 1', asks('limit', '1')],
  ['under-two-platforms', 'where platforms has several values', ({ query }) => query.getAll('platforms').length > 1],
];

const inPlaces = CURSOR_LISTS.flatMap((list) =>
  PLACES.map(([name, when, where]) =>
    fault({
      list,
      name: `name-number-${name}`,
      clause: NAMES[list],
      summary: `${when} names are numbers`,
      wrap: within(where, eachRow(broken)),
    }),
  ),
);

const ROWS: readonly (readonly [string, string, (row: Row, list: CursorList) => boolean])[] = [
  ['deleted', 'deleted rows', ({ status }) => status === 'deleted'],
  ['one-in-fifty', 'one row in fifty', (row, list) => hashOf(String(row[LISTS[list].key])) % 50 === 3],
  ['oldest', 'rows of the first day', ({ createdAt }) => String(createdAt) < '2026-03-31'],
];

const inRows = CURSOR_LISTS.flatMap((list) =>
  ROWS.map(([name, what, isOne]) =>
    fault({
      list,
      name: `name-number-of-${name}`,
      clause: NAMES[list],
      summary: `${what} have a number for a name`,
      wrap: eachRow((row) => (isOne(row, list) ? broken(row) : row)),
    }),
  ),
);

const lastOfPage = CURSOR_LISTS.map((list) =>
  fault({
    list,
    name: 'last-of-page-null',
    clause: CLAUSES[list].items,
    summary: 'each full page ends with null',
    wrap: pages((rows) => (rows.length < 2 ? rows : [...rows.slice(0, -1), null])),
  }),
);

/** What a next cursor may not be. */
const CURSORS: readonly (readonly [string, string, unknown, unknown])[] = [
  ['false', 'false', false, undefined],
  ['zero', '0', 0, undefined],
  ['empty', 'an empty string', '', undefined],
  ['object', 'an object', undefined, (cursor: string) => ({ after: cursor })],
  ['array', 'an array', undefined, (cursor: string) => [cursor]],
  ['number', 'a number', undefined, () => 25],
];

const cursors = CURSOR_LISTS.flatMap((list) =>
  CURSORS.map(([name, what, atEnd, before]) =>
    fault({
      list,
      name: `next-cursor-${name}`,
      clause: CLAUSES[list].nextCursor,
      summary: `nextCursor is ${what} ${atEnd === undefined ? 'where a page follows' : 'on the last page'}`,
      wrap: bodies((body) => {
        const { nextCursor } = body;
        if (nextCursor === null) return atEnd === undefined ? body : { ...body, nextCursor: atEnd };
        return typeof before === 'function' ? { ...body, nextCursor: before(nextCursor) } : body;
      }),
    }),
  ),
);

const CURSORED_ACCOUNTS: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['text', 'eyJvZmZzZXQiOjI1fQ'],
  ['false', false],
];

const unpaginated = CURSORED_ACCOUNTS.map(([name, nextCursor]) =>
  fault({
    list: 'adAccounts',
    name: `next-cursor-${name}`,
    clause: 'ACC-23',
    summary: `the unpaginated list has nextCursor, ${JSON.stringify(nextCursor)}`,
    wrap: bodies((body) => ({ ...body, nextCursor })),
  }),
);

/** Apple rows among the ads: one, many, or only where asked for. */
const apple = [
  fault({
    list: 'ads',
    name: 'apple-row',
    clause: 'ADS-06',
    summary: 'an ad is on Apple',
    wrap: (handler, mock) => {
      const [row] = mock.stores.ad.select({ values: new Map(), limit: 1, skip: 40 });
      const adset = appleAdset(mock.stores.adset.select({ values: new Map(), limit: Number.POSITIVE_INFINITY }));
      const { adsetId, campaignId, adAccountId, platform } = adset;
      mock.stores.ad.put({ ...row, adsetId, campaignId, adAccountId, platform });
      return handler;
    },
  }),
  fault({
    list: 'ads',
    name: 'apple-when-asked',
    clause: 'ADS-06',
    summary: 'platforms=apple_ads gives an ad on Apple',
    wrap: within(
      asks('platforms', 'apple_ads'),
      bodies((body, ask, mock) => {
        const [row] = mock.stores.ad.select({ values: new Map(), limit: 1 });
        return { ...body, items: [...rowsOf(body, ask), { ...row, platform: 'apple_ads', adId: '01HXAPPLE' }] };
      }),
    ),
  }),
];

function appleAdset(adsets: readonly Row[]): Row {
  const found = adsets.find(({ platform }) => platform === 'apple_ads');
  if (found === undefined) throw new Error('The world has no ad set on Apple.');
  return found;
}

export const shapeCorners: readonly Fault[] = [
  ...inPlaces,
  ...inRows,
  ...lastOfPage,
  ...cursors,
  ...unpaginated,
  ...apple,
];
