// Pages that stand where no walk comes to: going back to the wrong rows, and passing over too few.
import { describe, expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import { teas } from '../../sample-teas.ts';
import { asking, type Change, listing, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const size = { minimum: 1, maximum: 50 };
const textParameter = (name: string) => `{ name: ${name}, in: query, schema: { type: string } }`;

/** A list that can be walked back from any row. */
const contract = teas({
  paging: 'style: key, after: after, before: before',
  parameters: ['after', 'before'].map(textParameter),
  size,
});
const operation = theFirst(contract.operations, ({ list }) => list.resource === 'tea');

function judged(change: Change, options: MockOptions = {}) {
  const mock = createMock({ contract, size: { tea: 30 }, ...options });
  return resultOf(mock, { check: 'page-before', operation, fetch: change(createFetch(mock)) });
}

test('the nearest rows in front of a row are right', async () => {
  expect(await judged(unchanged)).toMatchObject({ verdict: 'PASS', findings: [], message: '1 pages' });
});

test('the first rows of the list instead of the nearest ones are found', async () => {
  const result = await judged(asking((url) => url.searchParams.delete('before')));
  expect(result.verdict).toBe('FAIL');
  const [finding] = result.findings;
  expect(finding).toMatchObject({
    subject: 'before',
    level: 'must',
    message: 'the page before a row does not hold the rows in front of it',
  });
  const { where = '', expected = '', received = '', curl = [] } = finding?.examples[0] ?? {};
  expect(expected.split(', ').every((key) => !received.split(', ').includes(key))).toBe(true);
  expect(received.split(', ')).toHaveLength(expected.split(', ').length);
  expect(curl[0]).toContain(`before=${encodeURIComponent(where)}`);
  expect(strayClauses(result)).toEqual([]);
});

test('no row in front of a row is found', async () => {
  const result = await judged(listing(operation, (rows, url) => (url.searchParams.has('before') ? [] : rows)));
  expect(result).toMatchObject({ verdict: 'FAIL', findings: [{ examples: [{ received: 'no row' }] }] });
});

test('a list of two rows has no row with several in front of it', async () => {
  const result = await judged(unchanged, { size: { tea: 2 } });
  expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [], reason: 'needs three teas' });
});

describe('behind any number of rows', () => {
  const counted = teas({
    paging: 'style: offset, offset: skip',
    parameters: ['{ name: skip, in: query, schema: { type: integer, minimum: 0 } }'],
    size,
  });
  const list = theFirst(counted.operations, ({ list: { paging } }) => paging.style === 'offset');
  const judgedThere = (change: Change, tea = 30) => {
    const mock = createMock({ contract: counted, size: { tea } });
    return resultOf(mock, { check: 'page-offset', operation: list, fetch: change(createFetch(mock)) });
  };

  test('a page may begin', async () => {
    expect(await judgedThere(unchanged)).toMatchObject({ verdict: 'PASS', findings: [], message: '1 pages' });
  });

  test('a page that begins with the page that the row is on is found', async () => {
    const rounded = asking(({ searchParams }) => {
      const [skip, size] = [Number(searchParams.get('skip')), Number(searchParams.get('size'))];
      if (searchParams.has('skip')) searchParams.set('skip', String(Math.floor(skip / size) * size));
    });
    const result = await judgedThere(rounded);
    expect(result.verdict).toBe('FAIL');
    expect(result.findings[0]).toMatchObject({
      subject: 'skip',
      message: 'a page does not begin behind as many rows as it was asked to pass over',
    });
    expect(strayClauses(result)).toEqual([]);
  });

  test('two rows have no page in their midst', async () => {
    expect(await judgedThere(unchanged, 2)).toMatchObject({ verdict: 'NOT_EXERCISED', reason: 'needs three teas' });
  });
});
