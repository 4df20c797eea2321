// What a wrong number of rows is told of: the size, the place, all rows, or the total.
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../../mock/index.ts';
import { placeParameter, withValue } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { asking, type Change, listing, replying, resultOf, theFirst } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ list }) => list.paging.style === 'page');
const { paging, size } = operation.list;
const place = placeParameter(paging) ?? '';
const limit = paging.limit ?? '';

/** The checks that hold what the number of rows is told of. */
async function holdersFor(change: Change): Promise<readonly string[]> {
  const mock = createMock({ contract });
  const { findings } = await resultOf(mock, { check: 'page-arithmetic', operation, fetch: change(createFetch(mock)) });
  const cited = findings.filter(({ subject }) => subject === 'number of rows').flatMap(({ clauses }) => clauses);
  return [...new Set(cited.flatMap(({ id }) => contract.register.get(id)?.holder ?? []))].sort();
}

const isFiltered = (url: URL) => operation.filters.some(({ name }) => url.searchParams.has(name));
const sized = (url: URL, wanted: (asked: string | null) => boolean) =>
  wanted(url.searchParams.get(limit)) && !url.searchParams.has(place);

test.each<[string, Change, readonly string[]]>([
  [
    'one row less, by default',
    listing(
      operation,
      shorter((asked) => asked === null),
    ),
    ['check:default-page-size'],
  ],
  [
    'one row less, in a size',
    listing(
      operation,
      shorter((asked) => Number(asked) === 16),
    ),
    ['check:page-size'],
  ],
  [
    'one row less of all there are, in the largest size',
    listing(
      operation,
      shorter((asked) => Number(asked) === size?.maximum),
    ),
    ['check:pages-agree'],
  ],
  ['the rows of another page', asking((url) => url.searchParams.delete(place)), ['check:page-arithmetic']],
  [
    'none on the first page of the whole list',
    listing(operation, (rows, url) => (sized(url, () => true) && !isFiltered(url) ? [] : rows)),
    ['check:first-page'],
  ],
  [
    'more than the total says, beside pages that no total fits',
    (send) =>
      replying((body, url) =>
        url.searchParams.get(limit) === '16' ? withValue(body, paging.tells.total ?? '', 3) : body,
      )(
        listing(
          operation,
          shorter((asked) => asked === null),
        )(send),
      ),
    ['check:default-page-size', 'check:page-size', 'check:totals'],
  ],
])('%s', async (_, change, due) => {
  expect(await holdersFor(change)).toEqual(due);
});

function shorter(wanted: (asked: string | null) => boolean) {
  return <R>(rows: readonly R[], url: URL): readonly R[] => (sized(url, wanted) ? rows.slice(1) : rows);
}
