// A documented request header that is only recommended may be left out.
import { type Check, cite } from '../check.ts';
import { isList } from '../exchange.ts';

const id = 'version-header';

export const versionHeader: Check = {
  id,
  title: 'The version header is served, and may be left out',
  applies: ({ parameters }) => parameters.some((parameter) => parameter.in === 'header'),
  run: async (scene) => {
    const { operation, client, tenant } = scene;
    const names = operation.parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name);
    const headers = Object.fromEntries(names.map((name) => [name, '']));
    const exchange = await client.send(
      { operation, query: [], credential: 'apiKey', tenant, headers, expect: 'open' },
      id,
    );
    const message = `without ${names.join(', ')}`;
    if (exchange === undefined)
      return { flaws: [], gaps: ['the budget of requests was spent, or the server stopped answering'], message };
    if (isList(exchange) || exchange.status >= 500) return { flaws: [], gaps: [], message };
    const flaw = {
      subject: names.join(', '),
      clauses: cite(id, scene).filter((clause) => scene.register.get(clause)?.level === 'should'),
      level: 'should' as const,
      message: `a call ${message} is not served`,
      expected: 'status 200',
      received: `status ${exchange.status}`,
      exchanges: [exchange],
    };
    return { flaws: [flaw], gaps: [], message };
  },
};
