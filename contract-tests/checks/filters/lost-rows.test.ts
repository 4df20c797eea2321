// Rows that are in the list only where they are asked for.
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../../mock/index.ts';
import { memberOf } from '../../../spec/index.ts';
import { judge } from '../../judge.ts';
import { ownContract } from '../../own-contract.ts';
import { listClauses } from '../check.ts';
import { listing, theFirst } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ filters }) =>
  filters.some(({ many, allowed }) => many && allowed.length > 4),
);
const filter = theFirst(operation.filters, ({ many, allowed }) => many && allowed.length > 4);

test.each(filter.allowed.slice(3))(
  '%s rows that come only where they are asked for are told once, of the whole list',
  async (value) => {
    const hides = listing(operation, (rows, url) =>
      url.searchParams.has(filter.name) ? rows : rows.filter((row) => memberOf(row, filter.field) !== value),
    );
    const mock = createMock({ contract });
    const only = ['filter-soundness', 'filter-completeness', 'filter-values', 'filter-pairs', 'references'];
    const { results } = await judge({
      ...{ baseUrl: 'http://mock', contract, credentials: mock.credentials, fetch: hides(createFetch(mock)) },
      ...{ operations: [operation.id], only, depth: 'full', maxRequests: 400 },
    });
    const found = results.flatMap(({ check, findings }) => findings.map((finding) => ({ check, ...finding })));
    expect(found.map(({ check, message }) => [check, message])).toEqual([
      ['filter-completeness', `without ${filter.name} the list lacks the rows that ${filter.name}=${value} brings`],
    ]);
    expect(found[0]?.clauses.map(({ id }) => id)).toEqual(
      listClauses('filter-completeness', { operation, register: contract.register }),
    );
  },
);

test('a list that shows rows only where a filter is given is to blame for what it lacks', async () => {
  const isWhole = (url: URL) => operation.filters.every(({ name }) => !url.searchParams.has(name));
  const hides = listing(operation, (rows, url) => (isWhole(url) ? [] : rows));
  const mock = createMock({ contract });
  const { results } = await judge({
    ...{ baseUrl: 'http://mock', contract, credentials: mock.credentials, fetch: hides(createFetch(mock)) },
    ...{ operations: [operation.id], only: ['filter-soundness', 'filter-completeness'] },
  });
  const messages = results.flatMap(({ findings }) => findings.map(({ message }) => message));
  expect(messages).toEqual(['the whole list lacks rows that several of its filters show']);
});
