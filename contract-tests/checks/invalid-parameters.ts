// A parameter that cannot have the value it was given is refused as documented; where nothing is documented, reported.
import { at } from '../../spec/index.ts';
import { type Check, cite } from '../check.ts';
import { type Exchange, isList } from '../exchange.ts';
import { type Scene, turnOf } from '../scene.ts';
import { type Flaw, shown } from '../verdict.ts';
import { readPage, sizeParameter } from '../walk.ts';

const id = 'invalid-parameters';

export const invalidParameters: Check = {
  id,
  title: 'An invalid parameter is refused as documented, and never breaks the server',
  applies: ({ refusals }) => refusals['invalid-parameter'] !== undefined,
  run: async (scene) => {
    const flaws: Flaw[] = [];
    let asked = 0;
    const documented = scene.operation.refusals['invalid-parameter']?.observed === false;
    for (const invalid of callsOf(invalidValues(scene), scene, documented)) {
      const { operation, client, tenant } = scene;
      const credential = operation.api === 'layers' ? 'token' : 'apiKey';
      const query = invalid.map(({ name, value }) => [name, value] as const);
      const exchange = await client.send({ operation, query, credential, tenant, expect: 'open' }, id);
      if (exchange === undefined)
        return {
          flaws,
          gaps: ['the budget of requests was spent, or the server stopped answering'],
          message: `${asked} calls`,
        };
      asked += 1;
      const words = query.map((pair) => pair.join('=')).join('&');
      const rows = isList(exchange) ? `, ${readPage(exchange).rows.length} rows` : '';
      scene.observe(`${words} → ${exchange.status}${rows}`);
      const certain = invalid.every((each) => each.certain);
      if (documented) flaws.push(...judge(scene, exchange, words, certain));
    }
    return { flaws, gaps: [], message: `${asked} calls` };
  },
};

type Invalid = {
  readonly name: string;
  readonly value: string;
  /** Whether the documentation leaves no doubt that the value is invalid. */
  readonly certain: boolean;
};

/** Values out of every list and bound. */
function invalidValues({ operation }: Scene): Invalid[] {
  const listed = operation.filters.filter(({ allowed, when }) => allowed.length > 0 && when === undefined);
  const bounds = operation.filters.filter(({ test }) => test === 'at-or-after');
  const flags = operation.filters.filter(({ when }) => when !== undefined);
  const { paging } = operation.list;
  const page = paging.style === 'page' ? paging.page : undefined;
  const open = (name: string | undefined, ...values: readonly string[]): Invalid[] =>
    name === undefined ? [] : values.map((value) => ({ name, value, certain: false }));
  return [
    ...listed.map(({ name }) => ({ name, value: 'no-such-value', certain: true })),
    ...open(sizeParameter(operation), '99999999999999999999', 'abc', '0', '1.5', '-1'),
    ...open(page, 'abc', '0', '-1', '1.5'),
    ...bounds.flatMap(({ name }) => open(name, 'yesterday')),
    ...flags.flatMap(({ name }) => open(name, 'maybe')),
  ];
}

/**
 * The values of each call. Where the refusal is documented every value has a call of its own; where only a server that
 * breaks would be wrong, the standard depth sends one of every parameter at once, others for each list.
 */
function callsOf(values: readonly Invalid[], scene: Scene, documented: boolean): (readonly Invalid[])[] {
  if (scene.depth === 'full' || documented) return values.map((each) => [each]);
  const names = [...new Set(values.map(({ name }) => name))];
  const one = (name: string) => {
    const own = values.filter((each) => each.name === name);
    return own[turnOf(scene) % own.length];
  };
  return names.length === 0 ? [] : [names.map(one).filter((each) => each !== undefined)];
}

function judge(scene: Scene, exchange: Exchange, asked: string, certain: boolean): Flaw[] {
  const refusal = scene.operation.refusals['invalid-parameter'];
  if (refusal === undefined || exchange.status >= 500 || exchange.status === 0) return [];
  const due = `status ${refusal.status} with code ${refusal.code}`;
  const flaw = (level: Flaw['level'], message: string, received: string): Flaw[] => [
    {
      subject: 'invalid parameter',
      clauses: cite(id, scene),
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
  const code = at(exchange.body, scene.contracts[scene.operation.api].error.code);
  return code === refusal.code ? [] : flaw('must', `${asked} is refused with another code`, `code ${shown(code)}`);
}
