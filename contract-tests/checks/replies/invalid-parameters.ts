// A parameter that cannot have the value it was given is refused as documented; where nothing is documented, reported.
import { at } from '../../../spec/index.ts';
import { type Exchange, isList } from '../../http/exchange.ts';
import { invalidCalls, invalidValues } from '../../plan/invalid-values.ts';
import { type Flaw, shown } from '../../verdict/finding.ts';
import { asking, type Context, listIndex } from '../../walk/context.ts';
import { readPage } from '../../walk/page.ts';
import { type Check, cite } from '../check.ts';

const id = 'invalid-parameters';

export const invalidParameters: Check = {
  id,
  title: 'An invalid parameter is refused as documented, and never breaks the server',
  applies: ({ refusals }) => refusals['invalid-parameter'] !== undefined,
  ask: async (context) => {
    const flaws: Flaw[] = [];
    let asked = 0;
    let kept = 0;
    const documented = context.operation.refusals['invalid-parameter']?.observed === false;
    const { rows: known } = await context.snapshot();
    const values = invalidValues(context.operation, known);
    for (const invalid of invalidCalls(context.operation, known, context.depth, listIndex(context))) {
      const query = invalid.map(({ name, value }) => [name, value] as const);
      const exchange = await context.client.send({ ...asking(context, query), expect: 'open' });
      if (exchange === undefined)
        return {
          flaws,
          gaps: ['the budget of requests was spent, or the server stopped answering'],
          message: `${asked} calls`,
        };
      asked += 1;
      const words = query.map((pair) => pair.join('=')).join('&');
      const rows = isList(exchange) ? `, ${readPage(exchange).rows.length} rows` : '';
      const certain = invalid.every((each) => each.certain);
      if (!documented || !certain) context.observe(`${words} → ${exchange.status}${rows}`);
      const found = documented ? judge(context, exchange, words, certain) : [];
      flaws.push(...found);
      const isAnswered = exchange.status > 0 && exchange.status < 500;
      if (isAnswered && found.length === 0 && (certain || !isList(exchange))) kept += 1;
    }
    const isOpen = documented && !values.some(({ certain }) => certain);
    // Where no value is invalid beyond doubt, what is served is not wrong; what is refused shows whether it is as documented.
    const gaps =
      values.length === 0 || (isOpen && kept === 0)
        ? ['the documentation leaves open whether any value is invalid, and none was refused']
        : [];
    if (documented && !isOpen && kept === 0 && flaws.length === 0) gaps.push('no invalid value was answered');
    const exercised = kept === 0 ? [] : cite(id, context);
    return { flaws, gaps, message: `${asked} calls`, exercised };
  },
};

function judge(context: Context, exchange: Exchange, asked: string, certain: boolean): Flaw[] {
  const refusal = context.operation.refusals['invalid-parameter'];
  if (refusal === undefined || exchange.status >= 500 || exchange.status === 0) return [];
  const due = `status ${refusal.status}${refusal.code === undefined ? '' : ` with code ${refusal.code}`}`;
  const flaw = (level: Flaw['level'], message: string, received: string): Flaw[] => [
    {
      subject: 'invalid parameter',
      clauses: cite(id, context),
      level,
      message,
      where: asked,
      expected: due,
      received,
      exchanges: [exchange],
    },
  ];
  if (isList(exchange)) {
    const rows = readPage(exchange).rows.length;
    if (!certain) return [];
    // An empty list keeps the filter's meaning and hides the mistake; rows keep neither.
    return flaw(rows > 0 ? 'must' : 'should', `${asked} is answered with a list`, `status 200 with ${rows} rows`);
  }
  if (exchange.status !== refusal.status)
    return flaw('must', `${asked} is refused with another status`, `status ${exchange.status}`);
  const place = context.operation.error.code;
  const code = place === undefined ? refusal.code : at(exchange.body, place);
  return code === refusal.code ? [] : flaw('must', `${asked} is refused with another code`, `code ${shown(code)}`);
}
