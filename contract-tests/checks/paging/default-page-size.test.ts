// Pages without a size that hold another number of rows than is documented, or say so.
import { describe, expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import { withValue } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { asking, type Change, replying, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();

describe.each(['cursor', 'page'] as const)('a list in pages of the style %s', (style) => {
  const operation = theFirst(contract.operations, ({ list }) => list.paging.style === style);
  const { size, paging } = operation.list;
  const limit = paging.limit ?? '';
  const usual = size?.default ?? 0;

  function judged(change: Change, options: MockOptions = {}) {
    const mock = createMock({ contract, size: { campaign: usual + 20 }, ...options });
    return resultOf(mock, { check: 'default-page-size', operation, fetch: change(createFetch(mock)) });
  }

  test('has the documented default', async () => {
    const result = await judged(unchanged);
    expect(result).toMatchObject({ verdict: 'PASS', findings: [] });
    expect(result.message).toMatch(new RegExp(`^\\d+ rows at ${usual} a page$`));
  });

  test.each([
    ['smaller', usual / 2, 'pages hold fewer rows than were asked for, though another page follows'],
    ['larger', usual + 5, 'a page holds more rows than were asked for'],
  ])('with a %s default is found', async (_, other, message) => {
    const sizes = asking(({ searchParams }) => {
      if (!searchParams.has(limit)) searchParams.set(limit, String(other));
    });
    const result = await judged(sizes);
    expect(result.verdict).toBe('FAIL');
    const finding = theFirst(result.findings, (each) => each.message === message);
    expect(finding.examples[0]).toMatchObject({ expected: `${usual} rows`, received: String(other) });
    expect(finding.examples[0]?.curl[0]).not.toContain(`${limit}=`);
    expect(strayClauses(result)).toEqual([]);
  });

  test('of few rows shows it only where its pages tell their size', async () => {
    const result = await judged(unchanged, { scenario: 'one-page', size: {} });
    const isTold = paging.tells.limit !== undefined;
    expect(result.findings).toEqual([]);
    expect(result.verdict).toBe(isTold ? 'PASS' : 'NOT_EXERCISED');
    if (!isTold) expect(result.reason).toMatch(new RegExp(`^needs more than ${usual / 2} \\w+s`));
  });

  test('that is empty shows no size of a page', async () => {
    const result = await judged(unchanged, { scenario: 'empty', size: {} });
    expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [] });
    expect(result.reason).toMatch(/^needs one \w+$/);
  });
});

describe('a page that is said to have another size', () => {
  const operation = theFirst(contract.operations, ({ list }) => list.paging.tells.limit !== undefined);
  const { paging, size } = operation.list;
  const says = replying((body, url) =>
    url.searchParams.has(paging.limit ?? '') ? body : withValue(body, paging.tells.limit ?? '', 77),
  );
  const judged = (check: string, options: MockOptions = {}) => {
    const mock = createMock({ contract, ...options });
    return resultOf(mock, { check, operation, fetch: says(createFetch(mock)) });
  };

  test('and holds fewer rows than either, has that size', async () => {
    const result = await judged('default-page-size', { scenario: 'one-page', size: {} });
    expect(result.verdict).toBe('FAIL');
    const finding = theFirst(result.findings, ({ subject }) => subject === 'default page size');
    expect(finding.message).toBe('a page of the default size is said to have another');
    expect(finding.examples[0]).toMatchObject({ expected: String(size?.default), received: '77' });
    expect(strayClauses(result)).toEqual([]);
  });

  test('and is as long as documented though another follows, is said to wrongly', async () => {
    expect(await judged('default-page-size')).toMatchObject({ verdict: 'PASS', findings: [] });
    const told = await judged('page-arithmetic');
    expect(told.verdict).toBe('FAIL');
    expect(told.findings.map(({ examples }) => examples[0]?.where)).toEqual([paging.tells.limit]);
  });
});
