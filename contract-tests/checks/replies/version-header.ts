// A documented request header that is only recommended may be left out.

import type { Operation } from '../../../spec/index.ts';
import { optionalHeaders } from '../../http/address.ts';
import { type Exchange, isList } from '../../http/exchange.ts';
import { isLastingContrast } from '../../model/lasting-contrast.ts';
import type { Flaw } from '../../verdict/finding.ts';
import { asking, type Context } from '../../walk/context.ts';
import { queryOf } from '../../walk/filter-arguments.ts';
import { type Page, readPage } from '../../walk/page.ts';
import { keyOf } from '../../walk/rows.ts';
import { sizeQuery } from '../../walk/walk.ts';
import { type Check, cite, flawsAbout, mustsOf } from '../check.ts';

const id = 'version-header';

export const versionHeader: Check = {
  id,
  title: 'The version header is served, and may be left out',
  applies: (operation) => optionalHeaders(operation).length > 0,
  ask: async (context) => {
    const { operation, client } = context;
    const names = optionalHeaders(operation);
    const headers = Object.fromEntries(names.map((name) => [name, '']));
    const snapshot = await context.snapshot();
    const query = [...queryOf(snapshot.base), ...sizeQuery(operation, operation.list.size?.maximum)];
    const send = () => client.send({ ...asking(context, query), headers, expect: 'open' });
    const exchange = await send();
    const message = `without ${names.join(', ')}`;
    if (exchange === undefined) return { flaws: [], gaps: [client.whyUnsent(operation)], message };
    const [page] = snapshot.walk.pages;
    const isServed = page !== undefined && isList(page.exchange);
    const exercised = isServed ? cite(id, context) : [];
    const flaw = (what: string, expected: string, received: string): Flaw => ({
      subject: names.join(', '),
      clauses: cite(id, context).filter((clause) => context.register.get(clause)?.level === 'should'),
      level: 'should',
      message: `a call ${message} is ${what}`,
      expected,
      received,
      exchanges: [exchange],
    });
    const refused = page?.exchange;
    if (isList(exchange) && refused !== undefined && refused.status >= 400 && refused.status < 500) {
      const subject = names.join(', ');
      const clauses = mustsOf(context, cite(id, context));
      const breach = flawsAbout(id, context, { subject, clauses, exchanges: [refused, exchange] });
      const served = `a call with ${subject} is refused, and served without`;
      return { flaws: [breach(served, 'status 200', `status ${refused.status}`)], gaps: [], message };
    }
    if (isList(exchange)) {
      const other = await otherList(context, send, exchange);
      const flaws = other === undefined ? [] : [flaw('answered with another list', other.expected, other.received)];
      return { flaws, gaps: isServed ? [] : ['needs a call that is served'], message, exercised };
    }
    // A deployment that does not serve the usual call either refuses something else.
    if (!isServed || exchange.status < 400 || exchange.status >= 500)
      return { flaws: [], gaps: [`a call ${message} was answered with ${exchange.status || 'nothing'}`], message };
    return { flaws: [flaw('not served', 'status 200', `status ${exchange.status}`)], gaps: [], message, exercised };
  },
};

type Difference = Record<'expected' | 'received', string>;

/** What the call lastingly gets in place of the list that it gets with the header. */
async function otherList(
  context: Context,
  send: () => Promise<Exchange | undefined>,
  exchange: Exchange,
): Promise<Difference | undefined> {
  const { operation } = context;
  const outline = (reply: Exchange | undefined) =>
    reply !== undefined && isList(reply) ? outlineOf(operation, readPage(reply)) : undefined;
  const { base, walk } = await context.snapshot();
  const [expected, received] = [outline(walk.pages[0]?.exchange), outline(exchange)];
  if (expected === undefined || received === undefined || expected === received) return undefined;
  const calls = {
    odd: async () => outline(await send()),
    usual: async () => outline((await context.fresh(base, walk.size, { maxPages: 1 })).pages[0]?.exchange),
  };
  return (await isLastingContrast(calls, (one, other) => one === other)) ? { expected, received } : undefined;
}

/** What two versions of a list cannot differ in: which rows it has, where one page shows them all, and how many. */
function outlineOf(operation: Operation, { rows, next, told: { total } }: Page): string {
  const counted = `${rows.length} rows${total === undefined ? '' : ` of ${total}`}`;
  const keys = rows.map((row) => keyOf(operation, row)).sort();
  return next === undefined ? [counted, ...keys].join(', ') : counted;
}
