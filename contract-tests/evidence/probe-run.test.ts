// Whether a filter is wrong, or the cut of its rows into pages.
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../mock/index.ts';
import { withValue } from '../../spec/index.ts';
import { replying, theFirst } from '../checks/sample-deployment.ts';
import { judge } from '../judge.ts';
import { ownContract } from '../own-contract.ts';

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
