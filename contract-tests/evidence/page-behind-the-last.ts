// A page behind the last: the documentation leaves open how it is answered, and what it tells must be true all the same.
import { at, placeParameter } from '../../spec/index.ts';
import { isList } from '../http/exchange.ts';
import { asking, type Context } from '../walk/context.ts';
import { isNumbered, type Page, readPage } from '../walk/page.ts';

/** The page, asked for once for the checks that read it; undefined where a list has no numbered pages, or no answer came. */
export function pageBehindTheLast(context: Context): Promise<Page | undefined> {
  return context.memo('page behind the last', () => pageBehind(context));
}

/** The same, asked for anew; a page of another place, or of none, is undefined too. */
export async function pageBehind(context: Context): Promise<Page | undefined> {
  const { operation, client } = context;
  if (!isNumbered(operation)) return undefined;
  const { rows } = await context.snapshot();
  const number = rows.length + 2;
  const query = [[placeParameter(operation.list.paging) ?? '', String(number)]] as const;
  const exchange = await client.send({ ...asking(context, query), expect: 'open' });
  if (exchange === undefined) return undefined;
  const page = readPage(exchange);
  context.observe(
    `a page behind the last → ${exchange.status}${exchange.status === 200 ? `, ${page.rows.length} rows` : ''}`,
  );
  const { tells } = operation.list.paging;
  // A deployment that answers with another page instead says so.
  const elsewhere = [page.told.page, page.told.offset].some((seen) => seen !== undefined && seen !== number);
  const silent = tells.page !== undefined && at(exchange.body, tells.page) === undefined;
  return !isList(exchange) || elsewhere || silent ? undefined : page;
}
