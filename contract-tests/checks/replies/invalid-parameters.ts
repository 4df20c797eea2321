// A parameter that cannot have the value it was given is refused as documented; where nothing is documented, reported.
import { at, kindOf, placeParameter } from '../../../spec/index.ts';
import { type Exchange, isList } from '../../http/exchange.ts';
import { type Flaw, shown } from '../../verdict/finding.ts';
import { asking, type Context, listIndex } from '../../walk/context.ts';
import { isNumbered, readPage, sizeParameter } from '../../walk/page.ts';
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
    for (const invalid of callsOf(invalidValues(context), context, documented)) {
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
      context.observe(`${words} → ${exchange.status}${rows}`);
      const certain = invalid.every((each) => each.certain);
      const found = documented ? judge(context, exchange, words, certain) : [];
      flaws.push(...found);
      const isAnswered = exchange.status > 0 && exchange.status < 500;
      if (isAnswered && found.length === 0 && (certain || !isList(exchange))) kept += 1;
    }
    const values = invalidValues(context);
    const judged = documented && !values.some(({ certain }) => certain);
    // Where no value is invalid beyond doubt, nothing that was answered could have been wrong.
    const gaps = judged || values.length === 0 ? ['the documentation leaves open whether any value is invalid'] : [];
    if (documented && kept === 0 && flaws.length === 0) gaps.push('no invalid value was answered');
    const exercised = kept === 0 ? [] : cite(id, context);
    return { flaws, gaps, message: `${asked} calls`, exercised };
  },
};

type Invalid = {
  readonly name: string;
  readonly value: string;
  /** Whether the documentation leaves no doubt that the value is invalid. */
  readonly certain: boolean;
};

/** Values out of every list and bound: certain where the documentation lists all that a parameter may be. */
function invalidValues({ operation }: Context): Invalid[] {
  const { list, filters, parameters } = operation;
  const invalid = (names: readonly (string | undefined)[], values: readonly string[], certain = false): Invalid[] =>
    names.flatMap((name) => (name === undefined ? [] : values.map((value) => ({ name, value, certain }))));
  const listed = filters.filter(
    ({ allowed, when, parameter }) => allowed.length > 0 && when === undefined && parameter.valueType !== 'boolean',
  );
  const sorts = [list.sorting?.orders?.name, list.sorting?.directions?.name].filter((name) =>
    parameters.some((each) => each.name === name && each.allowed.length > 0),
  );
  const numbers = filters.filter(
    ({ parameter, allowed }) =>
      allowed.length === 0 && parameter.valueType !== 'string' && parameter.valueType !== 'boolean',
  );
  const flags = filters.filter(({ parameter, when }) => parameter.valueType === 'boolean' || when !== undefined);
  const instants = filters.filter((filter) => kindOf(filter) === 'instant' && filter.parameter.valueType === 'string');
  const place = isNumbered(operation) ? placeParameter(list.paging) : undefined;
  const nameOf = ({ name }: { readonly name: string }) => name;
  return [
    ...invalid([...listed.map(nameOf), ...sorts], ['no-such-value'], true),
    ...invalid([sizeParameter(operation)], ['99999999999999999999', 'abc', '0', '1.5', '-1']),
    ...invalid([place], ['abc', '0', '-1', '1.5']),
    ...invalid(numbers.map(nameOf), ['abc']),
    ...invalid(instants.map(nameOf), ['yesterday']),
    ...invalid(flags.map(nameOf), ['maybe']),
  ];
}

/**
 * The values of each call. Where the refusal is documented every value has a call of its own; where only a server that
 * breaks would be wrong, the standard depth sends one of every parameter at once, others for each list.
 */
function callsOf(values: readonly Invalid[], context: Context, documented: boolean): (readonly Invalid[])[] {
  if (context.depth === 'full' || documented) return values.map((each) => [each]);
  const names = [...new Set(values.map(({ name }) => name))];
  const one = (name: string) => {
    const own = values.filter((each) => each.name === name);
    return own[listIndex(context) % own.length];
  };
  return names.length === 0 ? [] : [names.map(one).filter((each) => each !== undefined)];
}

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
