// A cursor that is malformed or forged counts as none: the first page comes.

import { at, placeParameter } from '../../../spec/index.ts';
import { foreignCursor, genuineCursor, piggybacksOf } from '../../evidence/piggybacked-cursors.ts';
import { type Exchange, isList } from '../../http/exchange.ts';
import { isSameFirstPage, isSamePage, isSameWalk } from '../../model/first-page.ts';
import { isLastingContrast } from '../../model/lasting-contrast.ts';
import { type InvalidCursor, invalidCursors } from '../../plan/invalid-cursors.ts';
import type { Flaw } from '../../verdict/finding.ts';
import { asking, type Context, listIndex } from '../../walk/context.ts';
import { queryOf } from '../../walk/filter-arguments.ts';
import type { Page } from '../../walk/page.ts';
import { keyOf } from '../../walk/rows.ts';
import { sizeQuery, type Walk } from '../../walk/walk.ts';
import { type Check, cite } from '../check.ts';
import { nounOf } from '../filters/filter-gaps.ts';

const id = 'bad-cursor';
/** How often first page and bad cursor are asked again, until the first page stands still around the answer. */
const TRIALS = 4;
/** How many malformed ones are tried at least. */
const LEAST = 2;
/** How many of those that did not piggyback well are judged. */
const DOUBTS = { standard: 3, full: 40 } as const;

/** Pages of a whole walk that is compared: those that its rows fill, a few more, and never more than so many. */
const SPARE_PAGES = 2;
const MOST_PAGES = 40;

export const badCursor: Check = {
  id,
  title: 'A malformed or forged cursor gives the first page',
  applies: ({ list: { paging } }) => paging.style === 'cursor' && paging.badCursor !== 'open',
  needs: ['sizes', 'probes'],
  ask: async (context, { sizes }) => {
    const walks = sizes.map(({ walk }) => walk);
    // A walk of several pages, so that the first page differs from the others.
    const walk = walks.find(({ pages, size }) => pages.length > 1 && size !== undefined) ?? walks[0];
    if (walk === undefined)
      return { flaws: [], gaps: ['the whole list is too long for the budget of requests'], message: 'no walk' };
    const piggybacks = await piggybacksOf(context);
    const all = invalidCursors(
      listIndex(context),
      walk.pages[0]?.next ?? genuineCursor(context),
      foreignCursor(context),
    );
    const flaws: Flaw[] = [];
    // What rode well on a filter has been answered; what did not is judged beside the same filter.
    const isBreach = (flaw: Flaw, { certain }: InvalidCursor) =>
      certain || flaw.exchanges.some(({ status }) => status !== 200);
    for (const each of piggybacks.filter(({ right }) => !right).slice(0, DOUBTS[context.depth])) {
      const first = await context.walk(each.args, each.size, { expect: 'open', maxPages: 1 });
      const flaw = await judge(context, first, each.cursor, `a cursor ${each.class}`);
      if (flaw !== undefined && isBreach(flaw, each)) flaws.push(flaw);
    }
    const untried = all.filter(({ cursor }) => !piggybacks.some((each) => each.cursor === cursor));
    // One that is made from a genuine one shows most in a list of several pages; where it went with a filter, one is asked
    // that nothing could carry, for it may be genuine.
    const made =
      untried.find((each) => each.class === 'with a changed tail') ?? untried.find(({ certain }) => !certain);
    const few = [...(made === undefined ? [] : [made]), ...untried.slice(0, Math.max(0, LEAST - piggybacks.length))];
    const left = context.depth === 'standard' ? few : all;
    // At the full depth in pages of the default size too.
    const usual = context.depth === 'standard' ? undefined : await context.walk(walk.args, undefined);
    const asked = [walk, ...(usual === undefined ? [] : [usual])].flatMap((one) =>
      left.map((each) => ({ one, ...each })),
    );
    for (const { one, ...each } of asked) {
      const flaw = await judge(context, one, each.cursor, `a cursor ${each.class}`);
      if (flaw !== undefined && isBreach(flaw, each)) flaws.push(flaw);
      else if (flaw !== undefined) context.observe(`a cursor ${each.class} → ${flaw.received}`);
    }
    const gaps =
      walk.rows.length < 2 ? [`needs two ${nounOf(context.operation)}s, so that there is a second page`] : [];
    return { flaws, gaps, message: `${piggybacks.length + left.length} bad cursors` };
  },
};

