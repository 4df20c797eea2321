// Going back through a list: the page before a row holds the rows that stand in front of it, the nearest ones.
import type { QueryPair, Row } from '../../../spec/index.ts';
import { isList } from '../../http/exchange.ts';
import type { Flaw } from '../../verdict/finding.ts';
import { asking, type Context } from '../../walk/context.ts';
import { queryOf } from '../../walk/filter-arguments.ts';
import { allowedSize, readPage, sizeParameter } from '../../walk/page.ts';
import { keyOf, rowMap, sameRows } from '../../walk/rows.ts';
import { type Check, cite } from '../check.ts';
import { nounOf } from '../filters/filter-gaps.ts';

const id = 'page-before';
/** How often a page must be wrong before it is believed: rows may have come or gone in between. */
const SIGHTINGS = 2;

export const pageBefore: Check = {
  id,
  title: 'The page before a row holds the rows in front of it',
  applies: ({ list: { paging } }) => paging.style === 'key' && paging.before !== undefined,
  ask: async (context) => {
    const { rows, complete } = await context.snapshot();
    const flaws: Flaw[] = [];
    const gaps: string[] = [];
    if (!complete) gaps.push('the whole list is too long for the budget of requests');
    else if (rows.length < 3) gaps.push(`needs three ${nounOf(context.operation)}s`);
    const asked = complete && rows.length >= 3 ? placesIn(rows.length, context.depth) : [];
    for (const place of asked) {
      const flaw = await wrongPage(context, place);
      if (flaw === 'unanswered') gaps.push('the budget of requests was spent, or the server stopped answering');
      else if (flaw !== undefined) flaws.push(flaw);
    }
    return { flaws, gaps, message: `${asked.length} pages` };
  },
};

/** Where to begin: in the middle, where the first rows are not the nearest ones; at full depth near both ends too. */
function placesIn(rows: number, depth: Context['depth']): readonly number[] {
  const middle = Math.floor((rows * 2) / 3);
  return depth === 'full' ? [...new Set([middle, 1, rows - 1])] : [middle];
}

async function wrongPage(context: Context, place: number): Promise<Flaw | 'unanswered' | undefined> {
  let snapshot = await context.snapshot();
  let flaw: Flaw | undefined;
  for (let sighting = 0; sighting < SIGHTINGS; ) {
    const found = await pageAt(context, snapshot.rows, place);
    if (found === 'unanswered' || found === undefined) return found;
    const before = snapshot;
    snapshot = await context.refresh();
    // Rows that came or went meanwhile: neither right nor wrong.
    if (!sameRows(rowMap(context.operation, before.rows), rowMap(context.operation, snapshot.rows))) return undefined;
    flaw = found;
    sighting += 1;
  }
  return flaw;
}

/** The page before the row at `place`, if it holds other rows than it should. */
async function pageAt(context: Context, rows: readonly Row[], place: number): Promise<Flaw | 'unanswered' | undefined> {
  const { operation } = context;
  const { paging } = operation.list;
  const row = rows[place];
  if (paging.style !== 'key' || paging.before === undefined || row === undefined) return undefined;
  const { base } = await context.snapshot();
  const limit = sizeParameter(operation);
  const size = allowedSize(operation, Math.floor(place / 3));
  const key = keyOf(operation, row);
  const query: QueryPair[] = [...queryOf(base), [paging.before, key]];
  if (limit !== undefined) query.push([limit, String(size)]);
  const exchange = await context.client.send({ ...asking(context, query), expect: 'list' });
  if (exchange === undefined) return 'unanswered';
  if (!isList(exchange)) return undefined;
  const seen = readPage(exchange).rows.map((each) => keyOf(operation, each));
  const count = limit === undefined ? Math.max(1, seen.length) : size;
  const due = rows.slice(Math.max(0, place - count), place).map((each) => keyOf(operation, each));
  if (due.length === seen.length && due.every((each) => seen.includes(each))) return undefined;
  return {
    subject: paging.before,
    clauses: cite(id, context),
    level: 'must',
    message: 'the page before a row does not hold the rows in front of it',
    where: key,
    expected: due.join(', '),
    received: seen.length === 0 ? 'no row' : seen.join(', '),
    exchanges: [exchange],
  };
}
