// What a reply tells of its page fits what was asked, the rows and the total.
import type { Operation, QueryPair } from '../../../spec/index.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { filteredPagesBehind, pageBehindTheLast } from '../../evidence/page-behind-the-last.ts';
import { holdsRows, isList } from '../../http/exchange.ts';
import { expectedPage } from '../../model/page-facts.ts';
import type { Flaw } from '../../verdict/finding.ts';
import type { Context } from '../../walk/context.ts';
import { nextUrlOf, type Page, placeOf } from '../../walk/page.ts';
import { sameWay, type Walk } from '../../walk/walk.ts';
import { type Check, flawsAbout } from '../check.ts';
import { factFlaw, pageFactFlaws } from './page-fact-flaws.ts';
import { PLACE } from './place-clauses.ts';

const id = PLACE;

export const pageArithmetic: Check = {
  id,
  title: 'What a reply says of its page fits the rows and the total',
  applies: ({ list: { paging } }) => Object.keys(paging.tells).some((fact) => fact !== 'total') || hasLinks(paging),
  needs: ['sizes', 'probes'],
  ask: async (context, evidence) => {
    const { walks } = evidence;
    const pages = walks.flatMap((walk) => walk.pages.filter(({ exchange }) => holdsRows(exchange)));
    const flaws = [...pageFactFlaws(id, evidence, pages), ...pages.flatMap((page) => linkFlaws(context, page))];
    flaws.push(...(await emptyPages(context, evidence)));
    flaws.push(...(await beyondTheEnd(context, evidence)));
    const several = walks.some((walk) => walk.pages.length > 1);
    return {
      flaws,
      gaps: several ? [] : ['needs more rows than one page of the smallest size holds'],
      message: `${pages.length} pages`,
    };
  },
};

function hasLinks(paging: Operation['list']['paging']): boolean {
  return paging.style !== 'none' && paging.next !== undefined && !('value' in paging.next);
}

/** A URL of the next page asks for the same rows in the same order as this one: it keeps the filters, the order and the size. */
function linkFlaws(context: Context, { exchange }: Page): Flaw[] {
  const url = nextUrlOf(exchange);
  if (url === undefined) return [];
  const flaw = flawsAbout(id, context, { subject: 'next URL', exchanges: [exchange] });
  const message = 'the URL of the next page asks for another list';
  if (!URL.canParse(url, exchange.url)) return [flaw(message, 'a URL', url)];
  const led = [...new URL(url, exchange.url).searchParams];
  const { filters, list, parameters } = context.operation;
  // A size out of bounds may be led on as what was made of it.
  const { size = 0 } = placeOf(exchange.request);
  const sized = size <= (list.size?.maximum ?? Number.POSITIVE_INFINITY) ? list.paging.limit : undefined;
  const names = [...filters.map(({ name }) => name), list.sorting?.orders?.name, list.sorting?.directions?.name, sized];
  const changed = names
    .filter((name) => name !== undefined)
    .filter((name) => {
      const [asked, next] = [valuesOf(exchange.request.query, name), valuesOf(led, name)];
      // A value that is the default anyway may be left out, or added.
      const usual = String(parameters.find((each) => each.name === name)?.default ?? '');
      return asked !== next && (asked || usual) !== (next || usual);
    });
  const shown = (query: readonly QueryPair[]) => changed.map((name) => `${name}=${valuesOf(query, name)}`).join('&');
  return changed.length === 0 ? [] : [flaw(message, shown(exchange.request.query), shown(led))];
}

/** The values of a parameter, in one spelling whatever its style. */
function valuesOf(query: readonly QueryPair[], name: string): string {
  const values = query.filter(([each]) => each === name).flatMap(([, value]) => value.split(','));
  return values.sort().join(',');
}

/** Pages that say that more follow, and that are followed by an empty one, again when the list is walked anew. */
async function emptyPages(context: Context, evidence: Evidence): Promise<Flaw[]> {
  const flaws: Flaw[] = [];
  for (const walk of context.walks.filter((each) => lyingPage(each) !== undefined)) {
    const again = await context.fresh(walk.args, walk.size, sameWay(walk));
    const lying = lyingPage(again);
    if (lying === undefined) continue;
    const where = context.operation.list.paging.tells.more ?? '';
    const message = `${where.split('/').at(-1)} says that rows follow, and none do`;
    flaws.push(factFlaw(id, evidence, lying, where)(message, 'false', 'true'));
  }
  return flaws;
}

function lyingPage({ pages }: Walk): Page | undefined {
  return pages.find((page, index) => {
    const { told } = page;
    const next = pages[index + 1];
    // Where the total says that rows follow, it is the next page that lacks them.
    const isCounted =
      told.total !== undefined && expectedPage(page.exchange.request.operation, page).facts.more === true;
    return !isCounted && told.more === true && next !== undefined && isList(next.exchange) && next.rows.length === 0;
  });
}

/** A page behind the last may be an error or an empty page; rows there would contradict the total that stands beside them. */
async function beyondTheEnd(context: Context, evidence: Evidence): Promise<Flaw[]> {
  const { items, paging } = context.operation.list;
  const pages = [await pageBehindTheLast(context), ...(await filteredPagesBehind(context))];
  const flaws = pageFactFlaws(
    id,
    evidence,
    pages.filter((page) => page !== undefined),
  );
  return flaws.filter(({ where }) => where === items || where === paging.tells.more);
}
