// A page behind the last: the documentation leaves open how it is answered, and what it tells must be true all the same.
import { at, placeParameter, type QueryPair } from '../../spec/index.ts';
import { isList } from '../http/exchange.ts';
import { count } from '../plan/bitset.ts';
import { rememberedModel } from '../plan/remembered-model.ts';
import { asking, type Context } from '../walk/context.ts';
import { type Arguments, queryOf } from '../walk/filter-arguments.ts';
import { isNumbered, type Page, readPage } from '../walk/page.ts';

/** Values of each filter that a page behind the last is asked for with. */
const VALUES = 4;

/** The page, asked for once for the checks that read it; undefined where a list has no numbered pages, or no answer came. */
export function pageBehindTheLast(context: Context): Promise<Page | undefined> {
  return context.memo('page behind the last', () => pageBehind(context));
}

/** The same under each filter, by several values that some rows have: what is asked at the full depth alone. */
export async function filteredPagesBehind(context: Context): Promise<readonly Page[]> {
  const { operation, depth } = context;
  if (!isNumbered(operation) || depth !== 'full') return [];
  const { rows } = await context.snapshot();
  const model = rememberedModel(operation, rows);
  const pages: Page[] = [];
  for (const filter of operation.filters) {
    const shown = model
      .classes(filter)
      .representatives()
      .map((value) => [{ filter, values: [value] }]);
    for (const args of shown.filter((each) => count(model.passing(each)) > 0).slice(0, VALUES)) {
      const page = await pageBehind(context, args);
      if (page !== undefined) pages.push(page);
    }
  }
  return pages;
}

/** The same, asked for anew; a page of another place, or of none, is undefined too. */
export async function pageBehind(context: Context, args: Arguments = []): Promise<Page | undefined> {
  const { operation, client } = context;
  if (!isNumbered(operation)) return undefined;
  const { rows } = await context.snapshot();
  const number = rows.length + 2;
  const place: QueryPair = [placeParameter(operation.list.paging) ?? '', String(number)];
  const exchange = await client.send({ ...asking(context, [...queryOf(args), place]), expect: 'open' });
  if (exchange === undefined) return undefined;
  const page = readPage(exchange);
  if (args.length === 0)
    context.observe(
      `a page behind the last → ${exchange.status}${exchange.status === 200 ? `, ${page.rows.length} rows` : ''}`,
    );
  const { tells } = operation.list.paging;
  // A deployment that answers with another page instead says so.
  const elsewhere = [page.told.page, page.told.offset].some((seen) => seen !== undefined && seen !== number);
  const silent = tells.page !== undefined && at(exchange.body, tells.page) === undefined;
  return !isList(exchange) || elsewhere || silent ? undefined : page;
}
