// Whether a filter is wrong, or the cut of its rows into pages.
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../mock/index.ts';
import { at, withValue } from '../../spec/index.ts';
import { replying, theFirst } from '../checks/sample-deployment.ts';
import { judge } from '../judge.ts';
import { ownContract } from '../own-contract.ts';
import { isId } from '../walk/filter-arguments.ts';

test('what a list lacks behind a full page that leads nowhere is told of the pages, and of no filter', async () => {
  const contract = ownContract();
  const operation = theFirst(contract.operations, ({ list }) => list.paging.style === 'cursor');
  const { paging, size } = operation.list;
  if (paging.style !== 'cursor' || !('value' in paging.next)) throw new Error('The list has no cursors.');
  // Small enough for one page of the largest size.
  const mock = createMock({ contract, size: { [operation.list.resource]: size?.maximum ?? 0 } });
  const { value } = paging.next;
  const leadsNowhere = replying((body) => withValue(body, value, null));
  const { results } = await judge({
    ...{ baseUrl: 'http://mock', contract, credentials: mock.credentials, fetch: leadsNowhere(createFetch(mock)) },
    ...{ operations: [operation.id] },
  });
  const wrong = results.filter(({ findings }) => findings.length > 0);
  expect(wrong.map(({ check }) => check)).toEqual(['pages-agree']);
});

test('where ids that stand beside other filters find nothing, a list may be refused, and where they find rows it may not', async () => {
  const contract = ownContract();
  const operation = theFirst(contract.operations, ({ filters }) => filters.filter(isId).length > 1);
  const mock = createMock({ contract });
  const send = createFetch(mock);
  const refusing =
    (isRefused: (rows: unknown) => boolean): typeof fetch =>
    async (input, init) => {
      const { searchParams } = new URL(String(input));
      const reply = await send(input, init);
      const hasId = operation.filters.some((filter) => isId(filter) && searchParams.has(filter.name));
      const refused = reply.status === 200 && hasId && isRefused(at(await reply.clone().json(), operation.list.items));
      return refused ? Response.json({}, { status: 404 }) : reply;
    };
  const failuresOf = async (fetch: typeof globalThis.fetch) => {
    const skip = ['error-body', 'request-id', 'response-headers'];
    const options = { contract, credentials: mock.credentials, operations: [operation.id], skip };
    return (await judge({ baseUrl: 'http://mock', fetch, ...options })).summary.fail;
  };
  expect(await failuresOf(refusing((rows) => Array.isArray(rows) && rows.length === 0))).toBe(0);
  expect(await failuresOf(refusing((rows) => Array.isArray(rows) && rows.length > 0))).toBeGreaterThan(0);
});
