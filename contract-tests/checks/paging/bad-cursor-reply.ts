// What a bad cursor is answered with, against the first page: the same call without the cursor.
import { type Exchange, isList } from '../../http/exchange.ts';
import { isSameFirstPage, isSamePage, isSameWalk } from '../../model/first-page.ts';
import { isLastingContrast } from '../../model/lasting-contrast.ts';
import type { InvalidCursor } from '../../plan/invalid-cursors.ts';
import { type Flaw, shown } from '../../verdict/finding.ts';
import type { Context } from '../../walk/context.ts';
import { describe } from '../../walk/filter-arguments.ts';
import type { Page } from '../../walk/page.ts';
import { keyOf } from '../../walk/rows.ts';
import type { Walk } from '../../walk/walk.ts';
import { codeIn, isCodeElsewhere } from '../replies/error-code.ts';

/** How often first page and bad cursor are asked again, until the first page stands still around the answer. */
const TRIALS = 4;

/** Rounds of a contrast: chance passes one of them once in 64 times. */
const ROUNDS = 2;

/** Pages of a whole walk that is compared: those that its rows fill, a few more, and never more than so many. */
const SPARE_PAGES = 2;
const MOST_PAGES = 40;

/** What came in place of what was due; `level` where it weighs less than a bad cursor does. */
type Deviation = Pick<Flaw, 'message' | 'expected' | 'received' | 'exchanges'> & Partial<Pick<Flaw, 'level'>>;

function deviation(received: string, exchanges: readonly Exchange[]): Deviation {
  return {
    message: 'does not give the first page',
    expected: 'status 200 with the rows of the first page',
    received,
    exchanges,
  };
}

/**
 * The first page before and after the bad cursor; only where both are alike, and stay so, is the answer judged. Any first page
 * that was seen will do: of servers that take turns each may begin the list in its own way.
 */
export async function badCursorDeviation(
  context: Context,
  { args, size, pages }: Walk,
  { cursor, certain }: InvalidCursor,
): Promise<Deviation | undefined> {
  if (isRefused(context)) {
    const { pages: asked } = await context.fresh(args, size, { start: cursor, expect: 'refusal', maxPages: 1 });
    return judgeRefused(context, asked[0]?.exchange);
  }
  const firstPages = await context.memo(`first pages ${describe(args)} ${size}`, async (): Promise<Page[]> => []);
  const plain = async (maxPages: number) => {
    const walk = await context.fresh(args, size, { maxPages });
    firstPages.push(...walk.pages.slice(0, 1));
    return walk;
  };
  const bad = (maxPages: number) => context.fresh(args, size, { start: cursor, expect: 'open', maxPages });
  let before = pages[0];
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const [page] = (await bad(1)).pages;
    if (page === undefined || before === undefined) return undefined;
    const { exchange } = page;
    // Where the same call is refused without the cursor, the cursor changes nothing.
    if (!isList(before.exchange)) return undefined;
    if (exchange.status !== 200)
      return exchange.status >= 500 || exchange.status === 0
        ? undefined
        : deviation(`status ${exchange.status}`, [exchange]);
    const first = [before, ...firstPages].find((each) => isSameFirstPage(context.operation, page, each));
    if (first !== undefined) return judgeRows(context, { page, first }, { bad, plain });
    const [after] = (await plain(1)).pages;
    if (after === undefined) return undefined;
    // Of one that may be genuine another page proves nothing, however often it comes.
    const isSteady = isSameFirstPage(context.operation, before, after);
    if (isSteady && (!certain || (await isAnother(context, { bad, plain }))))
      return deviation(describePage(context, page), [exchange, after.exchange]);
    before = after;
  }
  return undefined;
}

/** The same call with the bad cursor and without it, so many pages of each. */
type Calls = Readonly<Record<'bad' | 'plain', (maxPages: number) => Promise<Walk>>>;

/** Whether the bad cursor never gives what the same call gives without it: of two servers that are drawn, chance shows both. */
async function isAnother({ operation }: Context, { bad, plain }: Calls): Promise<boolean> {
  const pageOf = (ask: Calls['bad']) => async () => (await ask(1)).pages[0];
  const calls = { odd: pageOf(bad), usual: pageOf(plain) };
  const isSame = (one: Page, other: Page) => isSameFirstPage(operation, one, other);
  for (let round = 0; round < ROUNDS; round += 1) if (!(await isLastingContrast(calls, isSame, true))) return false;
  return true;
}

/** A page that begins as the first one does, and is lastingly another: a row is missing, added or shown otherwise. */
async function judgeRows(
  context: Context,
  { page, first }: { readonly page: Page; readonly first: Page },
  { bad, plain }: Calls,
): Promise<Deviation | undefined> {
  const { operation } = context;
  if (isSamePage(operation, page, first)) return undefined;
  // Pages may be of other lengths, as long as all of them together show the same.
  const { length } = (await context.snapshot()).rows;
  const isAsLong = page.rows.length === first.rows.length;
  const pages = isAsLong ? 1 : Math.ceil(length / Math.max(1, page.rows.length)) + SPARE_PAGES;
  if (pages > MOST_PAGES) return undefined;
  const isServed = ({ stop }: Walk) => stop === 'end' || (isAsLong && stop === 'cut');
  const answerOf = (ask: Calls['bad']) => async () => {
    const walk = await ask(pages);
    return isServed(walk) ? walk : undefined;
  };
  const calls = { odd: answerOf(bad), usual: answerOf(plain) };
  if (!(await isLastingContrast(calls, (one, other) => isSameWalk(operation, one, other)))) return undefined;
  return deviation(describePage(context, page), [page.exchange, first.exchange]);
}

/** Whether the documentation refuses a bad cursor, instead of counting it as none. */
function isRefused({ operation }: Context): boolean {
  const { paging } = operation.list;
  return paging.style === 'cursor' && paging.badCursor === 'refused';
}

/** A documented refusal: its status, and its code. */
function judgeRefused(context: Context, exchange: Exchange | undefined): Deviation | undefined {
  const due = context.operation.refusals['invalid-parameter'];
  if (due === undefined || exchange === undefined || exchange.status === 0 || exchange.status >= 500) return undefined;
  const isDue = exchange.status === due.status;
  const seen = codeIn(context.operation, exchange, due.code);
  if (isDue && (seen === due.code || due.accept.some((each) => each === seen))) return undefined;
  return {
    message: 'is not refused as documented',
    expected: `status ${due.status}${isDue ? ` with code ${due.code}` : ''}`,
    received: isDue ? `code ${shown(seen)}` : `status ${exchange.status}`,
    exchanges: [exchange],
    ...(isDue && isCodeElsewhere(context.operation, exchange, seen) ? { level: 'should' as const } : {}),
  };
}

function describePage(context: Context, { rows }: Page): string {
  const [first] = rows;
  return first === undefined
    ? 'an empty page'
    : `another page, of ${rows.length} rows, which begins with ${keyOf(context.operation, first)}`;
}
