// Pages that begin or end at a row, wherever it stands: not only where a walk would come to.
import type { Operation, QueryPair, Row } from '../../../spec/index.ts';
import { isList } from '../../http/exchange.ts';
import type { Flaw } from '../../verdict/finding.ts';
import { asking, type Context } from '../../walk/context.ts';
import { queryOf } from '../../walk/filter-arguments.ts';
import { whyIncomplete } from '../../walk/list-snapshot.ts';
import { allowedSize, readPage, sizeParameter } from '../../walk/page.ts';
import { keyOf, rowMap, sameRows } from '../../walk/rows.ts';
import { type Check, flawsAbout } from '../check.ts';
import { nounOf } from '../filters/filter-gaps.ts';

/** How often a page must be wrong before it is believed: rows may have come or gone in between. */
const SIGHTINGS = 2;
/** Fewer rows have no page that begins in their midst. */
const FEWEST = 3;

/** One page: what asks for it, how many rows, and the row that it must stand in front of, or begin with. */
type Place = { readonly query: QueryPair; readonly size: number } & (
  | { readonly before: number }
  | { readonly from: number }
);

type PlacedPage = {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  /** The parameter that says where the page stands; undefined where the list has none. */
  readonly parameter: (operation: Operation) => string | undefined;
  /** The pages that are asked for, of these rows. */
  readonly places: (operation: Operation, rows: readonly Row[], depth: Context['depth']) => readonly Place[];
};

/** A check of such pages. */
function placedPage(kind: PlacedPage): Check {
  return {
    id: kind.id,
    title: kind.title,
    applies: (operation) => kind.parameter(operation) !== undefined,
    ask: async (context) => {
      const snapshot = await context.snapshot();
      const { rows, complete } = snapshot;
      const flaws: Flaw[] = [];
      const gaps: string[] = [];
      const places = complete && rows.length >= FEWEST ? kind.places(context.operation, rows, context.depth) : [];
      if (!complete) gaps.push(whyIncomplete(snapshot));
      else if (rows.length < FEWEST) gaps.push(`needs three ${nounOf(context.operation)}s`);
      else if (places.length === 0) gaps.push('needs more rows than one page of the smallest size holds');
      for (const index of places.keys()) {
        const flaw = await wrongPage(context, kind, index);
        if (flaw === 'unanswered') gaps.push(context.client.whyUnsent(context.operation));
        else if (flaw !== undefined) flaws.push(flaw);
      }
      return { flaws, gaps, message: `${places.length} pages` };
    },
  };
}

async function wrongPage(context: Context, kind: PlacedPage, index: number): Promise<Flaw | 'unanswered' | undefined> {
  let snapshot = await context.snapshot();
  let flaw: Flaw | undefined;
  for (let sighting = 0; sighting < SIGHTINGS; sighting += 1) {
    const place = kind.places(context.operation, snapshot.rows, context.depth)[index];
    const found = place === undefined ? undefined : await pageAt(context, kind, snapshot.rows, place);
    if (found === 'unanswered' || found === undefined) return found;
    const before = snapshot;
    snapshot = await context.refresh();
    // Rows that came or went meanwhile: neither right nor wrong.
    if (!sameRows(rowMap(context.operation, before.rows), rowMap(context.operation, snapshot.rows))) return undefined;
    flaw = found;
  }
  return flaw;
}

/** The page, if it holds other rows than it should. */
async function pageAt(
  context: Context,
  { id, message, parameter }: PlacedPage,
  rows: readonly Row[],
  place: Place,
): Promise<Flaw | 'unanswered' | undefined> {
  const { operation } = context;
  const { base } = await context.snapshot();
  const limit = sizeParameter(operation);
  const sized: QueryPair[] = limit === undefined ? [] : [[limit, String(place.size)]];
  const asked = [...queryOf(base), place.query, ...sized];
  const exchange = await context.client.send({ ...asking(context, asked), expect: 'list' });
  if (exchange === undefined) return 'unanswered';
  if (!isList(exchange)) return undefined;
  const seen = readPage(exchange).rows.map((each) => keyOf(operation, each));
  const count = limit === undefined ? Math.max(1, seen.length) : place.size;
  const [first, behind] =
    'from' in place ? [place.from, place.from + count] : [Math.max(0, place.before - count), place.before];
  const due = rows.slice(first, behind).map((each) => keyOf(operation, each));
  if (due.length === seen.length && due.every((each) => seen.includes(each))) return undefined;
  const common = { subject: parameter(operation) ?? '', where: place.query[1], exchanges: [exchange] };
  return flawsAbout(id, context, common)(message, due.join(', '), seen.length === 0 ? 'no row' : seen.join(', '));
}

/** Back from a row: in the middle, where the first rows are not the nearest ones; at full depth near both ends too. */
export const pageBefore = placedPage({
  id: 'page-before',
  title: 'The page before a row holds the rows in front of it',
  message: 'the page before a row does not hold the rows in front of it',
  parameter: ({ list: { paging } }) => (paging.style === 'key' ? paging.before : undefined),
  places: (operation, rows, depth) => {
    const { paging } = operation.list;
    const before = paging.style === 'key' ? paging.before : undefined;
    const middle = Math.floor((rows.length * 2) / 3);
    return [...new Set(depth === 'full' ? [middle, 1, rows.length - 1] : [middle])].flatMap((place) => {
      const row = rows[place];
      if (before === undefined || row === undefined) return [];
      const size = allowedSize(operation, Math.floor(place / 3));
      return [{ query: [before, keyOf(operation, row)] as const, before: place, size }];
    });
  },
});

/** From a row that no page of its size begins with: whoever counts pages in place of rows begins elsewhere. */
export const pageOffset = placedPage({
  id: 'page-offset',
  title: 'A page may begin behind any number of rows',
  message: 'a page does not begin behind as many rows as it was asked to pass over',
  parameter: ({ list: { paging } }) => (paging.style === 'offset' ? paging.offset : undefined),
  places: (operation, rows, depth) => {
    const { paging } = operation.list;
    const size = allowedSize(operation, Math.max(2, Math.floor(rows.length / 3)));
    const places = depth === 'full' ? [size + 1, 1, size * 2 - 1] : [size + 1];
    return paging.style !== 'offset' || size < 2
      ? []
      : [...new Set(places)]
          .filter((place) => place < rows.length)
          .map((place) => ({ query: [paging.offset, String(place)] as const, from: place, size }));
  },
});
