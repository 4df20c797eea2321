// The boundary between two pages, where rows get lost or turn into others.
import { describe, expect, test } from 'vitest';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import { placeParameter } from '../../../spec/index.ts';
import { readTexts, TEXT } from '../../../spec/load/sample-document.ts';
import { ownContract } from '../../own-contract.ts';
import { USUAL_PAGES } from '../../plan/request-budget.ts';
import { type Change, listing, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();

describe.each(['cursor', 'page'] as const)('a list in pages of the style %s', (style) => {
  const operation = theFirst(contract.operations, ({ list }) => list.paging.style === style);
  const isLater = ({ searchParams }: URL) => Number(searchParams.get(place) ?? '1') !== 1;
  const place = placeParameter(operation.list.paging) ?? '';

  function judged(change: Change, options: MockOptions = {}) {
    const mock = createMock({ contract, ...options });
    return resultOf(mock, { check: 'pages-agree', operation, fetch: change(createFetch(mock)) });
  }

  test('agrees with itself at every page size', async () => {
    expect(await judged(unchanged)).toMatchObject({ verdict: 'PASS', findings: [] });
  });

  test('that loses the first row of a later page is found with the row and the calls', async () => {
    const result = await judged(listing(operation, (rows, url) => (isLater(url) ? rows.slice(1) : rows)));
    expect(result.verdict).toBe('FAIL');
    const { message, examples } = theFirst(result.findings, ({ subject }) => subject === 'missing rows');
    expect(message).toBe('two walks of the same list do not hold the same rows: some are missing');
    const [example] = examples;
    expect(example?.received).toMatch(new RegExp(`^${example?.where} is missing from the list .*\\d+ rows a page`));
    expect(example?.expected).toContain(`"${operation.list.key}":"${example?.where}"`);
    expect(example?.curl.some((line) => line.includes(`${place}=`))).toBe(true);
    // What is missing behind a filter breaks what is said of filters, unless the pages contradict their own total; and what is missing
    // between two pages breaks what leads to the next.
    const holders = strayClauses(result).map((stray) => contract.register.get(stray)?.holder.split(' ')[0]);
    const due = style === 'cursor' ? ['check:filter-completeness', 'check:cursor-advances'] : [];
    expect(new Set(holders)).toEqual(new Set(due));
  });

  test('that shows rows otherwise on later pages is found', async () => {
    const renames = listing(operation, (rows, url) =>
      isLater(url) ? rows.map((row) => ({ ...row, name: 'another name' })) : rows,
    );
    const result = await judged(renames);
    expect(result.verdict).toBe('FAIL');
    const { examples } = theFirst(result.findings, ({ subject }) => subject === 'different rows');
    expect(examples[0]?.received).toMatch(/ is shown differently here .* than in the whole list$/);
    expect(strayClauses(result)).toEqual([]);
  });

  test('that is empty has no boundary between pages', async () => {
    const result = await judged(unchanged, { scenario: 'empty' });
    expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [] });
    expect(result.reason).toMatch(/needs two \w+s, so that a page can end between them/);
  });
});

test('without a register rows that are missing behind a filter break what is said of that filter, and of no other', async () => {
  const shop = readTexts({ 'shop.yaml': TEXT });
  const orders = theFirst(shop.operations, ({ id }) => id === 'listOrders');
  const mock = createMock({ contract: shop });
  const loses = listing(orders, (rows, { searchParams }) =>
    searchParams.has('state') && searchParams.has('cursor') ? rows.slice(1) : rows,
  );
  const { findings } = await resultOf(mock, {
    ...{ check: 'pages-agree', only: ['filter-pairs'], operation: orders, fetch: loses(createFetch(mock)) },
  });
  expect(findings.some(({ clauses }) => clauses.some(({ id }) => orders.filters[0]?.clauses.includes(id)))).toBe(true);
  for (const { clauses, examples } of findings) {
    const cited = orders.filters.filter((filter) => clauses.some(({ id }) => filter.clauses.includes(id)));
    const call = examples[0]?.curl.at(-1) ?? '';
    expect(cited.filter(({ name }) => !call.includes(`${name}=`))).toEqual([]);
  }
});

test('a list of few pages of the default size is walked to its end, and through two of them where it is longer', async () => {
  const operation = theFirst(contract.operations, ({ list }) => list.paging.style === 'page');
  const { list } = operation;
  const place = placeParameter(list.paging) ?? '';
  const usual = list.size?.default ?? 0;
  const walked = async (rows: number) => {
    const mock = createMock({ contract, size: { [list.name]: rows } });
    const asked = new Set<number>();
    const send = createFetch(mock);
    const fetch: typeof send = (input, init) => {
      const { searchParams } = new URL(String(input));
      const others = [...searchParams.keys()].filter((name) => name !== place);
      if (others.length === 0) asked.add(Number(searchParams.get(place) ?? 1));
      return send(input, init);
    };
    await resultOf(mock, { check: 'filter-soundness', operation, fetch });
    return [...asked].sort();
  };
  expect(await walked(USUAL_PAGES * usual)).toEqual(Array.from({ length: USUAL_PAGES }, (_, page) => page + 1));
  expect(await walked(USUAL_PAGES * usual + 1)).toEqual([1, 2]);
});
