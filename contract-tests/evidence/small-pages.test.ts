// Rows of one instant between which pages are cut, in lists that come in one reply and in lists that come in several.
import { describe, expect, test } from 'vitest';
import { createFetch, createMock } from '../../mock/index.ts';
import { at, isRecord, type Row, withValue } from '../../spec/index.ts';
import { type Change, resultOf, theFirst } from '../checks/sample-deployment.ts';
import { ownContract } from '../own-contract.ts';
import { createRandom } from '../plan/random.ts';
import { textIn } from '../walk/rows.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ list }) => list.paging.style === 'cursor');
const { list } = operation;
const place = list.paging.style === 'cursor' ? list.paging.cursor : '';
const limit = list.paging.limit ?? '';
const next = 'next' in list.paging && 'value' in list.paging.next ? list.paging.next.value : '';
const instant = list.order?.keys[0]?.field ?? '';

/** The instant that a row is told to be of, by its own. */
type Precision = (instant: string) => string;
const always: Precision = () => '2026-04-01T00:00:00Z';
const hour: Precision = (instant) => `${instant.slice(0, 13)}:00:00Z`;
const day: Precision = (instant) => `${instant.slice(0, 10)}T00:00:00Z`;

/** Rows of one instant stand in an order of their own, or in another at every call; pages are counted from the first row. */
function counting(isShuffled: boolean, precision: Precision): Change {
  const { below } = createRandom(7);
  return (send) => async (input, init) => {
    const url = new URL(String(input));
    const first = await send(url, init);
    const size = Number(url.searchParams.get(limit) ?? list.size?.default);
    if (first.status !== 200 || !url.pathname.endsWith(operation.path.slice(operation.path.lastIndexOf('/'))))
      return first;
    const start = Number(/^from-(\d+)$/.exec(url.searchParams.get(place) ?? '')?.[1] ?? 0);
    const all = (await rowsOf(send, url, init))
      .map((row) => ({
        row: { ...row, [instant]: precision(textIn(row, instant)) },
        rank: isShuffled ? below(2 ** 30) : 0,
      }))
      .sort((one, other) => textIn(other.row, instant).localeCompare(textIn(one.row, instant)) || one.rank - other.rank)
      .map(({ row }) => row);
    const end = start + size;
    const told = withValue(await first.json(), next, end < all.length ? `from-${end}` : null);
    return Response.json(withValue(told, list.items, all.slice(start, end)), { headers: first.headers });
  };
}

/** All rows that the call asks for, whatever its page. */
async function rowsOf(send: typeof fetch, url: URL, init?: RequestInit): Promise<Row[]> {
  const rows: Row[] = [];
  url.searchParams.set(limit, String(list.size?.maximum));
  url.searchParams.delete(place);
  for (;;) {
    const body: unknown = await (await send(url, init)).json();
    const page = at(body, list.items);
    rows.push(...(Array.isArray(page) ? page.filter(isRecord) : []));
    const cursor = at(body, next);
    if (typeof cursor !== 'string') return rows;
    url.searchParams.set(place, cursor);
  }
}

/** What comes of the list, and whether all of it was walked in many pages. */
async function judged(rows: number, isShuffled: boolean, precision: Precision) {
  const mock = createMock({ contract, size: { [list.resource]: rows } });
  const send = counting(isShuffled, precision)(createFetch(mock));
  let isCutSmall = false;
  const fetch: typeof send = (input, init) => {
    const { searchParams } = new URL(String(input));
    const pages = rows / Number(searchParams.get(limit) ?? Infinity);
    isCutSmall ||= searchParams.has(place) && searchParams.size === 2 && pages > 4 && pages <= 12;
    return send(input, init);
  };
  const { verdict, findings } = await resultOf(mock, { check: 'pages-agree', operation, fetch });
  return { found: { verdict, subjects: [...new Set(findings.map(({ subject }) => subject))] }, isCutSmall };
}

const most = list.size?.maximum ?? 0;
describe.each([
  ['one reply', Math.ceil(most * 0.6)],
  ['two replies', Math.ceil(most * 1.3)],
  ['many replies', most * 5],
])('rows of one instant in a list of %s', (_, rows) => {
  test.each([
    ['all of them are', always],
    ['few of them are', day],
  ])('are lost between pages where their order changes at every call, and %s', async (_, precision) => {
    const { found } = await judged(rows, true, precision);
    expect(found).toEqual({ verdict: 'FAIL', subjects: ['missing rows'] });
  });

  test('are all there where their order stays', async () => {
    const { found } = await judged(rows, false, always);
    expect(found).toEqual({ verdict: 'PASS', subjects: [] });
  });
});

test('a list is walked in many pages only where its order was seen to change', async () => {
  const rows = Math.ceil(most * 0.6);
  expect(await judged(rows, true, hour)).toMatchObject({ isCutSmall: true });
  expect(await judged(rows, false, hour)).toMatchObject({ isCutSmall: false });
});
