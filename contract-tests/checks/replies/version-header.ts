// A documented request header that is only recommended may be left out.

import { isList } from '../../http/exchange.ts';
import { optionalHeaders } from '../../plan/optional-headers.ts';
import { asking } from '../../walk/context.ts';
import { type Check, cite } from '../check.ts';

const id = 'version-header';

export const versionHeader: Check = {
  id,
  title: 'The version header is served, and may be left out',
  applies: (operation) => optionalHeaders(operation).length > 0,
  ask: async (context) => {
    const { operation, client } = context;
    const names = optionalHeaders(operation);
    const headers = Object.fromEntries(names.map((name) => [name, '']));
    const exchange = await client.send({ ...asking(context, []), headers, expect: 'open' });
    const message = `without ${names.join(', ')}`;
    if (exchange === undefined)
      return { flaws: [], gaps: ['the budget of requests was spent, or the server stopped answering'], message };
    const [page] = (await context.snapshot()).walk.pages;
    const isServed = page !== undefined && isList(page.exchange);
    const exercised = isServed ? cite(id, context) : [];
    if (isList(exchange))
      return { flaws: [], gaps: isServed ? [] : ['needs a call that is served'], message, exercised };
    // A deployment that does not serve the usual call either refuses something else.
    if (!isServed || exchange.status < 400 || exchange.status >= 500)
      return { flaws: [], gaps: [`a call ${message} was answered with ${exchange.status || 'nothing'}`], message };
    const flaw = {
      subject: names.join(', '),
      clauses: cite(id, context).filter((clause) => context.register.get(clause)?.level === 'should'),
      level: 'should' as const,
      message: `a call ${message} is not served`,
      expected: 'status 200',
      received: `status ${exchange.status}`,
      exchanges: [exchange],
    };
    return { flaws: [flaw], gaps: [], message, exercised };
  },
};