/** The first page before and after the bad cursor; only where both are alike is the answer judged. */
async function judge(
  context: Context,
  { args, size, pages }: Walk,
  cursor: string,
  name: string,
): Promise<Flaw | undefined> {
  if (isRefused(context)) return judgeRefused(context, await sendBad(context, { args, size }, cursor), name);
  const plain = (maxPages: number) => context.fresh(args, size, { maxPages });
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
        : flawOf(context, name, `status ${exchange.status}`, [exchange]);
    if (isSameFirstPage(context.operation, page, before))
      return judgeRows(context, { page, first: before }, { bad, plain }, name);
    const [after] = (await plain(1)).pages;
    if (after === undefined) return undefined;
    if (isSameFirstPage(context.operation, before, after))
      return flawOf(context, name, describePage(context, page), [exchange, after.exchange]);
    before = after;
  }
  return undefined;
}

/** The same call with the bad cursor and without it, so many pages of each. */
type Calls = Readonly<Record<'bad' | 'plain', (maxPages: number) => Promise<Walk>>>;

/** A page that begins as the first one does, and is lastingly another: a row is missing, added or shown otherwise. */
async function judgeRows(
  context: Context,
  { page, first }: { readonly page: Page; readonly first: Page },
  { bad, plain }: Calls,
  name: string,
): Promise<Flaw | undefined> {
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
  return flawOf(context, name, describePage(context, page), [page.exchange, first.exchange]);
}

/** Whether the documentation refuses a bad cursor, instead of counting it as none. */
function isRefused({ operation }: Context): boolean {
  const { paging } = operation.list;
  return paging.style === 'cursor' && paging.badCursor === 'refused';
}

/** A documented refusal: its status, and its code. */
function judgeRefused(context: Context, exchange: Exchange | undefined, name: string): Flaw | undefined {
  const due = context.operation.refusals['invalid-parameter'];
  if (due === undefined || exchange === undefined || exchange.status === 0 || exchange.status >= 500) return undefined;
  const { code } = context.operation.error;
  const seen = code === undefined ? due.code : at(exchange.body, code);
  if (exchange.status === due.status && (seen === due.code || due.accept.some((each) => each === seen)))
    return undefined;
  const flaw = flawOf(context, name, `status ${exchange.status}`, [exchange]);
  return { ...flaw, message: `${name} is not refused as documented`, expected: `status ${due.status}` };
}

function sendBad(
  context: Context,
  { args, size }: Pick<Walk, 'args' | 'size'>,
  cursor: string,
): Promise<Exchange | undefined> {
  const { operation, client } = context;
  const { paging } = operation.list;
  const query = [...queryOf(args), ...sizeQuery(operation, size)];
  if (paging.style === 'cursor') query.push([paging.cursor, cursor]);
  return client.send({ ...asking(context, query), expect: 'refusal' });
}

function describePage(context: Context, { rows }: Page): string {
  const [first] = rows;
  return first === undefined
    ? 'an empty page'
    : `another page, of ${rows.length} rows, which begins with ${keyOf(context.operation, first)}`;
}

function flawOf(context: Context, name: string, received: string, exchanges: readonly Exchange[]): Flaw {
  const { paging } = context.operation.list;
  const cursor = context.operation.parameters.find((parameter) => parameter.name === placeParameter(paging));
  return {
    subject: cursor?.name ?? 'cursor',
    clauses: cite(id, context, cursor?.clauses),
    level: 'must',
    message: `${name} does not give the first page`,
    expected: 'status 200 with the rows of the first page',
    received,
    exchanges,
  };
}
