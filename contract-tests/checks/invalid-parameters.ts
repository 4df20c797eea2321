// A parameter that cannot have the value it was given is refused as documented; where nothing is documented, reported.
import { at } from '../../spec/index.ts';
import { type Check, cite } from '../check.ts';
import { type Exchange, isList } from '../exchange.ts';
import type { Scene } from '../scene.ts';
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
    for (const { name, value, certain } of invalidValues(scene, documented)) {
      const { operation, client, tenant } = scene;
      const credential = operation.api === 'layers' ? 'token' : 'apiKey';
      const exchange = await client.send({ operation, query: [[name, value]], credential, tenant, expect: 'open' }, id);
      if (exchange === undefined)
        return {
          flaws,
          gaps: ['the budget of requests was spent, or the server stopped answering'],
          message: `${asked} values`,
        };
      asked += 1;
      scene.observe(
        `${name}=${value} → ${exchange.status}${isList(exchange) ? `, ${readPage(exchange).rows.length} rows` : ''}`,
      );
      if (documented) flaws.push(...judge(scene, exchange, `${name}=${value}`, certain));
    }
    return {
      flaws,
      gaps: [],
      message: asked === 0 ? 'left to --depth full: the documentation is silent here' : `${asked} values`,
    };
  },
};

type Invalid = {
  readonly name: string;
  readonly value: string;
  /** Whether the documentation leaves no doubt that the value is invalid. */
  readonly certain: boolean;
};

/** Values out of every list and bound; at the standard depth only where the refusal is documented. */
function invalidValues({ operation, depth }: Scene, documented: boolean): Invalid[] {
  const listed = operation.filters.filter(({ allowed, when }) => allowed.length > 0 && when === undefined);
  const values = listed.map(({ name }) => ({ name, value: 'no-such-value', certain: true }));
  const size = sizeParameter(operation);
  const sizes =
    size === undefined
      ? []
      : ['0', '-1', 'abc', '1.5', '99999999999999999999'].map((value) => ({ name: size, value, certain: false }));
  const page = operation.list.paging.style === 'page' ? operation.list.paging.page : undefined;
  const pages =
    page === undefined ? [] : ['0', '-1', 'abc', '1.5'].map((value) => ({ name: page, value, certain: false }));
  const since = operation.filters
    .filter(({ test }) => test === 'at-or-after')
    .map(({ name }) => ({ name, value: 'yesterday', certain: false }));
  const flags = operation.filters
    .filter(({ when }) => when !== undefined)
    .map(({ name }) => ({ name, value: 'maybe', certain: false }));
  if (depth === 'full') return [...values, ...sizes, ...pages, ...since, ...flags];
  return documented ? [...values, ...sizes.slice(2, 3)] : [];
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
